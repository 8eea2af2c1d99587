import type { ChangeSet } from '@goalkeeper/contract/changes'
import type { StatusReport } from '@goalkeeper/contract/status'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChangeSets } from '../../test/change-sets.ts'
import { startPostgres } from '../../test/postgres-server.ts'
import { startBffProcess } from '../../test/start-bff-process.ts'
import { run, setStage } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

let server: Awaited<ReturnType<typeof startPostgres>>
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

/** Two processes on one server, of which the first, a program, runs a change set at a pace that leaves most of it waiting. */
async function twoWithOneRun() {
  const stage = await setStage({
    sandbox: { goals: 40, callsPerMinute: 1_000 },
    env: {
      DATABASE_URL: await server.database(),
      GAINSIGHT_CALLS_PER_MINUTE: '1000',
      GAINSIGHT_TIMEOUT_SECONDS: '3',
    },
  })
  const first = await startBffProcess(stage.env)
  await until(async () => ((await first.browser.get('/api/status')).json as StatusReport).sync.complete, 60_000)
  const changes = createChangeSets(first.browser)
  const goals = await changes.goals(30)
  const set = await changes.make(
    goals.map(({ gsid }) => gsid),
    [{ kind: 'append', html: '<p>Once</p>' }],
  )
  stage.sandbox.faults([{ kind: 'latency', ms: 400, effect: 'write' }])
  await changes.run(set)
  await until(async () => (await changes.read(set.id)).counts.confirmed >= 5)
  const other = await run(stage.env)
  const lease = async () =>
    (
      await sql<{ holder: string; isHeld: boolean; fencing: number }>`
        SELECT holder, held_until > clock_timestamp() AS "isHeld", fencing FROM lease WHERE name = 'changes'`.execute(
        other.services.database.db,
      )
    ).rows[0] ?? expect.fail('Nobody runs it.')
  const remove = async () => {
    await first.stop('SIGKILL')
    await other.stop()
    await stage.remove()
  }
  return { stage, first, other, set, lease, remove, others: createChangeSets(other.browser) }
}

const timesWritten = ({ stage }: Awaited<ReturnType<typeof twoWithOneRun>>) =>
  new Set(Object.values(stage.sandbox.stats().writes.byGoal))

async function endOf(others: ReturnType<typeof createChangeSets>, { id }: ChangeSet): Promise<ChangeSet> {
  return others.ended(id, 90_000)
}

test('a run whose process dies goes on in another one before its lease has run out, and writes every goal once', async () => {
  const trial = await twoWithOneRun()
  const { first, set, lease, others, remove } = trial
  const before = await lease()
  await first.stop('SIGKILL')
  const after = await until(async () => {
    const now = await lease()
    // Had it waited until the lease had run out, it would be seen to be free.
    expect(now.isHeld).toBe(true)
    return now.holder !== before.holder && now
  })
  expect(after.fencing).toBe(before.fencing + 1)
  expect((await endOf(others, set)).counts).toMatchObject({ confirmed: 30, failed: 0, unknown: 0, skipped: 0 })
  expect(timesWritten(trial)).toEqual(new Set([1]))
  await remove()
}, 240_000)

test('a process that stands still and wakes after its lease has passed writes nothing more', async () => {
  const trial = await twoWithOneRun()
  const { stage, first, other, set, others, lease, remove } = trial
  const before = await lease()
  first.child.kill('SIGSTOP')
  await sql`UPDATE lease SET held_until = '-infinity' WHERE name = 'changes'`.execute(other.services.database.db)
  await until(async () => (await lease()).holder !== before.holder)
  const done = await endOf(others, set)
  expect(done.counts).toMatchObject({ confirmed: 30, failed: 0, unknown: 0, skipped: 0 })
  const { applied } = stage.sandbox.stats().writes

  first.child.kill('SIGCONT')
  // It has gone on when it tells of the run as the other one has ended it.
  await until(async () => (await createChangeSets(first.browser).read(set.id)).state === 'done', 60_000)
  expect(stage.sandbox.stats().writes.applied).toBe(applied)
  expect(timesWritten(trial)).toEqual(new Set([1]))
  expect((await lease()).fencing).toBe(before.fencing + 1)
  await remove()
}, 240_000)
