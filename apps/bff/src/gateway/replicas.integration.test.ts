import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPostgres } from '../../test/postgres-server.ts'
import { runGateway } from '../../test/run-gateway.ts'
import { spawnGateway } from '../../test/start-gateway-child.ts'
import { fromBrowser, type RunningGateway, startGateway } from '../../test/start-gateway.ts'
import { until } from '../../test/until.ts'

const updatePath = '/gainsight/v1/csgoal/external/update'
const page = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }

let server: Awaited<ReturnType<typeof startPostgres>>
let one: RunningGateway
let two: Awaited<ReturnType<typeof runGateway>>

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

/** Two processes of one installation: one store on a PostgreSQL server, one tenant. */
beforeEach(async () => {
  one = await startGateway({
    timeoutMs: 1_000,
    env: {
      DATABASE_URL: await server.database(),
      GAINSIGHT_CALLS_PER_MINUTE: '20',
      GAINSIGHT_WINDOW_SECONDS: '2',
    },
    sandbox: { callsPerMinute: 20, windowSeconds: 2, latencyMs: [5, 60], switches: { window: 'sliding' } },
  })
  two = await runGateway(one.run, pino({ level: 'silent' }))
})
afterEach(async () => {
  await two.stop()
  await one.stop()
})

const goal = () => {
  const [first] = one.goals
  if (!first) throw new Error('The sandbox has no goals.')
  return first
}
const body = () => ({ requests: [{ record: { Gsid: goal().gsid, Name: 'Shared' } }] })
const headersOf = (id: string) => ({ ...fromBrowser, 'idempotency-key': id })
const read = (gateway: typeof two.gateway, actor: string) => gateway.read('fetchGoals', page, { lane: 'people', actor })

test('processes that share a store share its limit, too', async () => {
  const calls = Array.from({ length: 40 }, () => [read(one.gateway, 'one'), read(two.gateway, 'two')]).flat()
  await Promise.all(calls)
  const { throttled, windows } = one.sandbox.stats()
  expect(throttled).toBe(0)
  expect(windows.synchronous.mostReceived).toBeLessThanOrEqual(20)
})

test('one key sent to both is sent to the tenant once', async () => {
  one.sandbox.faults([{ kind: 'latency', ms: 300 }])
  const id = randomUUID()
  const sent = { method: 'PUT', body: body(), headers: headersOf(id) }
  const [first, second] = await Promise.all([one.browser.send(updatePath, sent), two.browser.send(updatePath, sent)])
  expect(first).toMatchObject({ status: 200 })
  expect(second.text).toBe(first.text)
  expect(one.sandbox.stats().byRoute).toEqual({ updateGoal: 1 })
})

test('a write that waits in one can be seen and cancelled at the other, and stop-all ends all waiting', async () => {
  await Promise.all(Array.from({ length: 20 }, () => read(one.gateway, 'busy')))
  const id = randomUUID()
  const save = one.browser.send(updatePath, { method: 'PUT', body: body(), headers: headersOf(id) })
  await until(async () => (await two.browser.get(`/api/writes/${id}`)).status === 200)
  expect(await two.browser.delete(`/api/writes/${id}`)).toMatchObject({ json: { state: 'cancelled' } })
  expect(await save).toMatchObject({ status: 499, json: { code: 'cancelled' } })
  const waiting = Array.from({ length: 25 }, () => read(one.gateway, 'waiting'))
  await two.gateway.setStopped(true)
  const ends = await Promise.allSettled(waiting)
  expect(ends.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
  expect(one.sandbox.stats().byRoute['updateGoal']).toBeUndefined()
})

test('who waits for a slot in a process that stops still gets it', async () => {
  const third = await runGateway(one.run, pino({ level: 'silent' }))
  await Promise.all(Array.from({ length: 20 }, () => read(third.gateway, 'busy')))
  const id = randomUUID()
  const save = third.browser.send(updatePath, { method: 'PUT', body: body(), headers: headersOf(id) })
  await until(async () => (await third.gateway.budget()).waiting.length === 1)
  await third.stop()
  expect(await save).toMatchObject({ status: 200 })
  expect(one.sandbox.stats().byRoute).toMatchObject({ updateGoal: 1 })
})

test('what a process left behind when it died is settled by another', async () => {
  const third = await spawnGateway(one.run)
  one.sandbox.faults([{ kind: 'no-answer', applied: true, effect: 'write' }])
  const id = randomUUID()
  const lost = third.browser
    .send(updatePath, { method: 'PUT', body: body(), headers: headersOf(id) })
    .catch(() => 'lost')
  await until(() => one.sandbox.stats().byRoute['updateGoal'] === 1)
  await third.kill()
  await lost
  await until(async () => (await one.gateway.readWrite(id)).state === 'confirmed', 40_000)
  expect(one.sandbox.stats()).toMatchObject({ byRoute: { updateGoal: 1 }, writes: { applied: 1 } })
  // Its slot comes back, too.
  await until(async () => (await openCalls()) === 0)
})

async function openCalls(): Promise<number> {
  const open = await one.database.db.selectFrom('gateway_call').selectAll().where('answered_at', 'is', null).execute()
  return open.length
}
