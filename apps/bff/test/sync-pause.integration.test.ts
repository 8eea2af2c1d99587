import type { StatusReport } from '@goalkeeper/contract/status'
import type { GoalChange, GoalDetail, GoalPage } from '@goalkeeper/contract/goals'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from './browser.ts'
import { startPostgres } from './postgres-server.ts'
import { startBffProcess } from './start-bff-process.ts'
import { run, setStage } from './start-bff.ts'
import { until } from './until.ts'

let server: Awaited<ReturnType<typeof startPostgres>>
let stage: Awaited<ReturnType<typeof setStage>>
beforeAll(async () => {
  server = await startPostgres()
  stage = await setStage({
    sandbox: { goals: 20 },
    env: { DATABASE_URL: await server.database(), SYNC_INTERVAL_SECONDS: '1', GAINSIGHT_TIMEOUT_SECONDS: '300' },
  })
})
afterAll(async () => {
  await stage.remove()
  await server.stop()
})

const syncOf = async (browser: Browser) => ((await browser.get('/api/status')).json as StatusReport).sync

test('a process that syncs, stands still for longer than its lease and goes on stores nothing of what it had read', async () => {
  const paused = await startBffProcess(stage.env)
  await until(async () => (await syncOf(paused.browser)).complete, 40_000)
  const other = await run(stage.env)
  const { rows } = (await other.browser.post('/api/goals/query', { limit: 1 })).json as GoalPage
  const gsid = rows[0]?.gsid ?? expect.fail('There are no goals.')
  const nameNow = async () => ((await other.browser.get(`/api/goals/${gsid}`)).json as GoalDetail).fields['Name']
  expect(other.services.goalIndex.leads()).toBe(false)

  // The answer with this name is on its way when the process stands still.
  stage.sandbox.faults([{ kind: 'slow-reply', route: 'fetchGoals', ms: 5_000 }])
  await stage.sandbox.changeRecord(gsid, { record: { Name: 'Read before the pause' } })
  const before = stage.sandbox.faults()[0]?.met ?? 0
  await until(() => (stage.sandbox.faults()[0]?.met ?? 0) > before)
  paused.child.kill('SIGSTOP')
  stage.sandbox.faults([])
  await sql`UPDATE lease SET held_until = '-infinity' WHERE name = 'sync'`.execute(other.services.database.db)
  await until(() => other.services.goalIndex.leads(), 40_000)
  await stage.sandbox.changeRecord(gsid, { record: { Name: 'Read by the other' } })
  await until(async () => (await nameNow()) === 'Read by the other', 40_000)
  const { answeredAt } = other.services.goalIndex.sync()

  paused.child.kill('SIGCONT')
  // It has gone on when it tells how the other one's syncing stands.
  await until(async () => ((await syncOf(paused.browser)).answeredAt ?? 0) >= (answeredAt ?? Infinity), 40_000)
  expect(other.services.goalIndex.leads()).toBe(true)
  expect(await nameNow()).toBe('Read by the other')
  const { changes } = (await other.browser.get(`/api/goals/${gsid}/changes`)).json as { changes: GoalChange[] }
  expect(changes.map(({ after }) => after)).not.toContain('Read before the pause')
  const lease = await sql<{ fencing: number }>`SELECT fencing FROM lease WHERE name = 'sync'`.execute(
    other.services.database.db,
  )
  expect(lease.rows).toEqual([{ fencing: 2 }])
  await paused.stop()
  await other.stop()
}, 180_000)
