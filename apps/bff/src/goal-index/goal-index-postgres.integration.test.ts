import type { StatusReport } from '@goalkeeper/contract/status'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#bff/database/connect.ts'
import { goalsOf } from '../../test/goals-of.ts'
import { startPostgres } from '../../test/postgres-server.ts'
import { startBffProcess } from '../../test/start-bff-process.ts'
import { type Bff, setStage, startBff } from '../../test/start-bff.ts'
import { readTenantGoals } from '../../test/tenant-goals.ts'
import { until } from '../../test/until.ts'
import { refreshResolved } from './refresh-resolved.ts'

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

it('takes over names that two processes learn at the same time, each in an order of its own', async () => {
  const { catalogue } = bff.services
  const ids = (await catalogue.statuses()).flatMap(({ id }) => id ?? [])
  const url = await server.database()
  const open = (more: string) => openDatabase({ kind: 'postgres', url: url + more }, '', pino({ level: 'silent' }))
  const one = await open('')
  // What the planner of the other one takes for quicker leads it to the goals in another order.
  const other = await open(`?options=${encodeURIComponent('-c enable_seqscan=off -c enable_hashjoin=off')}`)
  try {
    await sql`
      INSERT INTO goal (gsid, name, status_id, hash)
      SELECT md5(number::text), 'Goal ' || number, (${ids}::text[])[1 + number % ${ids.length}::integer], ''
      FROM generate_series(1, 3000) AS number`.execute(one.db)
    for (let round = 0; round < 5; round += 1) {
      await one.db
        .updateTable('goal')
        .set({ status_name: `Called so in round ${round}` })
        .execute()
      const written: string[] = []
      const counted = await Promise.all(
        [one, other].map((each) =>
          refreshResolved(each, catalogue, { statuses: [] }, (gsids) => written.push(...gsids)),
        ),
      )
      expect(new Set(written).size).toBe(3_000)
      expect(counted.reduce((sum, goals) => sum + goals, 0)).toBe(3_000)
    }
  } finally {
    await one.close()
    await other.close()
  }
})

it('is kept in step by one of several processes, and by another one when that ends', async () => {
  const stage = await setStage({
    sandbox: { goals: 60, callsPerDay: 10_000_000 },
    env: { DATABASE_URL: await server.database(), SYNC_INTERVAL_SECONDS: '1', GAINSIGHT_CALLS_PER_DAY: '10000000' },
  })
  const one = await startBffProcess(stage.env)
  const other = await startBffProcess({ ...stage.env, DATA_DIR: `${stage.env['DATA_DIR']}/other` })
  try {
    for (const { browser } of [one, other]) {
      await until(async () => ((await browser.get('/api/status')).json as StatusReport).sync.complete, 40_000)
    }
    const [before, since] = [stage.sandbox.stats().byRoute['fetchGoals'] ?? 0, Date.now()]
    const seconds = () => (Date.now() - since) / 1000
    await until(() => seconds() > 4)
    // One increment a second, and not two; a sweep takes two calls besides.
    expect((stage.sandbox.stats().byRoute['fetchGoals'] ?? 0) - before).toBeLessThanOrEqual(seconds() + 4)

    await one.stop()
    const read = async (query: object) => (await other.browser.post('/api/goals/query', query)).json as GoalPage
    const gsid = (await read({ limit: 1 })).rows[0]?.gsid ?? ''
    await stage.sandbox.changeRecord(gsid, { record: { Name: 'Changed after the first had ended' } })
    const filter = { field: 'Name', op: 'EQ', value: ['Changed after the first had ended'] }
    await until(async () => (await read({ filter })).total === 1, 30_000)
  } finally {
    await one.stop()
    await other.stop()
    await stage.remove()
  }
}, 120_000)
