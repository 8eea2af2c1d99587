import { randomUUID } from 'node:crypto'
import { cp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Write } from '@goalkeeper/contract/writes'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FaultSetting } from '../../test/start-bff.ts'
import { startGatewayChild } from '../../test/start-gateway-child.ts'
import type { GatewayTestOptions } from '../../test/start-gateway.ts'
import { until } from '../../test/until.ts'
import { etagOf } from './goal-version.ts'

const fetchPath = '/v1/csgoal/external/fetch'
const page = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }

// Each starts several processes, one after the other.
vi.setConfig({ testTimeout: 120_000 })

let bff: Awaited<ReturnType<typeof startGatewayChild>>
afterEach(() => bff.stop())
const start = async (options: GatewayTestOptions = {}) => {
  bff = await startGatewayChild({ timeoutMs: 1_000, ...options })
}

const goal = () => {
  const [first] = bff.goals
  if (!first) throw new Error('The sandbox has no goals.')
  return first
}
const update = (id: string) =>
  bff.tenant('/v1/csgoal/external/update', {
    method: 'PUT',
    body: { requests: [{ record: { Gsid: goal().gsid, Name: 'Killed' } }] },
    headers: { 'idempotency-key': id, 'if-match': etagOf(goal()) },
  })
const create = (id: string) =>
  bff.tenant('/v1/csgoal/external/create', {
    method: 'POST',
    body: {
      requests: [{ record: { Name: 'Killed', StatusName: 'New', EntityType: 'COMPANY', CompanyId: goal().companyId } }],
    },
    headers: { 'idempotency-key': id },
  })
const writeOf = async (id: string) => (await bff.browser.get(`/api/writes/${id}`)).json as Write
const settled = async (id: string) => {
  await until(async () => !['waiting', 'sent', 'unknown'].includes((await writeOf(id)).state), 30_000)
  return writeOf(id)
}

describe.each([
  ['an update', 'updateGoal', update],
  ['a create', 'createGoal', create],
] as const)('killed while %s is on its way', (_what, route, write) => {
  test.each([
    ['and the tenant applies it', true],
    ['and the tenant does not', false],
  ])('%s, a start finds out, and nothing is sent again', async (_how, applied) => {
    await start()
    const fault: FaultSetting = { kind: 'no-answer', applied, effect: 'write' }
    bff.sandbox.faults([fault])
    const id = randomUUID()
    const lost = write(id).catch(() => 'lost')
    await until(() => bff.sandbox.stats().byRoute[route] === 1)
    await bff.kill()
    expect(await lost).toBe('lost')
    bff.sandbox.faults([])
    await bff.start()
    expect(await settled(id)).toMatchObject({ state: applied ? 'confirmed' : 'refused' })
    expect((await write(id)).status).toBe(applied ? 200 : 502)
    const { byRoute, writes } = bff.sandbox.stats()
    expect({ sent: byRoute[route], applied: writes.applied }).toEqual({ sent: 1, applied: applied ? 1 : 0 })
  })
})

test('killed while a write waits, it was never sent, and may come again', async () => {
  await start({ env: { GAINSIGHT_CALLS_PER_MINUTE: '2', GAINSIGHT_WINDOW_SECONDS: '4' } })
  await bff.tenant(fetchPath, { method: 'POST', body: page })
  const id = randomUUID()
  const lost = update(id).catch(() => 'lost')
  await until(async () => (await writeOf(id)).state === 'waiting')
  await bff.kill()
  expect(await lost).toBe('lost')
  await bff.start()
  expect(await writeOf(id)).toMatchObject({
    state: 'cancelled',
    detail: expect.stringContaining('Nothing was changed'),
  })
  expect((await update(id)).status).toBe(200)
  expect(bff.sandbox.stats().byRoute['updateGoal']).toBe(1)
})

test('kills under load never let more calls through than the limit', async () => {
  await start({
    env: { GAINSIGHT_CALLS_PER_MINUTE: '10', GAINSIGHT_WINDOW_SECONDS: '3' },
    sandbox: { callsPerMinute: 10, windowSeconds: 3, latencyMs: [20, 200], switches: { window: 'sliding' } },
  })
  for (const callsUntilKilled of [3, 10, 14]) {
    const before = bff.sandbox.stats().calls
    const lost = Array.from({ length: 30 }, () =>
      bff.tenant(fetchPath, { method: 'POST', body: page }).catch(() => 'lost'),
    )
    await until(() => bff.sandbox.stats().calls >= before + callsUntilKilled, 30_000)
    await bff.kill()
    await Promise.all(lost)
    await bff.start()
  }
  const { throttled, windows } = bff.sandbox.stats()
  expect(throttled).toBe(0)
  expect(windows.synchronous.mostReceived).toBeLessThanOrEqual(10)
})

test('when the machine goes down and the database forgets, the file beside it knows what was on its way', async () => {
  await start()
  const database = join(bff.dataDir, 'pglite')
  // Everything up to here is on the disk; what comes now is lost but for the file.
  await bff.kill()
  await cp(database, `${database}-kept`, { recursive: true })
  await bff.start()
  const done = randomUUID()
  expect((await update(done)).status).toBe(200)
  bff.sandbox.faults([{ kind: 'no-answer', applied: true, effect: 'write' }])
  const id = randomUUID()
  const lost = create(id).catch(() => 'lost')
  await until(() => bff.sandbox.stats().byRoute['createGoal'] === 1)
  await bff.kill()
  await lost
  bff.sandbox.faults([])
  await rm(database, { recursive: true })
  await cp(`${database}-kept`, database, { recursive: true })

  await bff.start()
  expect(await writeOf(done)).toMatchObject({ state: 'confirmed' })
  expect(await settled(id)).toMatchObject({ state: 'confirmed', gsid: bff.sandbox.stats().writes.created[0] })
  expect((await update(done)).status).toBe(200)
  expect((await create(id)).status).toBe(200)
  expect(bff.sandbox.stats().byRoute).toMatchObject({ updateGoal: 1, createGoal: 1 })
})

test('put back from a backup, a write that waited then is found out and not sent again, and the budget holds back', async () => {
  await start({ env: { GAINSIGHT_CALLS_PER_MINUTE: '2', GAINSIGHT_WINDOW_SECONDS: '2' } })
  await bff.tenant(fetchPath, { method: 'POST', body: page })
  const id = randomUUID()
  const lost = update(id).catch(() => 'lost')
  await until(async () => (await writeOf(id)).state === 'waiting')
  await bff.kill()
  await lost
  // What a snapshot of the disk would have caught; then the program goes on, and sends it.
  const backup = `${bff.dataDir}-backup`
  await cp(bff.dataDir, backup, { recursive: true })
  await bff.start()
  expect((await update(id)).status).toBe(200)
  await bff.kill()
  await rm(bff.dataDir, { recursive: true })
  await rename(backup, bff.dataDir)
  await writeFile(join(bff.dataDir, 'restored'), '')

  const calls = () => bff.sandbox.stats().calls
  const before = calls()
  const began = performance.now()
  await bff.start()
  const asked = bff.tenant(fetchPath, { method: 'POST', body: page })
  expect(await settled(id)).toMatchObject({ state: 'confirmed', detail: expect.stringContaining('reading it back') })
  expect((await asked).status).toBe(200)
  expect(performance.now() - began).toBeGreaterThan(2_000)
  expect(calls()).toBeGreaterThan(before)
  expect((await update(id)).status).toBe(200)
  expect(bff.sandbox.stats().byRoute['updateGoal']).toBe(1)
})
