/** At most this part of our share of the tenant's day goes into syncing; the rest is for people and their changes. */
export const syncPart = 0.25

/** Where both are needed, increments take at most this part of what syncing may cost. */
const incrementPart = 0.5

/** Sweeps notice what increments cannot (goals that left); one every twenty increments is often enough. */
const incrementsPerSweep = 20

const dayMs = 86_400_000

export type SyncPlan = {
  /** From the start of one increment, or of one sweep where there are no increments, to the next. Milliseconds. */
  intervalMs: number
  sweepEveryMs: number
  callsPerDay: number
}

export type SyncCosts = {
  /** What Goalkeeper may use of the tenant's calls in a day. */
  dayLimit: number
  /** Calls of a whole sweep. */
  sweepCalls: number
  /** Calls of an increment; null where the tenant does not take its filter. */
  incrementCalls: number | null
  shortestIntervalMs: number
}

/** How often to sync, so that it never costs more than its part of the day, and what it then costs. */
export function planSync({ dayLimit, sweepCalls, incrementCalls, shortestIntervalMs }: SyncCosts): SyncPlan {
  const allowance = Math.max(1, dayLimit * syncPart)
  if (incrementCalls === null) {
    const sweepEveryMs = Math.max(shortestIntervalMs, intervalFor(sweepCalls, allowance))
    return { intervalMs: sweepEveryMs, sweepEveryMs, callsPerDay: callsIn(dayMs, sweepCalls, sweepEveryMs) }
  }
  const intervalMs = Math.max(shortestIntervalMs, intervalFor(incrementCalls, allowance * incrementPart))
  const incrementsPerDay = callsIn(dayMs, incrementCalls, intervalMs)
  const sweepEveryMs = Math.max(
    shortestIntervalMs * incrementsPerSweep,
    intervalFor(sweepCalls, allowance - incrementsPerDay),
  )
  return { intervalMs, sweepEveryMs, callsPerDay: incrementsPerDay + callsIn(dayMs, sweepCalls, sweepEveryMs) }
}

const intervalFor = (calls: number, callsPerDay: number) => Math.ceil((dayMs * calls) / callsPerDay)
const callsIn = (ms: number, calls: number, everyMs: number) => Math.ceil((ms / everyMs) * calls)
