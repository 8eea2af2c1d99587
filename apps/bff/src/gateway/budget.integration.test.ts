import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type GatewayTestOptions, type RunningGateway, startGateway } from '../../test/start-gateway.ts'
import { until } from '../../test/until.ts'
import type { Lane } from './gateway.ts'
import { etagOf } from './goal-version.ts'

const fetchPath = '/v1/csgoal/external/fetch'
const page = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }

let bff: RunningGateway
afterEach(() => bff.stop())

/** A tenant of few calls in short windows, of which Goalkeeper may use all. */
async function start(callsPerMinute: number, windowSeconds: number, options: GatewayTestOptions = {}) {
  bff = await startGateway({
    ...options,
    env: {
      GAINSIGHT_CALLS_PER_MINUTE: String(callsPerMinute),
      GAINSIGHT_WINDOW_SECONDS: String(windowSeconds),
      ...options.env,
    },
    sandbox: { callsPerMinute, windowSeconds, latencyMs: [5, 60], ...options.sandbox },
  })
}
const read = (lane: Lane = 'people', session: string = lane) =>
  bff.gateway.read('fetchGoals', page, { lane, actor: 'you', session })
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const proxied = (headers: Record<string, string | null> = {}) =>
  bff.tenant(fetchPath, { method: 'POST', body: page, headers })

describe.each(['clock', 'sliding'] as const)('on a tenant that counts in %s windows', (window) => {
  test('the limit is used to the full, and never passed', async () => {
    await start(20, 1, { sandbox: { switches: { window } } })
    const began = performance.now()
    await Promise.all(times(100, () => read()))
    const took = performance.now() - began
    const { throttled, windows, calls } = bff.sandbox.stats()
    expect({ throttled, calls }).toEqual({ throttled: 0, calls: 100 })
    expect(windows.synchronous.mostReceived).toBeLessThanOrEqual(20)
    // Five windows' worth: the first is free at once, so four have to pass, each with the latency of its calls.
    expect(took).toBeGreaterThan(4_000)
    expect(took).toBeLessThan(12_000)
  })
})

test('a restart does not begin with a full budget', async () => {
  await start(10, 3)
  await Promise.all(times(10, () => read()))
  await bff.restart()
  expect((await bff.gateway.budget()).minute).toMatchObject({ limit: 10, free: 0 })
  await Promise.all(times(10, () => read()))
  const { throttled, windows } = bff.sandbox.stats()
  expect(throttled).toBe(0)
  expect(windows.synchronous.mostReceived).toBeLessThanOrEqual(10)
})

test('people go first, then changes, then sync; lower lanes leave a reserve', async () => {
  await start(10, 2)
  // Sync may fill seven of ten slots, changes eight.
  const order: string[] = []
  const run = (count: number, lane: Lane) => times(count, () => read(lane).then(() => order.push(lane)))
  const sync = run(12, 'sync')
  await until(() => order.length === 7)
  const changes = run(4, 'changes')
  await until(() => order.length === 8)
  const people = run(3, 'people')
  await until(() => order.length === 10)
  expect(order).toEqual([...times(7, () => 'sync'), 'changes', 'people', 'people'])
  const { waiting } = await bff.gateway.budget()
  expect(waiting.map(({ lane }) => lane)).toEqual(['people', ...times(3, () => 'changes'), ...times(5, () => 'sync')])
  expect(waiting[0]).toMatchObject({ label: 'Reading goals', seconds: expect.any(Number) })
  await Promise.all([...people, ...changes, ...sync])
  // Sent together, they come back in any order.
  expect(order.slice(10, 13).toSorted()).toEqual(['changes', 'changes', 'people'])
  expect(bff.sandbox.stats().throttled).toBe(0)
})

test('scripts have at most their part, and the sync goes on beside them', async () => {
  await start(20, 2, { pacing: { reserve: 0, scripts: 25 } })
  const order: string[] = []
  const run = (count: number, lane: Lane) => times(count, () => read(lane).then(() => order.push(lane)))
  const scripts = run(9, 'scripts')
  await until(() => order.length === 5)
  const sync = run(3, 'sync')
  await until(() => order.length === 8)
  expect(order.slice(5)).toEqual(['sync', 'sync', 'sync'])
  const { waiting, minute } = await bff.gateway.budget()
  expect(waiting.map(({ lane }) => lane)).toEqual(times(4, () => 'scripts'))
  expect(waiting[0]?.seconds).toBeGreaterThan(0)
  expect(minute.free).toBe(12)
  await Promise.all([...scripts, ...sync])
  expect(bff.sandbox.stats().throttled).toBe(0)
})

test('in quiet hours nothing is read but what people and scripts ask for', async () => {
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
  await start(20, 2, { pacing: { quietHours: { from: hour(-1), to: hour(1), timeZone: 'UTC' } } })
  const leaving = new AbortController()
  const sync = bff.gateway.read('fetchGoals', page, { lane: 'sync', actor: 'sync', signal: leaving.signal })
  await Promise.all([read('people'), read('scripts'), read('changes')])
  const { waiting } = await bff.gateway.budget()
  expect(waiting).toEqual([{ lane: 'sync', label: 'Reading goals', seconds: expect.any(Number) }])
  expect(waiting[0]?.seconds).toBeGreaterThan(3_000)
  leaving.abort()
  await expect(sync).rejects.toMatchObject({ code: 'cancelled' })
  expect(bff.sandbox.stats().calls).toBe(3)
})

test('a share that an admin changes holds from the next call on', async () => {
  await start(20, 30, { pacing: { share: 10 } })
  await Promise.all([read(), read()])
  expect((await bff.gateway.budget()).minute).toMatchObject({ limit: 2, free: 0 })
  bff.run.pacing.share = 20
  await Promise.all([read(), read()])
  expect((await bff.gateway.budget()).minute).toMatchObject({ limit: 4, free: 0 })
})

test('one session that asks for much does not keep another waiting', async () => {
  await start(4, 1)
  const order: string[] = []
  const ask = (session: string) => read('people', session).then(() => order.push(session))
  const greedy = times(12, () => ask('greedy'))
  await until(() => order.length === 4)
  const modest = ask('modest')
  await Promise.all([...greedy, modest])
  expect(order.indexOf('modest')).toBeLessThan(9)
})

test('replies say how much is left', async () => {
  await start(50, 2, { env: { GAINSIGHT_SHARE: '60' } })
  const reply = await proxied()
  expect(reply.headers.get('ratelimit-policy')).toBe('"minute";q=30;w=2, "day";q=30000;w=86400')
  expect(reply.headers.get('ratelimit')).toMatch(/^"minute";r=29;t=[12]$/)
  const lost = await bff.tenant('/v1/nothing')
  expect(lost.status).toBe(404)
  expect(lost.headers.get('ratelimit')).toMatch(/^"minute";r=29;t=[12]$/)
  expect(await bff.gateway.budget()).toMatchObject({
    minute: { limit: 30, tenantLimit: 50, used: 1, free: 29, windowSeconds: 2 },
    day: { limit: 30_000, tenantLimit: 50_000, used: 1 },
    recent: [{ lane: 'people', secondsAgo: expect.any(Number) }],
    waiting: [],
    refusals: null,
    stopped: false,
  })
})

test('a script that would wait for more than 15 s is sent away; a person waits, sees it, and may cancel', async () => {
  await start(1, 30)
  await proxied()
  const script = await proxied({ 'sec-fetch-site': null })
  expect(script).toMatchObject({ status: 429, json: { code: 'too-many-calls', detail: expect.any(String) } })
  const seconds = Number(script.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(15)
  expect(seconds).toBeLessThanOrEqual(31)

  const [{ gsid } = { gsid: '' }] = bff.goals
  const id = randomUUID()
  const body = { requests: [{ record: { Gsid: gsid, Name: 'Later' } }] }
  const save = bff.tenant('/v1/csgoal/external/update', { method: 'PUT', body, headers: { 'idempotency-key': id } })
  const waiting = await until(() =>
    bff.heard.find((event) => event.type === 'write' && event.write.state === 'waiting'),
  )
  expect(waiting).toMatchObject({ write: { id, waitSeconds: expect.any(Number) } })
  expect(await bff.browser.get(`/api/writes/${id}`)).toMatchObject({
    json: { state: 'waiting', waitSeconds: expect.any(Number) },
  })
  expect(await bff.browser.delete(`/api/writes/${id}`)).toMatchObject({ status: 200, json: { state: 'cancelled' } })
  expect(await save).toMatchObject({ status: 499, json: { code: 'cancelled', writeId: id } })
  expect(bff.sandbox.stats().byRoute).toEqual({ fetchGoals: 1 })

  // Its key is spent, where the key of a script that was sent away is not.
  expect(
    await bff.tenant('/v1/csgoal/external/update', { method: 'PUT', body, headers: { 'idempotency-key': id } }),
  ).toMatchObject({ status: 499 })
  const impatient = await bff.tenant('/v1/csgoal/external/update', {
    method: 'PUT',
    body,
    headers: { 'idempotency-key': randomUUID(), 'sec-fetch-site': null },
  })
  expect(impatient).toMatchObject({ status: 429, headers: expect.anything() })
  expect(Number(impatient.headers.get('retry-after'))).toBeGreaterThan(15)
})

test('a write that waited long for its slot reads its goal again', async () => {
  await start(3, 7)
  const [goal] = bff.goals
  if (!goal) throw new Error('The sandbox has no goals.')
  await Promise.all([read(), read()])
  const save = bff.tenant('/v1/csgoal/external/update', {
    method: 'PUT',
    body: { requests: [{ record: { Gsid: goal.gsid, Name: 'Mine' } }] },
    headers: { 'if-match': etagOf(goal) },
  })
  await until(() => bff.sandbox.stats().calls === 3)
  await until(async () => (await bff.gateway.budget()).waiting.length === 1)
  // Read, found unmoved, and waiting for the window: now somebody changes it.
  await bff.sandbox.changeRecord(goal.gsid, { record: { Name: 'Theirs' } })
  expect(await save).toMatchObject({
    status: 412,
    json: { code: 'changed-elsewhere', current: { fields: { Name: 'Theirs' } } },
  })
  expect(bff.sandbox.stats().byRoute).toEqual({ fetchGoals: 4 })
})

test('stop-all tells those who wait', async () => {
  await start(1, 30)
  await proxied()
  const waiting = [proxied(), proxied(), read('sync')]
  await until(async () => (await bff.gateway.budget()).waiting.length === 3)
  await bff.gateway.setStopped(true)
  const [first, second, third] = await Promise.allSettled(waiting)
  expect(first).toMatchObject({ value: { status: 503, json: { code: 'stopped' } } })
  expect(second).toMatchObject({ value: { status: 503 } })
  expect(third).toMatchObject({ reason: { code: 'stopped' } })
})

test('a stop tells those who wait, and a save that was not sent may come again', async () => {
  await start(1, 3)
  const [{ gsid } = { gsid: '' }] = bff.goals
  await proxied()
  const id = randomUUID()
  const body = { requests: [{ record: { Gsid: gsid, Name: 'Again' } }] }
  const save = () =>
    bff.tenant('/v1/csgoal/external/update', { method: 'PUT', body, headers: { 'idempotency-key': id } })
  const first = save()
  await until(async () => (await bff.gateway.budget()).waiting.length === 1)
  const restarted = bff.restart()
  expect(await first).toMatchObject({ status: 503, json: { code: 'not-ready' } })
  await restarted
  expect(await bff.gateway.readWrite(id)).toMatchObject({ state: 'cancelled' })
  expect(await save()).toMatchObject({ status: 200 })
})

describe('when somebody else uses the key', () => {
  test('a refusal stops all lanes until Retry-After, and slows down', async () => {
    await start(40, 2)
    bff.sandbox.faults([{ kind: 'throttle', retryAfter: 1, times: 1 }])
    const began = performance.now()
    await expect(read()).rejects.toMatchObject({ kind: 'throttled' })
    const { minute, refusals } = await bff.gateway.budget()
    expect(minute.free).toBe(0)
    expect(refusals).toMatchObject({ count: 1, pausedUntil: expect.any(Number), pacePerMinute: 20 })
    await Promise.all([read('people'), read('sync')])
    expect(performance.now() - began).toBeGreaterThan(1_000)
    await until(async () => (await bff.gateway.budget()).refusals === null)
  })

  test('a refusal without Retry-After stops until the next full minute', async () => {
    await start(40, 2)
    bff.sandbox.faults([{ kind: 'throttle', times: 1 }])
    expect(await proxied()).toMatchObject({ status: 429, json: { code: 'too-many-calls' } })
    const { refusals } = await bff.gateway.budget()
    const left = (refusals?.pausedUntil ?? 0) % 2_000
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(1_000)
    await read()
    expect(Date.now()).toBeGreaterThanOrEqual(refusals?.pausedUntil ?? 0)
  })

  test("a person's save that the tenant turns away waits and goes out again, with what is read before it", async () => {
    await start(40, 2)
    const [goal] = bff.goals
    if (!goal) throw new Error('The sandbox has no goals.')
    bff.sandbox.faults([
      { kind: 'throttle', retryAfter: 0, times: 2, route: 'updateGoal' },
      { kind: 'throttle', retryAfter: 0, times: 1, route: 'fetchGoals' },
    ])
    const id = randomUUID()
    const saved = await bff.tenant('/v1/csgoal/external/update', {
      method: 'PUT',
      body: { requests: [{ record: { Gsid: goal.gsid, Name: 'At last' } }] },
      headers: { 'idempotency-key': id, 'if-match': etagOf(goal) },
    })
    expect(saved).toMatchObject({ status: 200 })
    const states = bff.heard.flatMap((event) =>
      event.type === 'write' && event.write.id === id && event.write.waitSeconds === null ? event.write.state : [],
    )
    expect(states).toEqual(['sent', 'waiting', 'sent', 'waiting', 'sent', 'confirmed'])
    expect(bff.sandbox.stats().byRoute).toMatchObject({ updateGoal: 3, fetchGoals: 4 })
  })

  test('a save that is turned away over and over is told so, and nothing of it is left open', async () => {
    await start(40, 2)
    const [goal] = bff.goals
    bff.sandbox.faults([{ kind: 'throttle', retryAfter: 0, route: 'updateGoal' }])
    const id = randomUUID()
    const save = await bff.tenant('/v1/csgoal/external/update', {
      method: 'PUT',
      body: { requests: [{ record: { Gsid: goal?.gsid, Name: 'Never' } }] },
      headers: { 'idempotency-key': id },
    })
    expect(save).toMatchObject({ status: 429, json: { code: 'too-many-calls', writeId: id } })
    expect(bff.sandbox.stats().byRoute).toEqual({ updateGoal: 5 })
    expect(await bff.gateway.readWrite(id)).toMatchObject({ state: 'refused' })
  })

  test('a noisy neighbour slows us down, and few calls are refused', async () => {
    await start(20, 1, { sandbox: { switches: { neighbourCallsPerWindow: 12, window: 'sliding' } } })
    const outcomes = await Promise.allSettled(times(60, () => read('sync')))
    const refused = outcomes.filter(({ status }) => status === 'rejected').length
    const { throttled, neighbour } = bff.sandbox.stats()
    expect(throttled).toBe(refused)
    expect(refused).toBeLessThan(20)
    expect(neighbour.admitted).toBeGreaterThan(0)
  })
})
