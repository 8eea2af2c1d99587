import { lanes } from '@goalkeeper/contract/status'
import { usualPacing } from '@goalkeeper/contract/connection'
import { expect, test } from 'vitest'
import { afterRefusal, allowancesOf, ceilingsOf, estimateWait, paceAt, type Standing } from './budget-rules.ts'

const limits = { callsPerMinute: 100, callsPerDay: 50_000, sharePercent: 60, windowSeconds: 60 }
const minute = 60_000
const untroubled: Standing = { refusals: 0, refused_since: null, paused_until: 0, pace: 1, paced_at: 0 }

test.each(lanes)('whatever an admin sets, a call of the lane %s can go out', (lane) => {
  const { synchronous } = allowancesOf({ ...limits, callsPerMinute: 3, sharePercent: 1 }, 0)
  const least = ceilingsOf(synchronous, { lane }, 0.1, { ...usualPacing, reserve: 45, scripts: 1 })
  expect(Math.min(least.short, least.day, least.own)).toBe(1)
})

test('the share applies to every limit of the tenant', () => {
  const allowances = allowancesOf(limits, 0)
  expect(allowances.synchronous.short).toEqual({ calls: 60, tenantCalls: 100, ms: minute })
  expect(allowances.synchronous.day).toEqual({ calls: 30_000, tenantCalls: 50_000, ms: 24 * 60 * minute })
  expect(allowances.asynchronous.short).toEqual({ calls: 6, tenantCalls: 10, ms: 60 * minute })
  expect(allowances.users.day.calls).toBe(600)
})

test('a share of almost nothing still lets one call through', () => {
  const { synchronous } = allowancesOf({ ...limits, callsPerMinute: 2, sharePercent: 1 }, 0)
  expect(ceilingsOf(synchronous, { lane: 'sync' }, 0.1, usualPacing).short).toBe(1)
})

test('lower lanes leave a reserve', () => {
  const { synchronous } = allowancesOf(limits, 0)
  const ceilings = lanes.map((lane) => ceilingsOf(synchronous, { lane }, 1, usualPacing))
  const any = Number.MAX_SAFE_INTEGER
  expect(ceilings).toEqual([
    { short: 60, day: 30_000, own: any },
    { short: 51, day: 25_500, own: any },
    { short: 46, day: 23_250, own: 30 },
    { short: 42, day: 21_000, own: any },
  ])
  const withoutReserve = lanes.map((lane) => ceilingsOf(synchronous, { lane }, 1, { ...usualPacing, reserve: 0 }).short)
  expect(withoutReserve).toEqual([60, 60, 60, 60])
  // What comes evenly spread leaves a slot every moment anyway.
  expect(ceilingsOf(synchronous, { lane: 'changes', isSpread: true }, 1, usualPacing).short).toBe(60)
})

test('a refusal pauses until the next full minute, then halves the pace, which comes back by tenths', () => {
  const now = 10 * minute + 12_345
  const after = afterRefusal(now, untroubled, { admittedAt: now - 100, retryAfterSeconds: null }, minute)
  expect(after.paused_until).toBeGreaterThanOrEqual(11 * minute)
  expect(after.paused_until).toBeLessThan(11 * minute + 1000)
  expect(paceAt(after.paused_until, after, minute)).toBe(0.5)
  expect(paceAt(after.paused_until + 2 * minute, after, minute)).toBeCloseTo(0.7)
  expect(paceAt(after.paused_until + 9 * minute, after, minute)).toBe(1)
})

test('Retry-After is obeyed to the second', () => {
  const after = afterRefusal(5_000, untroubled, { admittedAt: 4_000, retryAfterSeconds: 17 }, minute)
  expect(after.paused_until).toBe(22_000)
})

test('calls refused together slow down once, one admitted later slows down again', () => {
  const first = afterRefusal(5_000, untroubled, { admittedAt: 4_000, retryAfterSeconds: 1 }, minute)
  const together = afterRefusal(5_100, first, { admittedAt: 4_900, retryAfterSeconds: 1 }, minute)
  expect(together).toMatchObject({ pace: 0.5, refusals: 2, refused_since: 5_000 })
  const later = afterRefusal(7_000, together, { admittedAt: 6_500, retryAfterSeconds: 1 }, minute)
  expect(later.pace).toBeCloseTo(0.25, 1)
  expect(later.refusals).toBe(3)
})

test('trouble after a full recovery counts anew, and the pace never falls under a tenth', () => {
  let standing = untroubled
  for (let now = 0; now < 20_000; now += 1_000) {
    standing = afterRefusal(now, standing, { admittedAt: now, retryAfterSeconds: 0 }, minute)
  }
  expect(standing.pace).toBe(0.1)
  const later = afterRefusal(100 * minute, standing, { admittedAt: 100 * minute, retryAfterSeconds: 0 }, minute)
  expect(later).toMatchObject({ refusals: 1, refused_since: 100 * minute, pace: 0.5 })
})

test('the wait is until enough slots come back for everyone before', () => {
  const held = [1_000, 4_000, 2_000]
  expect(estimateWait(5_000, held, 4, 0, 10_000)).toBe(0)
  expect(estimateWait(5_000, held, 3, 0, 10_000)).toBe(6_001)
  expect(estimateWait(5_000, held, 3, 1, 10_000)).toBe(7_001)
  // A lane with a lower ceiling needs one more to come back.
  expect(estimateWait(5_000, held, 2, 0, 10_000)).toBe(7_001)
  // The fourth in the queue waits for the first slot a second time.
  expect(estimateWait(5_000, held, 3, 3, 10_000)).toBe(16_001)
})
