import { afterAll, beforeAll, expect, it } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { startPostgres } from '../../test/postgres-server.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { readTenantGoals } from '../../test/tenant-goals.ts'
import { until } from '../../test/until.ts'

let server: Awaited<ReturnType<typeof startPostgres>>
let bff: Bff
let goals: ReturnType<typeof goalsOf>

beforeAll(async () => {
  server = await startPostgres()
  bff = await startBff({
    sandbox: { goals: 200, callsPerDay: 10_000_000, switches: { pageMaximum: 50, pageOrder: 'shuffled' } },
    env: { DATABASE_URL: await server.database(), SYNC_INTERVAL_SECONDS: '1', GAINSIGHT_CALLS_PER_DAY: '10000000' },
  })
  goals = goalsOf(bff)
  await goals.settled()
}, 120_000)
afterAll(async () => {
  await bff.stop()
  await server.stop()
})

it('holds every goal on a PostgreSQL server too, in the order of embedded storage', async () => {
  const theirs = await readTenantGoals(bff.sandbox)
  const collator = new Intl.Collator('en')
  for (const direction of ['asc', 'desc'] as const) {
    const names = (await goals.all({ sort: [{ field: 'Name', direction }] })).map(({ fields }) => fields['Name'])
    const expected = [...theirs.values()].map(({ fields }) => String(fields['Name'])).toSorted(collator.compare)
    expect(names).toEqual(direction === 'asc' ? expected : expected.toReversed())
  }
  expect(await goals.query({ limit: 0 })).toMatchObject({ total: 200, exact: true })
})

it('sees changes made elsewhere, and counts them at once', async () => {
  const [row] = (await goals.query({ limit: 1 })).rows
  const filter = { field: 'Name', op: 'EQ' as const, value: ['Renamed on a server'] }
  expect((await goals.query({ filter, limit: 0 })).total).toBe(0)
  await bff.sandbox.changeRecord(row?.gsid ?? '', { record: { Name: 'Renamed on a server' } })
  await until(async () => (await goals.query({ filter, limit: 0 })).total === 1)
  expect(await goals.changes(row?.gsid ?? '')).toMatchObject([{ field: 'Name', before: row?.fields['Name'] }])
})
