import type { Company, Field, LinkedItem, NamedRecord } from '@goalkeeper/contract/catalogue'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana } from '../../test/ana.ts'
import { type Rooms, startRooms } from '../../test/start-rooms.ts'
import { until } from '../../test/until.ts'

type Absent = NonNullable<NonNullable<Parameters<Rooms['sandbox']['switches']>[0]>['absent']>

let rooms: Rooms
beforeAll(async () => {
  rooms = await startRooms()
})
afterAll(() => rooms.stop())

async function tenantWithout(absent: Absent, switches: Parameters<Rooms['sandbox']['switches']>[0] = {}) {
  await rooms.anew({ ...switches, absent })
  await rooms.readGoals()
}
/** Whatever a tenant lacks, no page fails. */
async function get<T>(path: string): Promise<T> {
  const reply = await rooms.browser.get(path)
  expect(reply.status).toBe(200)
  return reply.json as T
}
const fields = async () => get<{ fields: Field[]; notice: string | null }>('/api/fields')
const field = async (name: string) => (await fields()).fields.find((each) => each.name === name)
const linked = () =>
  rooms.catalogue.linkedItems({ ctaIds: rooms.seen('CTA').slice(0, 5), spIds: rooms.seen('SP').slice(0, 5) }, ana)
/** The sandbox's goals hold ids of items that were deleted, as real ones do. */
const isKnown = ({ name, found }: LinkedItem) => name !== null || !found
const callsTo = (route: string) => rooms.sandbox.stats().byRoute[route] ?? 0

describe('a tenant without the object query', () => {
  test('gives CTAs, plans and users by their lists, and everything else as ids with a notice', async () => {
    await tenantWithout(['query'])
    const items = await until(async () => {
      const found = await linked()
      return found.every(isKnown) && found
    })
    const found = items.filter((item) => item.found)
    expect(found.length).toBeGreaterThan(5)
    expect(found.every(({ status, dueDate }) => status && dueDate)).toBe(true)
    const users = await until(async () => {
      const { records } = await get<{ records: NamedRecord[] }>('/api/users?search=osei')
      return records.length > 0 && records
    })
    expect(users[0]?.name).toContain('Osei')

    const [companyId = ''] = rooms.seen('CompanyId')
    expect(await get('/api/companies?search=harbor')).toEqual({
      companies: [],
      notice: expect.stringContaining('does not let Goalkeeper read companies'),
    })
    expect(await get<Company>(`/api/companies/${companyId}`)).toEqual({
      gsid: companyId,
      name: companyId,
      hint: null,
      attributes: {},
    })
    const ofCompany = await get<{ items: LinkedItem[] }>(`/api/linkables?companyId=${companyId}&closed=1`)
    expect(ofCompany.items.length).toBeGreaterThan(0)
    expect((await fields()).fields.filter(({ group }) => group === 'company')).toEqual([])
    for (const path of ['/api/relationships', '/api/opportunities', '/api/templates', '/api/statuses']) await get(path)
  })
})

test('without any way to CTAs, plans and users they are ids, with a notice, and no call is made in vain', async () => {
  await tenantWithout([
    ...(['query-cta', 'cta-list', 'query-plan', 'plan-list', 'query-user', 'users'] as const),
    ...(['query-relationship', 'query-opportunity', 'query-goal'] as const),
  ])
  const [item] = await linked()
  expect(item).toMatchObject({ gsid: rooms.seen('CTA')[0], found: true, name: null })
  const { items, notice } = await get<{ items: LinkedItem[]; notice: string }>(
    `/api/linkables?companyId=${rooms.seen('CompanyId')[0]}`,
  )
  expect(items).toEqual([])
  expect(notice).toContain('CTAs and success plans')
  expect(await get('/api/users?search=osei')).toMatchObject({ records: [], notice: expect.stringContaining('users') })
  expect(await get('/api/relationships?search=e')).toMatchObject({
    records: [],
    notice: expect.stringContaining('relationships'),
  })
  const before = callsTo('listCtas') + callsTo('listUsers')
  await linked()
  expect(callsTo('listCtas') + callsTo('listUsers')).toBe(before)
})

describe('fields', () => {
  test.each([
    [[], 'describeObject'],
    [['describe-get'], 'describeObjects'],
    [['describe-get', 'describe-post'], 'describeObjectLegacy'],
  ] satisfies [Absent, string][])('without %o come from %s', async (absent, route) => {
    await tenantWithout(absent)
    await until(() => field('CompanyId__gr.Segment__gc'))
    const driver = await field('Value_Driver__gc')
    expect(driver).toMatchObject({ label: 'Value driver', type: 'picklist', editable: true, group: 'custom' })
    expect(driver?.options.map(({ label, active }) => [label, active])).toEqual([
      ['Cost', true],
      ['Growth', true],
      ['Risk', true],
      ['Compliance', true],
      ['Experience', true],
      ['Other (old)', false],
    ])
    const types = new Map((await fields()).fields.map(({ name, type }) => [name, type]))
    expect(Object.fromEntries(types)).toMatchObject({
      Target_Value__gc: 'number',
      Executive_Commitment__gc: 'boolean',
      Kickoff_Date__gc: 'date',
      Last_Reviewed__gc: 'datetime',
      Sponsor__gc: 'gsid',
      Products__gc: 'multipicklist',
      Success_Criteria__gc: 'html',
      'CompanyId__gr.Segment__gc': 'picklist',
    })
    expect((await fields()).notice).toBeNull()
    expect(callsTo(route)).toBeGreaterThan(1)
  })

  test('that nobody describes are those that an admin typed in and those that goals hold', async () => {
    await tenantWithout(['describe'])
    await rooms.catalogue.learn({ fields: ['Outcome_Metric__gc'] })
    await rooms.browser.put('/api/settings', {
      typedFields: [{ name: 'Kickoff_Date__gc', label: 'Kickoff', dataType: 'DATE' }],
    })
    expect(await until(() => field('Kickoff_Date__gc'))).toMatchObject({
      label: 'Kickoff',
      type: 'date',
      editable: true,
    })
    expect(await field('Outcome_Metric__gc')).toMatchObject({ label: 'Outcome Metric', type: 'text', editable: false })
    expect((await fields()).notice).toContain('does not describe its fields')
    expect(await field('CompanyId__gr.Arr')).toMatchObject({ type: 'number' })
  })

  test('are found although the goal object is not in the list of objects', async () => {
    await tenantWithout(['goal-in-object-list', 'key-prefix'])
    expect(await until(() => field('Value_Driver__gc'))).toBeDefined()
  })

  test('are found under a label that only the ids give away', async () => {
    const other = await startRooms({ sandbox: { goalObject: { name: 'zz_objective', label: 'Objective' } } })
    try {
      await other.probed()
      expect(other.connection.capabilities().objects.goal).toBe('zz_objective')
      await until(async () => (await other.catalogue.fields()).some(({ name }) => name === 'Value_Driver__gc'))
    } finally {
      await other.stop()
    }
  })

  test('leave out what the fetch does not select', async () => {
    await tenantWithout([], { unselectable: ['TemplateId'] })
    await until(() => field('Value_Driver__gc'))
    expect(await field('TemplateId')).toBeUndefined()
  })
})

test('a tenant that only takes EQ gives names all the same', async () => {
  await tenantWithout([], { operators: 'eq' })
  const [companyId = ''] = rooms.seen('CompanyId')
  await until(async () => (await rooms.catalogue.names('company', [companyId])).size === 1)
  const items = await until(async () => {
    const found = await linked()
    return found.every(isKnown) && found
  })
  expect(items.length).toBe(10)
  expect(
    (await get<{ items: LinkedItem[] }>(`/api/linkables?companyId=${companyId}&closed=1`)).items.length,
  ).toBeGreaterThan(0)
})

test('a tenant that answers in its other shapes gives the same', async () => {
  await tenantWithout([], { queryShape: 'array', queryDates: 'iso', emptyQuery: 'failure', cockpitErrors: 200 })
  const items = await until(async () => {
    const found = await linked()
    return found.every(isKnown) && found
  })
  expect(items.find(({ found }) => found)?.dueDate).toMatch(/^\d{4}-\d\d-\d\d$/)
  const { companies } = await until(async () => {
    const found = await get<{ companies: Company[] }>('/api/companies?limit=50')
    return found.companies.length > 0 && found
  })
  expect(companies.map(({ attributes }) => attributes['RenewalDate']).find(Boolean)).toMatch(/^\d{4}-\d\d-\d\d$/)
  const never = `1S01${'0'.repeat(32)}`
  expect((await rooms.catalogue.linkedItems({ ctaIds: [never], spIds: [] }, ana))[0]?.found).toBe(false)
})

test('calls that only ever fail keep nothing else from being read', async () => {
  const broken = ['describeObject', 'describeObjects', 'describeObjectLegacy', 'readDropdown', 'listObjects']
  await rooms.anew({})
  rooms.sandbox.faults(broken.map((route) => ({ kind: 'server-error', status: 500, route })))
  await rooms.connection.saveSettings({ companyAttributes: ['Arr'] })
  await rooms.database.db.deleteFrom('catalogue_object').execute()
  await rooms.database.db.deleteFrom('catalogue_list').execute()
  await rooms.database.db.deleteFrom('catalogue_status').execute()
  await rooms.readGoals()
  await rooms.browser.post('/api/connection/probe')
  const [companyId = ''] = rooms.seen('CompanyId')
  await until(async () => (await rooms.catalogue.names('company', [companyId])).size === 1)
  await until(async () => (await rooms.catalogue.statuses()).filter(({ source }) => source === 'tenant').length === 7)
  await until(async () => (await linked()).every(isKnown))
  rooms.sandbox.faults([])
})

test('a tenant that stops answering leaves what is stored, and says so', async () => {
  await tenantWithout([])
  const [companyId = ''] = rooms.seen('CompanyId')
  await get(`/api/linkables?companyId=${companyId}`)
  rooms.sandbox.faults([{ kind: 'drop-before-apply' }])
  const stored = await get<{ items: LinkedItem[]; notice: string }>(`/api/linkables?companyId=${companyId}&fresh=1`)
  expect(stored.items.length).toBeGreaterThan(0)
  expect(stored.notice).toContain('did not answer')
})
