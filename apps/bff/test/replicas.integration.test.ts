import { randomUUID } from 'node:crypto'
import type { StatusReport } from '@goalkeeper/contract/status'
import type { ServerEvent } from '@goalkeeper/contract/events'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from './postgres-server.ts'
import { run, setStage } from './start-bff.ts'
import { until } from './until.ts'

type Running = Awaited<ReturnType<typeof run>>

let server: Awaited<ReturnType<typeof startPostgres>>
let stage: Awaited<ReturnType<typeof setStage>>
let one: Running
let two: Running

beforeAll(async () => {
  server = await startPostgres()
  stage = await setStage({
    sandbox: { goals: 60, callsPerDay: 10_000_000 },
    env: { DATABASE_URL: await server.database(), SYNC_INTERVAL_SECONDS: '1', GAINSIGHT_CALLS_PER_DAY: '10000000' },
  })
  one = await run(stage.env)
  await until(() => one.services.goalIndex.sync().complete, 40_000)
  two = await run(stage.env)
  await until(() => two.services.goalIndex.sync().complete, 40_000)
}, 120_000)
afterAll(async () => {
  await two.stop()
  await stage.remove()
  await server.stop()
})

/** What a screen of a process is told. */
async function openScreen({ server: { url } }: Running) {
  const leave = new AbortController()
  const response = await fetch(`${url}/api/events`, { signal: leave.signal })
  const told: ServerEvent[] = []
  const read = async () => {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const whole = (text + chunk).split('\n\n')
      text = whole.pop() ?? ''
      for (const message of whole) {
        const data = /^data: (.*)$/m.exec(message)?.[1]
        if (data) told.push(JSON.parse(data) as ServerEvent)
      }
    }
  }
  const ended = read().catch(() => undefined)
  const leaveNow = async () => {
    leave.abort()
    await ended
  }
  return { told, leave: leaveNow }
}

async function someGoal({ browser }: Running): Promise<string> {
  const page = (await browser.post('/api/goals/query', { limit: 1 })).json as GoalPage
  return page.rows[0]?.gsid ?? expect.fail('There are no goals.')
}

function rename({ browser }: Running, gsid: string, name: string, id: string = randomUUID()) {
  const body = { requests: [{ record: { Gsid: gsid, Name: name } }] }
  return browser.put('/gainsight/v1/csgoal/external/update', body, { 'idempotency-key': id })
}

test('an edit through one process is told to the screens of the other, once', async () => {
  const gsid = await someGoal(one)
  const screen = await openScreen(two)
  const id = randomUUID()
  expect((await rename(one, gsid, 'Told across', id)).status).toBe(200)
  const confirmed = () =>
    screen.told.filter((event) => event.type === 'write' && event.write.id === id && event.write.state === 'confirmed')
  await until(() => confirmed().length > 0)
  await until(() => screen.told.some((event) => event.type === 'goals' && event.gsids.includes(gsid)))
  // What is told after it shows that nothing of it came twice.
  await rename(one, gsid, 'Told after')
  await until(
    () => screen.told.filter((event) => event.type === 'write' && event.write.state === 'confirmed').length > 1,
  )
  expect(confirmed()).toHaveLength(1)
  await screen.leave()
})

test('more goals than a message holds are told as all', async () => {
  const screen = await openScreen(two)
  const gsids = Array.from({ length: 220 }, (_, index) => `1CG0${String(index).padStart(32, '0')}`)
  one.services.events.emit({ type: 'goals', gsids, all: false })
  await until(() => screen.told.some((event) => event.type === 'goals' && event.all))
  await screen.leave()
})

test('settings saved on one hold on the other', async () => {
  const pattern = `https://acme.example/${randomUUID()}/{gsid}`
  await one.browser.put('/api/settings', { addressPattern: pattern })
  await until(async () => ((await two.browser.get('/api/status')).json as StatusReport).addressPattern === pattern)
})

test('a connection that breaks comes back, and what was missed is read again', async () => {
  const screen = await openScreen(two)
  const listening = sql<{ pid: number }>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'
      OR datname = current_database() AND query LIKE 'SELECT pg_notify%'`
  const { rows } = await listening.execute(one.services.database.db)
  expect(rows.length).toBeGreaterThanOrEqual(2)
  for (const { pid } of rows) await sql`SELECT pg_terminate_backend(${pid})`.execute(one.services.database.db)
  for (const type of ['goals', 'connection', 'people']) {
    await until(() => screen.told.some((event) => event.type === type))
  }
  const gsid = await someGoal(one)
  await until(async () => (await listening.execute(one.services.database.db)).rows.length >= 2)
  await rename(one, gsid, 'After the break')
  await until(() => screen.told.some((event) => event.type === 'goals' && event.gsids.includes(gsid)))
  await screen.leave()
})

test('one of them syncs; the other says how that stands, and goes on at once when it stops', async () => {
  expect([one, two].filter(({ services }) => services.goalIndex.leads())).toEqual([one])
  const [before, since] = [stage.sandbox.stats().byRoute['fetchGoals'] ?? 0, Date.now()]
  const seconds = () => (Date.now() - since) / 1000
  await until(() => seconds() > 3)
  // One increment a second, and not two; a sweep takes two calls besides.
  expect((stage.sandbox.stats().byRoute['fetchGoals'] ?? 0) - before).toBeLessThanOrEqual(seconds() + 4)
  expect(two.services.goalIndex.sync()).toMatchObject({ complete: true, goals: 60 })

  await one.stop()
  // Long before it would have looked by itself whether the other one still lives.
  await until(() => two.services.goalIndex.leads(), 3_000)
})
