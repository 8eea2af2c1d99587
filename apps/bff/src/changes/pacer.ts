import { setTimeout as sleep } from 'node:timers/promises'
import type { Gateway } from '#bff/gateway/gateway.ts'

/** The part of a window's calls that may be made at once; all others come evenly. More would leave a hole at the end of each window in which nobody gets a slot. */
const atOncePart = 0.04
/** A run of no more than this part of a window is made as soon as it can be: what it leaves is enough for people. */
const atOnceAtMost = 0.8
/** How long what is known of the budget counts. */
const knownForMs = 2_000

/** Whether so many calls are spread evenly over windows of `perWindow`, because they are more than can be made at once without a thought for others. */
export const isLongRun = (calls: number, perWindow: number): boolean => calls > perWindow * atOnceAtMost

/** The monotonic clock, in milliseconds. */
type Time = { now: () => number; rest: (ms: number, signal: AbortSignal) => Promise<unknown> }

const realTime: Time = {
  now: () => performance.now(),
  rest: (ms, signal) => sleep(ms, undefined, { signal }),
}

export type Pacer = ReturnType<typeof createPacer>

/**
 * Spreads the calls of long runs evenly over the windows of the budget, all of them together. So they can use all of it, and still a slot comes
 * free every moment for a person who wants to save: calls that are made as soon as they can be all come at the beginning of a window, and
 * then nobody gets one until its end.
 */
export function createPacer(gateway: Pick<Gateway, 'budget'>, time: Time = realTime) {
  let known: { calls: number; windowMs: number; at: number } | null = null
  let next = Number.NEGATIVE_INFINITY

  async function perWindow(): Promise<{ calls: number; windowMs: number }> {
    const now = time.now()
    if (known && now - known.at < knownForMs) return known
    const { minute, refusals } = await gateway.budget()
    known = {
      calls: Math.max(1, refusals?.pacePerMinute ?? minute.limit),
      windowMs: minute.windowSeconds * 1000,
      at: now,
    }
    return known
  }

  return {
    isLong: async (calls: number): Promise<boolean> => isLongRun(calls, (await perWindow()).calls),
    /** Waits until it is time for the next call. Rejects when the signal is aborted. */
    async turn(signal: AbortSignal): Promise<void> {
      const { calls, windowMs } = await perWindow()
      const everyMs = windowMs / calls
      const now = time.now()
      next = Math.max(next, now - Math.floor(calls * atOncePart) * everyMs)
      const waitMs = next - now
      next += everyMs
      if (waitMs > 0) await time.rest(waitMs, signal)
    },
  }
}
