import type { Capability } from '@goalkeeper/contract/status'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Rooms, startRooms } from '../../../test/start-rooms.ts'
import { until } from '../../../test/until.ts'
import type { Capabilities } from '../capabilities.ts'

type SandboxSwitches = Parameters<Rooms['sandbox']['switches']>[0]

type States = Record<string, Capability['state']>

const known = ({ connection }: Rooms) => new Map(connection.capabilityList().map((each) => [each.name, each]))
const states = (rooms: Rooms): States => Object.fromEntries([...known(rooms)].map(([name, { state }]) => [name, state]))

describe('probes', () => {
  let rooms: Rooms
  beforeAll(async () => {
    rooms = await startRooms()
    await rooms.probed()
  })
  afterEach(() => rooms.sandbox.reset())
  afterAll(() => rooms.stop())

  async function probeWith(switches: SandboxSwitches): Promise<{ capabilities: Capability[]; calls: number }> {
    rooms.sandbox.switches(switches)
    const reply = await rooms.browser.post('/api/connection/probe')
    expect(reply.status).toBe(200)
    return reply.json as { capabilities: Capability[]; calls: number }
  }

  test('have found out everything about a tenant by reading, at the first start', () => {
    const reads = [...known(rooms).values()].filter(({ kind }) => kind === 'read')
    // Names of statuses are the catalogue's to find, and custom fields a sweep's.
    const others = ['statuses', 'customFields']
    const open = reads.filter(({ name, state }) => state === 'unknown' && !others.includes(name))
    expect(open).toEqual([])
    expect(reads.every(({ used, found }) => used !== '' && found !== '')).toBe(true)
    expect(rooms.sandbox.stats().writes.applied).toBe(0)
    expect(rooms.connection.capabilities()).toMatchObject({
      whereOptional: true,
      pageBase: 1,
      pageMaximum: 1000,
      or: true,
      parentheses: false,
      modifiedSince: 'epoch',
      dueDateSince: true,
      statusNameSelectable: true,
      orderStable: 'yes',
      objects: {
        goal: 'customer_goal',
        opportunity: 'gs_opportunity',
        template: 'customer_goal_template',
        relationshipType: 'relationship_type',
      },
    } satisfies Partial<Capabilities>)
    expect(rooms.connection.capabilities().operators.size).toBe(16)
  })

  test('tell what they found and how many calls it took', async () => {
    const before = rooms.sandbox.stats().calls
    const { capabilities, calls } = await probeWith({ absent: ['query-company'] })
    expect(calls).toBeGreaterThan(30)
    expect(rooms.sandbox.stats().calls - before).toBeGreaterThanOrEqual(calls)
    expect(capabilities.find(({ name }) => name === 'companyQuery')).toMatchObject({
      state: 'no',
      used: 'Companies show as ids.',
    })
  })

  test('take nothing back when the tenant does not answer', async () => {
    await probeWith({})
    const before = rooms.connection.capabilities()
    rooms.sandbox.faults([{ kind: 'drop-before-apply' }])
    expect((await rooms.browser.post('/api/connection/probe')).status).toBe(502)
    expect(rooms.connection.capabilities()).toEqual(before)
  })

  test.each([
    [{ operators: 'eq' }, { operators: 'no', modifiedSince: 'no', dueDateSince: 'no' }, { modifiedSince: null }],
    [{ where: 'required' }, { whereOptional: 'no', operators: 'yes' }, { whereOptional: false }],
    [{ pageMaximum: 200 }, { pageMaximum: 'yes' }, { pageMaximum: 200 }],
    [{ pageMaximum: 150, pageOverflow: 'clamp' }, { pageMaximum: 'no' }, { pageMaximum: 150 }],
    [{ pageBase: 0 }, { pageBase: 'no' }, { pageBase: 0 }],
    [{ pageOrder: 'shuffled' }, { orderStable: 'no' }, { orderStable: 'no' }],
    [{ selectStyle: 'strict' }, { selectStyle: 'yes' }, {}],
    [{ selectStyle: 'everything' }, { selectStyle: 'no' }, {}],
    [{ associationShape: 'objects' }, { associationShape: 'no' }, {}],
    [{ expression: 'full' }, { or: 'yes', parentheses: 'yes' }, { or: true, parentheses: true }],
    [{ expression: 'and' }, { or: 'no', parentheses: 'no' }, { or: false }],
    [{ instants: 'iso' }, { modifiedSince: 'yes' }, { modifiedSince: 'iso' }],
    [{ instants: 'epoch' }, { modifiedSince: 'yes' }, { modifiedSince: 'epoch' }],
    [{ unfilterable: ['ModifiedDate'] }, { modifiedSince: 'no' }, { modifiedSince: null }],
    [{ errorStyle: 'envelope' }, { errorStyle: 'yes' }, {}],
    [{ nulls: 'sent' }, { operators: 'yes' }, {}],
    [{ queryShape: 'array' }, { companyQuery: 'yes', userQuery: 'yes' }, {}],
    [{ cockpitErrors: 200 }, { ctaList: 'yes', planList: 'yes' }, {}],
    [{ absent: ['status-name-of-goals'] }, { statusName: 'no' }, { statusNameSelectable: false }],
    [{ absent: ['describe-get'] }, { describe: 'no', describeBatch: 'yes', dropdowns: 'yes' }, {}],
    [{ absent: ['dropdowns'] }, { dropdowns: 'no' }, {}],
    [{ absent: ['object-list'] }, { objectList: 'no', goalQuery: 'yes', opportunityQuery: 'yes' }, {}],
    [{ absent: ['goal-in-object-list'] }, { objectList: 'yes', goalQuery: 'yes' }, {}],
    [{ absent: ['query'] }, { companyQuery: 'no', userQuery: 'no', ctaQuery: 'no', ctaList: 'yes' }, {}],
    [{ absent: ['users', 'cta-list', 'plan-list'] }, { userList: 'no', ctaList: 'no', planList: 'no' }, {}],
  ] satisfies [SandboxSwitches, States, Partial<Capabilities>][])(
    'with %o find %o',
    async (switches, expectedStates, expectedFlags) => {
      await probeWith(switches)
      expect(states(rooms)).toMatchObject(expectedStates)
      expect(rooms.connection.capabilities()).toMatchObject(expectedFlags)
    },
  )

  test('name the standard fields that cannot be selected', async () => {
    await probeWith({ unselectable: ['TemplateId', 'CurrencyIsoCode'] })
    expect(known(rooms).get('standardFields')?.found).toContain('TemplateId')
    expect([...rooms.connection.capabilities().refusedFields].toSorted()).toEqual(['CurrencyIsoCode', 'TemplateId'])
  })
})

describe('the first probe', () => {
  let rooms: Rooms
  afterEach(() => rooms.stop())

  test('turns nothing into a no while the tenant does not answer', async () => {
    rooms = await startRooms({ sandbox: { faults: [{ kind: 'drop-before-apply' }] } })
    await until(() => rooms.sandbox.stats().calls > 0)
    expect(new Set(Object.values(states(rooms)))).toEqual(new Set(['unknown']))
    expect(rooms.connection.isProbed()).toBe(false)
    rooms.sandbox.faults([])
    expect((await rooms.browser.post('/api/connection/probe')).status).toBe(200)
    expect(rooms.connection.isProbed()).toBe(true)
  })

  test('keeps one question open when only that one fails, and answers the others', async () => {
    rooms = await startRooms({ sandbox: { faults: [{ kind: 'server-error', status: 503, route: 'listObjects' }] } })
    await rooms.probed()
    expect(known(rooms).get('objectList')).toMatchObject({ state: 'unknown' })
    expect(known(rooms).get('objectList')?.found).toMatch(/^No answer: /)
    expect(known(rooms).get('companyQuery')?.state).toBe('yes')
  })

  test('leaves open what there is no goal to try on', async () => {
    rooms = await startRooms({ sandbox: { goals: 0 } })
    await rooms.probed()
    expect(states(rooms)).toMatchObject({
      whereOptional: 'yes',
      operators: 'unknown',
      or: 'unknown',
      statusName: 'unknown',
      companyQuery: 'yes',
    })
    expect([...rooms.connection.capabilities().operators]).toEqual(['EQ'])
  })

  test('is kept over a restart, and made again after a week', async () => {
    rooms = await startRooms()
    await rooms.probed()
    const readsOfList = () => rooms.sandbox.stats().byRoute['listObjects']
    await rooms.connection.stop()
    await rooms.connection.start()
    expect(states(rooms)).toMatchObject({ companyQuery: 'yes' })
    expect(readsOfList()).toBe(1)
    rooms.pass(8 * 24 * 60 * 60_000)
    await rooms.connection.stop()
    await rooms.connection.start()
    await until(() => readsOfList() === 2)
  })
})
