import { describe, expect, test } from 'vitest'
import type { FaultSetting } from '#sandbox/faults/fault.ts'
import { createPath, fetchPath, only, startTenant, updatePath, type TenantClient } from './tenant-client.ts'

/** A tenant with one fault on updates, and a goal to rename. */
async function faulty(...faults: FaultSetting[]) {
  const tenant = await startTenant({ faults })
  const [goal] = await tenant.fetchGoals()
  const Gsid = goal?.dataList.Gsid ?? ''
  return {
    tenant,
    rename: (Name = 'Renamed') => tenant.send('PUT', updatePath, { requests: [{ record: { Gsid, Name } }] }),
    isRenamed: () => tenant.sandbox.record(Gsid)?.record.Name === 'Renamed',
  }
}
const connectionLost = expect.objectContaining({ name: 'TypeError' })
const onUpdate = { route: 'updateGoal' }

describe('a write', () => {
  test('whose connection is dropped before it is applied is not applied', async () => {
    const { rename, isRenamed, tenant } = await faulty({ kind: 'drop-before-apply', ...onUpdate, times: 1 })
    await expect(rename()).rejects.toEqual(connectionLost)
    expect([isRenamed(), tenant.sandbox.stats().writes.applied]).toEqual([false, 0])
    expect((await rename()).status).toBe(200)
    expect(isRenamed()).toBe(true)
  })

  test('whose connection is dropped after it is applied is applied', async () => {
    const { rename, isRenamed, tenant } = await faulty({ kind: 'drop-after-apply', ...onUpdate, times: 1 })
    await expect(rename()).rejects.toEqual(connectionLost)
    expect([isRenamed(), tenant.sandbox.stats().writes.applied]).toEqual([true, 1])
  })

  test('may be applied late, after the connection was dropped', async () => {
    const { rename, isRenamed, tenant } = await faulty({ kind: 'apply-late', ms: 150, ...onUpdate, times: 1 })
    await expect(rename()).rejects.toEqual(connectionLost)
    expect([isRenamed(), tenant.sandbox.stats().writes]).toEqual([
      false,
      expect.objectContaining({ applied: 0, late: 1 }),
    ])
    await expect.poll(isRenamed, { timeout: 5000 }).toBe(true)
    expect(tenant.sandbox.stats().writes).toMatchObject({ applied: 1, late: 0 })
  })

  test.each([
    ['success', 200],
    ['server-error', 500],
  ] as const)('may be applied late, after a reply of %s', async (answer, status) => {
    const { rename, isRenamed } = await faulty({ kind: 'apply-late', ms: 150, answer, ...onUpdate, times: 1 })
    expect((await rename()).status).toBe(status)
    expect(isRenamed()).toBe(false)
    await expect.poll(isRenamed, { timeout: 5000 }).toBe(true)
  })

  test('that is applied late lands on what came before it', async () => {
    const { rename, tenant, isRenamed } = await faulty({
      kind: 'apply-late',
      ms: 150,
      answer: 'success',
      ...onUpdate,
      times: 1,
    })
    await rename()
    await rename('Newer')
    await expect.poll(isRenamed, { timeout: 5000 }).toBe(true)
    expect(tenant.sandbox.stats().writes.applied).toBe(2)
  })

  test('that is late when the sandbox stops or is reset is lost', async () => {
    const { rename, tenant } = await faulty({ kind: 'apply-late', ms: 60_000, ...onUpdate })
    await expect(rename()).rejects.toEqual(connectionLost)
    await tenant.sandbox.reset()
    expect(tenant.sandbox.stats().writes.late).toBe(0)
  })

  test('of a new goal may be applied late too, once and under its own id', async () => {
    const { tenant } = await faulty({ kind: 'apply-late', ms: 100, answer: 'success', route: 'createGoal' })
    const { body } = await tenant.call('POST', '/v1/data/objects/query/company', { select: ['Gsid'], limit: 1 })
    const record = { Name: 'Late', StatusName: 'New', EntityType: 'COMPANY', CompanyId: body.data.records[0].Gsid }
    const created = await tenant.call('POST', createPath, { requests: [{ record }] })
    expect(await tenant.fetchGoals()).toHaveLength(60)
    await expect
      .poll(() => tenant.sandbox.record(created.body.data.goal.Gsid)?.record.Name, { timeout: 5000 })
      .toBe('Late')
    expect(await tenant.fetchGoals()).toHaveLength(61)
  })
})

describe.each([true, false])('with applied: %s, a write', (applied) => {
  test('may end in a server error', async () => {
    const { rename, isRenamed } = await faulty({ kind: 'server-error', status: 503, applied, ...onUpdate })
    const { status, text } = await rename()
    expect([status, JSON.parse(text).errorCode, isRenamed()]).toEqual([503, 'GU_1101', applied])
  })

  test('may end in a page with status 200', async () => {
    const { rename, isRenamed } = await faulty({ kind: 'html', applied, ...onUpdate })
    const { status, headers, text } = await rename()
    expect([status, headers.get('content-type'), isRenamed()]).toEqual([
      200,
      expect.stringContaining('text/html'),
      applied,
    ])
    expect(text).toMatch(/^<!DOCTYPE html>/)
  })

  test('may end in half of its JSON', async () => {
    const { rename, isRenamed } = await faulty({ kind: 'truncated-json', applied, ...onUpdate })
    const { status, text } = await rename()
    expect([status, isRenamed()]).toEqual([200, applied])
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  test('may end in the middle of the reply', async () => {
    const { rename, isRenamed } = await faulty({ kind: 'cut-reply', applied, ...onUpdate })
    await expect(rename()).rejects.toEqual(connectionLost)
    expect(isRenamed()).toBe(applied)
  })

  test('may never be answered', async () => {
    const { tenant, rename, isRenamed } = await faulty({ kind: 'no-answer', applied, ...onUpdate })
    const answered = rename()
    await expect.poll(() => tenant.sandbox.faults()[0]?.met).toBe(1)
    await expect.poll(isRenamed).toBe(applied)
    const lost = expect(answered).rejects.toEqual(connectionLost)
    await tenant.sandbox.stop()
    await lost
  })
})

describe('any call', () => {
  const read = (tenant: TenantClient) =>
    tenant.send('POST', fetchPath, { select: ['Gsid'], pageSize: 1, pageNumber: 1 })

  test('may be slow, before or after it is carried out', async () => {
    const { tenant, rename, isRenamed } = await faulty(
      { kind: 'slow-reply', ms: 300, ...onUpdate },
      { kind: 'latency', ms: [100, 120], route: 'fetchGoals', times: 2 },
    )
    const started = performance.now()
    await read(tenant)
    expect(performance.now() - started).toBeGreaterThan(95)
    let isAnswered = false
    const answered = rename().then(() => (isAnswered = true))
    await expect.poll(isRenamed, { interval: 5 }).toBe(true)
    expect(isAnswered).toBe(false)
    await answered
  })

  test('of one goal may be met apart from all others', async () => {
    const tenant = await startTenant()
    const [one, other] = (await tenant.fetchGoals()).map(({ dataList }) => dataList.Gsid)
    tenant.sandbox.faults([{ kind: 'server-error', route: 'fetchGoals', ...(one && { gsid: one }) }])
    const ask = async (gsid?: string) => {
      const page = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }
      const where = gsid && only('Gsid', 'EQ', gsid)
      return (await tenant.send('POST', fetchPath, { ...page, ...(where && { where }) })).status
    }
    expect([await ask(one), await ask(other), await ask()]).toEqual([500, 200, 200])
  })

  test('that would be refused is lost all the same', async () => {
    const { rename } = await faulty({ kind: 'drop-after-apply', ...onUpdate })
    await expect(rename('')).rejects.toEqual(connectionLost)
  })

  test('may be refused, in the words of its API and the style of the tenant', async () => {
    const { tenant, rename } = await faulty(
      { kind: 'refuse', error: 'INVALID_STATUS_NAME', message: 'Not today', ...onUpdate },
      { kind: 'refuse', message: 'No queries', route: 'queryObject' },
    )
    expect(await rename()).toMatchObject({ status: 500, text: expect.stringContaining('"message":"Not today"') })
    tenant.sandbox.switches({ errorStyle: 'envelope' })
    expect(await rename()).toMatchObject({ status: 400, text: expect.stringContaining('"errorCode":8010') })
    expect(await tenant.call('POST', '/v1/data/objects/query/company', { select: ['Gsid'] })).toMatchObject({
      status: 400,
      body: { errorCode: 'GSOBJ_1008', errorDesc: 'No queries' },
    })
  })

  test('may be throttled, with or without Retry-After', async () => {
    const { tenant, rename, isRenamed } = await faulty(
      { kind: 'throttle', effect: 'write', retryAfter: 7 },
      { kind: 'throttle', route: 'fetchGoals', after: 1 },
    )
    const write = await rename()
    expect([write.status, write.headers.get('retry-after'), isRenamed()]).toEqual([429, '7', false])
    const reply = await read(tenant)
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, null])
  })

  test('may meet a fault by chance, the same calls at every run', async () => {
    const run = async () => {
      const tenant = await startTenant({ seed: 5, faults: [{ kind: 'server-error', probability: 0.5 }] })
      const statuses: number[] = []
      for (let call = 0; call < 30; call++) statuses.push((await read(tenant)).status)
      return statuses
    }
    const statuses = await run()
    expect(new Set(statuses)).toEqual(new Set([200, 500]))
    expect(await run()).toEqual(statuses)
  })
})
