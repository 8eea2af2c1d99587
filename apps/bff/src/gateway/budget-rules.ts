import type { Pacing } from '@goalkeeper/contract/connection'
import { atLeastOne, callsOfLane } from '@goalkeeper/contract/lane-part'
import { limitClasses, type LimitClass } from '@goalkeeper/gainsight/limits'
import type { Config } from '#bff/config.ts'
import type { Lane } from './gateway.ts'
import type { GatewayLimitTable } from './tables.ts'

/** At most `calls` of ours, of the tenant's `tenantCalls`, in any `ms`. */
export type Allowance = { calls: number; tenantCalls: number; ms: number }

/** What a limit class may use: in its short window (a minute, or an hour) and in a day. */
export type Allowances = { short: Allowance; day: Allowance }

/** How a class stands with the tenant, as the store keeps it. */
export type Standing = Omit<GatewayLimitTable, 'limit_class' | 'day_used'>

/** A refusal halves the pace, down to a tenth; then a tenth comes back with each window. */
const slowestPace = 0.1
const recoveryPerWindow = 0.1

/** The tenant's clock and ours may differ by so much at the full minute. */
const minuteGraceMs = 250

/**
 * What Goalkeeper may use of each class: the tenant's limits as configured, times the share. Windows are longer by the
 * milliseconds by which the clocks of its processes may differ.
 */
export function allowancesOf(limits: Config['limits'], clockSpreadMs: number): Record<LimitClass, Allowances> {
  const share = (tenantCalls: number, seconds: number): Allowance => ({
    calls: Math.max(1, Math.floor((tenantCalls * limits.sharePercent) / 100)),
    tenantCalls,
    ms: seconds * 1000 + clockSpreadMs,
  })
  const { synchronous, asynchronous, users } = limitClasses
  return {
    synchronous: {
      short: share(limits.callsPerMinute, limits.windowSeconds),
      day: share(limits.callsPerDay, synchronous[1].seconds),
    },
    asynchronous: {
      short: share(asynchronous[0].calls, asynchronous[0].seconds),
      day: share(asynchronous[1].calls, asynchronous[1].seconds),
    },
    users: {
      short: share(users[0].calls, users[0].seconds),
      day: share(users[1].calls, users[1].seconds),
    },
  }
}

/** How many slots may be in use for a lane to take another one; `own`: how many of the lane itself. */
export type Ceilings = { short: number; day: number; own: number }

/**
 * The ceilings of a lane, at a pace from 0 to 1. Calls that come evenly spread keep no reserve free: a slot comes back every moment, and goes to
 * whoever is first.
 */
export function ceilingsOf(
  { short, day }: Allowances,
  { lane, isSpread = false }: { lane: Lane; isSpread?: boolean | undefined },
  pace: number,
  pacing: Pacing,
): Ceilings {
  return {
    short: callsOfLane(short.calls * pace, isSpread ? 'people' : lane, pacing.reserve),
    day: callsOfLane(day.calls, lane, pacing.reserve),
    own: lane === 'scripts' ? atLeastOne((short.calls * pace * pacing.scripts) / 100) : Number.MAX_SAFE_INTEGER,
  }
}

/** The pace at a time: what the last refusal left of it, and what came back since the pause was over. */
export function paceAt(now: number, { pace, paused_until }: Standing, windowMs: number): number {
  const windows = Math.max(0, now - paused_until) / windowMs
  return Math.min(1, pace + recoveryPerWindow * windows)
}

/**
 * How a class stands after the tenant refused a call: it pauses until the tenant's Retry-After, or else the next full
 * minute (windows of the tenant are aligned, reference 1.5), and goes on slower. Calls that were on their way when the
 * pace was lowered do not lower it again.
 */
export function afterRefusal(
  now: number,
  standing: Standing,
  refused: { admittedAt: number; retryAfterSeconds: number | null },
  windowMs: number,
): Standing {
  const pace = paceAt(now, standing, windowMs)
  const isNews = refused.admittedAt >= standing.paced_at
  const isFirst = standing.refused_since === null || pace === 1
  const nextMinute = (Math.floor(now / windowMs) + 1) * windowMs + minuteGraceMs
  const until = refused.retryAfterSeconds === null ? nextMinute : now + refused.retryAfterSeconds * 1000
  return {
    refusals: isFirst ? 1 : standing.refusals + 1,
    refused_since: isFirst ? now : standing.refused_since,
    paused_until: Math.max(standing.paused_until, until),
    pace: isNews ? Math.max(slowestPace, pace / 2) : standing.pace,
    paced_at: isNews ? now : standing.paced_at,
  }
}

/**
 * In how many milliseconds the waiter with `ahead` others before it gets its slot, as far as can be told now.
 * `held` are the slots in use: when each was answered, null while its answer is out.
 */
export function estimateWait(
  now: number,
  held: (number | null)[],
  ceiling: number,
  ahead: number,
  windowMs: number,
): number {
  const index = held.length - ceiling + ahead
  if (index < 0) return 0
  const releases = held.map((answeredAt) => (answeredAt ?? now) + windowMs + 1).toSorted((a, b) => a - b)
  const release = releases[index % releases.length] ?? now + windowMs
  return Math.max(0, release + Math.floor(index / Math.max(1, releases.length)) * windowMs - now)
}
