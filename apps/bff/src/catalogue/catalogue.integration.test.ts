import type { Company, LinkedItem, NamedRecord } from '@goalkeeper/contract/catalogue'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana } from '../../test/ana.ts'
import { type Rooms, startRooms } from '../../test/start-rooms.ts'
import { until } from '../../test/until.ts'

type Linkables = { items: LinkedItem[]; closedHidden: number; asOf: number | null; notice: string | null }

const hour = 60 * 60_000
let rooms: Rooms
beforeAll(async () => {
  rooms = await startRooms({ sandbox: { goals: 400 } })
  await rooms.probed()
  await rooms.readGoals()
  await until(async () => (await linked()).every(isKnown) && (await companies('', 1)).length > 0)
})
afterAll(() => rooms.stop())

async function get<T>(path: string): Promise<T> {
  const reply = await rooms.browser.get(path)
  expect(reply.status).toBe(200)
  return reply.json as T
}
const companies = async (search: string, limit = 20) =>
  (await get<{ companies: Company[] }>(`/api/companies?limit=${limit}&search=${encodeURIComponent(search)}`)).companies
const linked = () => rooms.catalogue.linkedItems({ ctaIds: rooms.seen('CTA'), spIds: rooms.seen('SP') }, ana)
/** The sandbox's goals hold ids of items that were deleted, as real ones do. */
const isKnown = ({ name, found }: LinkedItem) => name !== null || !found
const calls = () => rooms.sandbox.stats().calls
const callsTo = (object: string) => rooms.sandbox.stats().byPath[`POST /v1/data/objects/query/${object}`] ?? 0

describe('companies', () => {
  // apps/sandbox, seed/company-words: names that break careless programs.
  test.each([
    [`O'Neill & S`, `O'Neill & Söhne "GmbH"`],
    ['<b>bold', '<b>Bold</b> Ltd'],
    ['株式会社', '株式会社さくら流通'],
    ['łódź', 'Łódź Ćwikła Sp. z o.o.'],
    ['الخليج', 'شركة الخليج للشحن'],
    ['Back\\slash', 'Back\\slash; Semi, "Comma" Pty'],
    ['100% nat', '100% Natural_Foods'],
    ['natural_f', '100% Natural_Foods'],
    ['null', 'null'],
    ['foods 100%', '100% Natural_Foods'],
  ])('%s finds %s first', async (search, name) => {
    expect((await companies(search))[0]?.name).toBe(name)
  })

  test('a sign that means something to a database is only a sign', async () => {
    expect((await companies('%')).map(({ name }) => name)).toEqual(['100% Natural_Foods'])
    expect((await companies('_foods')).map(({ name }) => name)).toEqual(['100% Natural_Foods'])
  })

  test('come best first: the exact name, names that begin so, names with such a word', async () => {
    const [first] = await companies('', 1)
    const name = first?.name ?? ''
    const word = name.split(' ')[0] ?? ''
    expect((await companies(name))[0]?.name).toBe(name)
    const found = (await companies(word, 100)).map((company) => company.name.toLowerCase())
    const begins = found.map((each) => each.startsWith(word.toLowerCase()))
    expect(begins.lastIndexOf(true)).toBeLessThan(begins.includes(false) ? begins.indexOf(false) : begins.length)
  })

  test('are found although a letter is missing, and by their Gsid', async () => {
    const company = (await companies('Natural_Foods'))[0]
    expect((await companies('Naturl_Foods')).map(({ gsid }) => gsid)).toContain(company?.gsid)
    expect((await companies(company?.gsid ?? '')).map(({ name }) => name)).toEqual(['100% Natural_Foods'])
  })

  test('of one name are told apart, and only those', async () => {
    const all = await companies('', 100)
    const countOf = (name: string) => all.filter((each) => each.name.toLowerCase() === name.toLowerCase()).length
    const twins = all.filter(({ name }) => countOf(name) > 1)
    expect(twins.length).toBeGreaterThan(1)
    expect(new Set(twins.map(({ name, hint }) => `${name} ${hint}`)).size).toBe(twins.length)
    expect(twins.every(({ hint }) => hint !== null)).toBe(true)
    expect((await companies('100% Natural_Foods'))[0]?.hint).toBeNull()
  })

  test('have their CSM, ARR, renewal date, stage and segment as people read them', async () => {
    const all = await companies('', 100)
    const stages = ['Onboarding', 'Adoption', 'Growth', 'Renewal', 'At Risk', 'Churned']
    const segments = ['Enterprise', 'Mid-Market', 'SMB', 'Digital']
    for (const { attributes } of all) {
      expect(stages).toContain(attributes['Stage'])
      expect(segments).toContain(attributes['Segment__gc'])
    }
    const some = (name: string) => all.map(({ attributes }) => attributes[name]).find((value) => value !== null)
    expect(some('Arr')).toBeTypeOf('number')
    expect(some('RenewalDate')).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(some('Csm__gr.Name')).toMatch(/\w \w/)
  })

  test('are read one by one, and not found when the tenant has none', async () => {
    const [first] = await companies('', 1)
    expect(await get<Company>(`/api/companies/${first?.gsid}`)).toEqual(first)
    expect((await rooms.browser.get('/api/companies/1P02NOSUCHCOMPANY0000000000000000000')).status).toBe(404)
  })

  test('of which the tenant tells nothing are not shown by their Gsid, and are read once it answers', async () => {
    const path = `/api/companies/${'1P02NOANSWER'.padEnd(36, '0')}`
    rooms.sandbox.faults([{ kind: 'server-error', route: 'queryObject' }])
    const { status, json } = await rooms.browser.get(path)
    rooms.sandbox.faults([])
    expect([status, json]).toEqual([502, expect.objectContaining({ code: 'tenant-broken' })])
    expect((await rooms.browser.get(path)).status).toBe(404)
  })
})

describe('other records', () => {
  test('relationships are those of the company, or all, with their company', async () => {
    const all = (await get<{ records: (NamedRecord & { companyId: string })[] }>('/api/relationships?limit=50')).records
    const companyId = all[0]?.companyId ?? ''
    const own = await get<{ records: (NamedRecord & { companyId: string; typeId: string })[] }>(
      `/api/relationships?companyId=${companyId}`,
    )
    expect(all.every(({ hint }) => hint !== null)).toBe(true)
    expect(own.records.length).toBeGreaterThan(0)
    expect(new Set(own.records.map((record) => record.companyId))).toEqual(new Set([companyId]))
    expect(own.records.every(({ typeId }) => typeId?.startsWith('1P06'))).toBe(true)
  })

  test('opportunities are found under the name that the tenant gives to the object', async () => {
    const { records } = await get<{ records: NamedRecord[] }>('/api/opportunities?search=renewal')
    expect(records.length).toBeGreaterThan(0)
    expect(records.every(({ name }) => /renewal/i.test(name))).toBe(true)
  })

  test('users are told apart by their address', async () => {
    const { records } = await get<{ records: NamedRecord[] }>('/api/users?search=osei')
    expect(records.length).toBeGreaterThan(0)
    expect(new Set(records.map(({ hint }) => hint)).size).toBe(records.length)
    expect(records[0]?.hint).toContain('@vendor.example')
  })

  test('templates and relationship types have names', async () => {
    const found = await get<{ templates: NamedRecord[]; relationshipTypes: NamedRecord[] }>('/api/templates')
    expect(found.templates.map(({ name }) => name)).toContain('Complete onboarding')
    expect(found.relationshipTypes.length).toBeGreaterThan(0)
    expect(found.relationshipTypes.every(({ gsid, name }) => gsid !== name)).toBe(true)
  })
})

describe('CTAs and success plans', () => {
  const ofCompany = (companyId: string, more = '') => get<Linkables>(`/api/linkables?companyId=${companyId}${more}`)

  test('of goals are resolved in the background, with status, owner and due date', async () => {
    const items = (await linked()).filter(({ found }) => found)
    expect(items.length).toBeGreaterThan(10)
    for (const item of items) {
      expect(item).toMatchObject({ found: true, name: expect.any(String), status: expect.any(String), goals: 1 })
      expect(item.dueDate).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    const objective = items.find(({ type }) => type === 'Objective')
    expect(objective?.planId).toMatch(/^1S02/)
  })

  test('of a company are read when somebody asks: open ones first, closed ones counted and shown on demand', async () => {
    const companyId = rooms.seen('CompanyId')[0] ?? ''
    const before = [callsTo('call_to_action'), callsTo('cta_group')]
    const open = await ofCompany(companyId)
    expect([callsTo('call_to_action'), callsTo('cta_group')]).toEqual(before.map((count) => count + 1))
    const all = await ofCompany(companyId, '&closed=1')
    expect(open.items.every(({ closed }) => closed === false)).toBe(true)
    expect(all.items.length).toBe(open.items.length + open.closedHidden)
    expect(all.items.every((item) => item.companyId === companyId && item.companyName !== null)).toBe(true)
    const closed = all.items.map((item) => item.closed)
    expect(closed).toEqual(closed.toSorted((one, other) => Number(one) - Number(other)))
    expect(open.asOf).toBeGreaterThan(Date.now() - hour)
  })

  test('of a company are read once for all who ask at the same time', async () => {
    const companyId = rooms.seen('CompanyId')[1] ?? ''
    rooms.sandbox.faults([{ kind: 'latency', ms: 200, route: 'queryObject' }])
    const before = calls()
    const answers = await Promise.all(Array.from({ length: 6 }, () => ofCompany(companyId)))
    rooms.sandbox.faults([])
    expect(calls() - before).toBe(2)
    expect(new Set(answers.map(({ items }) => items.length)).size).toBe(1)
  })

  test('are searched by name over all companies, at the tenant as well', async () => {
    const { items } = await get<Linkables>('/api/linkables?search=adoption+dip&closed=1')
    expect(items.length).toBeGreaterThan(1)
    expect(new Set(items.map(({ name }) => name))).toEqual(new Set(['Adoption dip']))
    expect(new Set(items.map(({ companyId }) => companyId)).size).toBeGreaterThan(1)
  })

  test('that the tenant does not have are remembered as such, with the last name where there was one', async () => {
    const known = (await linked()).find(({ kind, found }) => kind === 'CTA' && found)
    const gone = known?.gsid ?? ''
    await rooms.sandbox.deleteRecord(gone)
    rooms.pass(hour)
    const never = `1S01${'0'.repeat(32)}`
    const look = () => rooms.catalogue.linkedItems({ ctaIds: [gone, never], spIds: [] }, ana)
    const [lost, unknown] = await until(async () => {
      const items = await look()
      return items.every(({ found }) => !found) && items
    })
    expect(lost).toMatchObject({ gsid: gone, found: false, name: known?.name })
    expect(unknown).toMatchObject({ gsid: never, found: false, name: null })
    const before = calls()
    await look()
    expect(calls()).toBe(before)
  })
})

describe('names', () => {
  const namesOf = async (kind: string, ids: string[]) => {
    const reply = await rooms.browser.post('/api/names', { kind, ids })
    expect(reply.status).toBe(200)
    return (reply.json as { names: Record<string, string> }).names
  }
  const never = `1S01${'Z'.repeat(32)}`

  test('of ids that are known cost nothing, however old they are', async () => {
    const item = (await linked()).find(({ kind, name }) => kind === 'CTA' && name !== null)
    const [user] = (await get<{ records: NamedRecord[] }>('/api/users?search=osei')).records
    const [company] = await companies('natural')
    const before = calls()
    const wanted: [string, { gsid: string; name: string | null } | undefined][] = [
      ['CTA', item],
      ['user', user],
      ['company', company],
    ]
    for (const [kind, record] of wanted) {
      const gsid = record?.gsid ?? ''
      expect(await namesOf(kind, [gsid])).toEqual({ [gsid]: record?.name })
    }
    expect(calls()).toBe(before)
  })

  test('of ids that nobody has asked for are read all at once, and once; an id that is none has no name', async () => {
    const asking = { lane: 'people', actor: 'you', params: { object: 'call_to_action' } } as const
    const rows = await rooms.gateway.read('queryObject', { select: ['Gsid', 'Name'], limit: 5000, offset: 0 }, asking)
    const all = new Map(rows.map((row) => [String(row['Gsid']), row['Name']]))
    const stored = await namesKnown()
    const unknown = [...all.keys()].filter((id) => !stored.has(id)).slice(0, 40)
    expect(unknown).toHaveLength(40)
    const before = calls()
    const asked = () => namesOf('CTA', [...unknown, ...stored.keys(), never])
    const answers = await Promise.all([asked(), asked()])
    for (const id of unknown) expect(answers[0][id]).toBe(all.get(id))
    for (const [id, name] of stored) expect(answers[0][id]).toBe(name)
    expect(answers[0]).not.toHaveProperty(never)
    expect(answers[1]).toEqual(answers[0])
    // What did not come is asked for once more, because a tenant may answer for a part of a list only.
    expect(calls() - before).toBe(2)
    await asked()
    expect(calls() - before).toBe(2)
  })

  const namesKnown = async () =>
    new Map((await linked()).flatMap(({ kind, gsid, name }) => (kind === 'CTA' && name ? [[gsid, name] as const] : [])))

  test('are left out while the tenant does not answer, and asked for again', async () => {
    const other = `1P01${'Z'.repeat(32)}`
    rooms.sandbox.faults([{ kind: 'server-error' }])
    expect(await namesOf('user', [other])).toEqual({})
    rooms.sandbox.faults([])
    const before = calls()
    expect(await namesOf('user', [other])).toEqual({})
    expect(calls()).toBeGreaterThan(before)
  })

  test.each([
    ['an unknown kind', { kind: 'goal', ids: [never] }],
    ['no ids', { kind: 'CTA', ids: [] }],
    ['what is no id', { kind: 'CTA', ids: ['Ana'] }],
    ['too many ids', { kind: 'CTA', ids: Array.from({ length: 501 }, () => never) }],
  ])('are refused for %s, at no cost', async (_what, body) => {
    const before = calls()
    expect((await rooms.browser.post('/api/names', body)).json).toMatchObject({ status: 400, code: 'invalid' })
    expect(calls()).toBe(before)
  })
})

describe('age', () => {
  test('while it is young, nothing that is read costs a call', async () => {
    await linked()
    const companyId = rooms.seen('CompanyId')[0] ?? ''
    await get(`/api/linkables?companyId=${companyId}&fresh=1`)
    await until(async () => (await rooms.gateway.budget()).waiting.length === 0)
    const before = calls()
    await Promise.all([
      get('/api/fields'),
      get('/api/statuses'),
      get('/api/users?search=osei'),
      get('/api/relationships?search=emea'),
      get('/api/templates'),
      get(`/api/companies/${companyId}`),
      get(`/api/linkables?companyId=${companyId}`),
      companies('harbor'),
      linked(),
    ])
    rooms.catalogue.ensure({ companies: rooms.seen('CompanyId'), ctas: rooms.seen('CTA'), plans: rooms.seen('SP') })
    expect(calls()).toBe(before)
  })

  test('answers with what is stored when that is old, and reads behind it', async () => {
    const companyId = rooms.seen('CompanyId')[0] ?? ''
    const path = `/api/linkables?companyId=${companyId}`
    const { asOf } = await get<Linkables>(path)
    rooms.pass(16 * 60_000)
    expect((await get<Linkables>(path)).asOf).toBe(asOf)
    await until(async () => (await get<Linkables>(path)).asOf !== asOf)
  })

  test('of each kind decides when its list is read again', async () => {
    const before = { company: callsTo('company'), gsuser: callsTo('gsuser') }
    rooms.pass(7 * hour)
    // A probe asks for one record of each, and then wakes the catalogue.
    await rooms.browser.post('/api/connection/probe')
    await until(() => callsTo('company') === before.company + 2)
    expect(callsTo('gsuser')).toBe(before.gsuser + 1)
  })
})

test('company attributes that an admin chooses become fields, and are read', async () => {
  await rooms.browser.put('/api/settings', { companyAttributes: ['Industry', 'NoSuchField__gc'] })
  await until(async () => {
    const [company] = await companies('natural')
    return typeof company?.attributes['Industry'] === 'string'
  })
  const { fields } = await get<{ fields: { name: string; group: string }[] }>('/api/fields')
  expect(fields.filter(({ group }) => group === 'company').map(({ name }) => name)).toEqual([
    'CompanyId__gr.Industry',
    'CompanyId__gr.NoSuchField__gc',
    // Always there: by it it is known whose a goal is.
    'CompanyId__gr.Csm',
  ])
  const [company] = await companies('natural')
  expect(company?.attributes['NoSuchField__gc']).toBeNull()
})

test('tells the goal index what has other names or attributes than before', async () => {
  const companyId = rooms.seen('CompanyId')[2] ?? ''
  const told: string[] = []
  rooms.catalogue.onChanged(({ companies: ids = [] }) => told.push(...ids))
  await rooms.sandbox.changeRecord(companyId, { record: { Name: 'Renamed by hand' } })
  rooms.pass(7 * hour)
  rooms.catalogue.ensure({ companies: [companyId] })
  await until(() => told.includes(companyId))
  expect(told).toEqual([companyId])
  expect((await rooms.catalogue.names('company', [companyId])).get(companyId)).toBe('Renamed by hand')
})
