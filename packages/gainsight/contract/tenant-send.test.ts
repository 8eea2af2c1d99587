import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TenantResponse } from '../src/client.ts'
import { pacedSend } from './tenant-send.ts'

const call = { method: 'GET', path: '/', body: null } as const

/** A tenant on a clock of its own that notes when each call arrives and takes as long as told to answer. */
function tenantOnClock(
  answerMs: () => number,
  status: (count: number) => number = () => 200,
  headers: Record<string, string> = {},
) {
  let now = Date.UTC(2027, 0, 31, 10, 0, 12, 345)
  const arrivals: number[] = []
  const send = (): Promise<TenantResponse> => {
    arrivals.push(now)
    now += answerMs()
    return Promise.resolve({ status: status(arrivals.length), headers: new Headers(headers), text: '' })
  }
  const wait = (ms: number) => {
    now += ms
    return Promise.resolve()
  }
  return { arrivals, send, clock: { now: () => now, wait } }
}

test('no window holds more calls than allowed, however long the answers take', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(3_000), { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 1, max: 8 }),
      async (delays, calls) => {
        const times = delays.values()
        const { arrivals, send, clock } = tenantOnClock(() => times.next().value ?? 0)
        const paced = pacedSend(send, { calls, windowMs: 10_000, ...clock })
        for (const _ of delays) await paced(call)
        const tooDense = arrivals.some(
          (at, index) => arrivals[index + calls] !== undefined && arrivals[index + calls]! - at < 10_000,
        )
        expect(tooDense).toBe(false)
      },
    ),
  )
})

test('a tenant that takes no more is asked again when it says, or in its next minute', async () => {
  for (const [headers, waited] of [
    [{ 'retry-after': '7' }, 7_000],
    [{}, 47_655],
  ] as const) {
    const tenant = tenantOnClock(
      () => 0,
      (count) => (count === 1 ? 429 : 200),
      headers,
    )
    const response = await pacedSend(tenant.send, { calls: 60, windowMs: 60_000, ...tenant.clock })(call)
    expect(response.status).toBe(200)
    expect(tenant.arrivals[1]! - tenant.arrivals[0]!).toBe(waited)
  }
})

test('one that never takes more is told as it is', async () => {
  const tenant = tenantOnClock(
    () => 0,
    () => 429,
  )
  const response = await pacedSend(tenant.send, { calls: 60, windowMs: 60_000, ...tenant.clock })(call)
  expect(response.status).toBe(429)
  expect(tenant.arrivals).toHaveLength(4)
})
