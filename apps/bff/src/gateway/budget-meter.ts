import type { Budget } from '@goalkeeper/contract/status'
import type { Config } from '#bff/config.ts'
import type { CallBudget } from './budget.ts'
import { ceilingsOf } from './budget-rules.ts'
import type { Lane } from './gateway.ts'
import { quietUntil } from './quiet-hours.ts'

type Metered = Pick<CallBudget, 'use' | 'held' | 'day' | 'waiting' | 'allowances' | 'pacing'>

/** The budget of the synchronous calls as the meter draws it. */
export async function readMeter(budget: Metered, limits: Config['limits']): Promise<Budget> {
  const { short, day } = budget.allowances().synchronous
  const { now, standing, pace, stopped } = await budget.use('synchronous')
  const held = await budget.held('synchronous')
  const { used, lastHour } = await budget.day('synchronous')
  const isPaused = standing.paused_until > now
  const ceilings = ceilingsOf({ short, day }, { lane: 'people' }, pace, budget.pacing())
  const free = Math.max(0, Math.min(ceilings.short - held.length, ceilings.day - used))
  return {
    minute: {
      limit: short.calls,
      tenantLimit: short.tenantCalls,
      used: held.length,
      free: isPaused || stopped ? 0 : free,
      windowSeconds: limits.windowSeconds,
    },
    // A day at the pace of the last hour.
    day: { limit: day.calls, tenantLimit: day.tenantCalls, used, forecast: lastHour * 24 },
    recent: held.map(({ lane, admittedAt }) => ({ lane, secondsAgo: Math.max(0, (now - admittedAt) / 1000) })),
    waiting: budget.waiting().map(({ lane, label, seconds }) => ({ lane, label, seconds })),
    refusals:
      standing.refused_since === null || (pace === 1 && !isPaused)
        ? null
        : {
            count: standing.refusals,
            since: standing.refused_since,
            pausedUntil: isPaused ? standing.paused_until : null,
            pacePerMinute: Math.floor(short.calls * pace),
          },
    stopped,
    quietUntil: quietUntil(now, budget.pacing().quietHours),
    usualShare: limits.sharePercent,
  }
}

/** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers): what callers of a lane may still use, and when a slot comes back. */
export async function rateLimitHeaders(
  budget: Metered,
  limits: Config['limits'],
  lane: Lane,
): Promise<Record<string, string>> {
  const { short, day } = budget.allowances().synchronous
  const { now, used, firstAnsweredAt, pace } = await budget.use('synchronous')
  const left = Math.max(0, ceilingsOf({ short, day }, { lane }, pace, budget.pacing()).short - used)
  const nextBack = (firstAnsweredAt ?? now) + short.ms - now
  const reset = used === 0 ? '' : `;t=${Math.max(0, Math.ceil(nextBack / 1000))}`
  return {
    'ratelimit-policy': `"minute";q=${short.calls};w=${limits.windowSeconds}, "day";q=${day.calls};w=86400`,
    ratelimit: `"minute";r=${left}${reset}`,
  }
}
