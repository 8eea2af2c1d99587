import { randomUUID } from 'node:crypto'
import type { Status } from '@goalkeeper/contract/catalogue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ana } from '../../test/ana.ts'
import { type Rooms, startRooms } from '../../test/start-rooms.ts'
import { until } from '../../test/until.ts'

type Absent = NonNullable<NonNullable<Parameters<Rooms['sandbox']['switches']>[0]>['absent']>

// apps/sandbox, seed/picklists.
const names = ['New', 'On Track', 'At Risk', 'On Hold', 'Achieved', 'Partially Achieved', 'Dropped']
const everyRead: Absent = ['status-options', 'status-category', 'query-picklist', 'status-name-of-goals']

let rooms: Rooms
beforeAll(async () => {
  rooms = await startRooms({ real: true, env: { GAINSIGHT_WRITES: 'on' } })
})
afterAll(() => rooms.stop())

async function realTenantWithout(absent: Absent) {
  await rooms.anew({ absent })
  return rooms.readGoals()
}
async function statuses(): Promise<{ statuses: Status[]; notice: string | null }> {
  return (await rooms.browser.get('/api/statuses')).json as { statuses: Status[]; notice: string | null }
}
const namesIn = (list: readonly Status[]) => list.map(({ name }) => name).toSorted()
const howFound = () => rooms.connection.capabilityList().find(({ name }) => name === 'statuses')

test.each([
  [[], /status field of the goal object/],
  [['status-options'], /picklist category/],
  [['status-options', 'status-category'], /picklist items/],
  [['status-options', 'dropdowns'], /picklist items/],
  [['describe'], /picklist items/],
] satisfies [Absent, RegExp][])('without %o the statuses come from the %s', async (absent, source) => {
  await realTenantWithout(absent)
  await until(async () => namesIn((await statuses()).statuses).join() === names.toSorted().join())
  const { statuses: list, notice } = await statuses()
  expect(list.every((status) => status.source === 'tenant' && status.active)).toBe(true)
  expect(list.map(({ meaning }) => meaning)).toEqual(names.map(() => null))
  expect(notice).toBeNull()
  // The first look may come before the goals by which the last of these ways is found.
  await until(() => source.test(howFound()?.found ?? ''))
  expect(howFound()?.state).toBe('yes')
})

test('a look before the first goals finds none; one that finds them afterwards says how', async () => {
  await rooms.anew({ absent: ['describe'] })
  await until(() => howFound()?.state === 'no')
  await rooms.readGoals()
  await until(() => /picklist items/.test(howFound()?.found ?? ''))
  expect(howFound()?.state).toBe('yes')
  expect(namesIn((await statuses()).statuses)).toEqual(names.toSorted())
})

test('without any list, the names of those that goals have come from goals', async () => {
  await realTenantWithout(['status-options', 'status-category', 'query-picklist'])
  const ids = rooms.seen('StatusId')
  const list = await until(async () => {
    const found = (await statuses()).statuses
    return found.length > 0 && found.every(({ name }) => names.includes(name)) && found
  })
  expect(new Set(list.map(({ id }) => id))).toEqual(new Set(ids))
  expect(list.every(({ source }) => source === 'seen')).toBe(true)
})

test('without any read they are ids with a notice, until a write pairs a name with its id', async () => {
  const goals = await realTenantWithout(everyRead)
  await until(async () => (await statuses()).statuses.length > 0)
  expect((await statuses()).statuses.every(({ id, name }) => id === name)).toBe(true)
  expect((await statuses()).notice).toContain('An admin can type them in')
  await until(() => howFound()?.state === 'no')

  const body = { requests: [{ record: { Gsid: goals[0]?.Gsid, StatusName: 'On Hold' } }] }
  await rooms.gateway.write({ id: randomUUID(), kind: 'update', body, ...ana })
  const learned = (await statuses()).statuses.find(({ name }) => name === 'On Hold')
  expect(learned).toMatchObject({ source: 'seen', id: expect.stringMatching(/^1I00/) })
})

test('without any read an admin types the names in, for the ids that goals have', async () => {
  await realTenantWithout(everyRead)
  const [id = ''] = await until(() => (rooms.seen('StatusId').length > 0 ? rooms.seen('StatusId') : null))
  await until(async () => (await statuses()).statuses.some((status) => status.id === id))
  const changed: string[] = []
  rooms.catalogue.onChanged((change) => changed.push(...(change.statuses ?? [])))
  const reply = await rooms.browser.put('/api/statuses', {
    statuses: [
      { id, name: 'Under way', meaning: 'on track', order: 0, color: '#1B7A43' },
      { id: null, name: 'Parked', meaning: 'planned', order: 1, color: null },
    ],
  })
  expect(reply.status).toBe(200)
  await until(async () => (await statuses()).statuses.some(({ name }) => name === 'Parked'))
  const [first, second] = (await statuses()).statuses
  expect(first).toMatchObject({ id, name: 'Under way', meaning: 'on track', color: '#1B7A43', source: 'typed' })
  expect(second).toMatchObject({ id: null, name: 'Parked', meaning: 'planned', source: 'typed' })
  expect(changed).toContain(id)
})

test('a status that the tenant does not list any more stays, and cannot be chosen', async () => {
  await realTenantWithout([])
  await until(async () => (await statuses()).statuses.length === names.length)
  await rooms.database.db
    .insertInto('catalogue_status')
    .values({
      id: '1I00OLD',
      name: 'Retired',
      color: null,
      sort_order: 9,
      active: true,
      source: 'tenant',
      learned_at: 0,
    })
    .execute()
  rooms.pass(25 * 60 * 60_000)
  await rooms.browser.post('/api/connection/probe')
  await until(async () => (await statuses()).statuses.some(({ name, active }) => name === 'Retired' && !active))
})
