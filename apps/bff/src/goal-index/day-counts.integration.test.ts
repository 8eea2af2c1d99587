import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { Database } from '#bff/database/connect.ts'
import { indexGoals } from '../../test/index-goals.ts'
import { clearTables, temporaryDatabase } from '../../test/temporary-database.ts'
import { createDayCounts, csmField, csmsOf, readDays, readFirstDay } from './day-counts.ts'

let database: Database
let clock: number
let agreedAt: number | null
let isComplete: boolean

beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await clearTables(database)
  isComplete = true
  at('2026-11-20T10:00:00Z')
})

/** The clock shows it, and the tenant has just answered. */
function at(instant: string) {
  clock = Date.parse(instant)
  agreedAt = clock
}
const createCounter = () =>
  createDayCounts({
    database,
    now: () => clock,
    guard: async () => undefined,
    agreedAt: () => agreedAt,
    isComplete: () => isComplete,
  })
const meaningOf = (id: string) => (id === 'RISK' ? 'at risk' : id === 'DONE' ? 'achieved' : 'unknown')
const days = (csms: string[] | null = null) => readDays(database, '2026-01-01', csms, meaningOf)
const goal = (gsid: string, StatusId: string | null, csm: string | null) => ({
  gsid,
  fields: { Gsid: gsid, StatusId, CompanyId: 'ACME', 'CompanyId__gr.Csm': csm },
  CTA: [],
  SP: [],
})
const three = [goal('G1', 'RISK', 'ANA'), goal('G2', 'DONE', 'ANA'), goal('G3', 'RISK', null)]
const shown = async (csms: string[] | null = null) =>
  (await days(csms)).map(({ day, goals }) => [day, goals['at risk'], goals.achieved])

describe('the goals of a day', () => {
  it('are counted once, by status and by CSM', async () => {
    const count = createCounter()
    await indexGoals(database, three)
    await count()
    await indexGoals(database, three.slice(0, 1))
    at('2026-11-20T23:59:59Z')
    await count()
    expect(await shown()).toEqual([['2026-11-20', 2, 1]])
    expect(await shown(['ANA'])).toEqual([['2026-11-20', 1, 1]])
    expect(await shown(['BEN'])).toEqual([['2026-11-20', 0, 0]])
  })

  it('are counted anew on the next day of UTC, whatever the hour here', async () => {
    const count = createCounter()
    await indexGoals(database, three)
    at('2026-11-20T23:59:59Z')
    await count()
    at('2026-11-21T00:00:00Z')
    await count()
    expect(await shown()).toEqual([
      ['2026-11-20', 2, 1],
      ['2026-11-21', 2, 1],
    ])
  })

  it('are not counted twice by a process that starts anew, or by another one', async () => {
    await indexGoals(database, three)
    await createCounter()()
    await indexGoals(database, three.slice(0, 1))
    await createCounter()()
    await Promise.all([createCounter()(), createCounter()()])
    expect(await shown()).toEqual([['2026-11-20', 2, 1]])
  })

  it('are a gap where nobody looked, and where the tenant was silent', async () => {
    const count = createCounter()
    await indexGoals(database, three)
    await count()
    at('2026-11-22T08:00:00Z')
    agreedAt = Date.parse('2026-11-21T23:00:00Z')
    await count()
    at('2026-11-24T08:00:00Z')
    await count()
    expect((await shown()).map(([day]) => day)).toEqual(['2026-11-20', '2026-11-24'])
  })

  it('wait until all goals are known', async () => {
    isComplete = false
    const count = createCounter()
    await indexGoals(database, three)
    await count()
    expect([await shown(), await readFirstDay(database)]).toEqual([[], null])
    isComplete = true
    await count()
    expect(await readFirstDay(database)).toBe('2026-11-20')
  })

  it('are counted again while it turns out whose they are', async () => {
    const count = createCounter()
    const unnamed = { gsid: 'G4', fields: { Gsid: 'G4', StatusId: 'RISK', CompanyId: 'NEW' }, CTA: [], SP: [] }
    await indexGoals(database, [unnamed])
    await count()
    expect(await shown(['ANA'])).toEqual([['2026-11-20', 0, 0]])
    await indexGoals(database, [goal('G4', 'RISK', 'ANA')])
    await count()
    expect(await shown(['ANA'])).toEqual([['2026-11-20', 1, 0]])
  })

  it('are a day of no goals, and no gap, when there are none', async () => {
    await createCounter()()
    expect(await shown()).toEqual([['2026-11-20', 0, 0]])
  })

  it('are not counted by a process that has lost the lease', async () => {
    const count = createDayCounts({
      database,
      now: () => clock,
      guard: () => Promise.reject(new Error('lost')),
      agreedAt: () => agreedAt,
      isComplete: () => true,
    })
    await expect(count()).rejects.toThrow('lost')
    expect(await readFirstDay(database)).toBeNull()
  })
})

const ofCsms = (...value: string[]): FilterTree => ({ field: csmField, op: 'IN', value })

test.each<[string, (FilterTree | null)[], string[] | null | undefined]>([
  ['everybody', [null, null], null],
  ['one', [ofCsms('ANA'), null], ['ANA']],
  ['what both say', [ofCsms('ANA', 'BEN'), { and: [ofCsms('BEN', 'CARLA')] }], ['BEN']],
  ['nobody', [ofCsms('ANA'), ofCsms('BEN')], []],
  ['anything else', [{ field: 'StatusName', op: 'EQ', value: ['New'] }, null], undefined],
  ['one or more', [{ or: [ofCsms('ANA')] }, null], undefined],
  ['not one', [{ field: csmField, op: 'NE', value: ['ANA'] }, null], undefined],
  ['nothing at all', [{ or: [] }], undefined],
])('whose goals a filter means: %s', (_, trees, expected) => {
  expect(csmsOf(trees)).toEqual(expected)
})
