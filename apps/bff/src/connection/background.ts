import { setTimeout as sleep } from 'node:timers/promises'

type Background = {
  everyMs: number
  signal: AbortSignal
  onFailure: (error: unknown) => void
}

const firstRetryMs = 15_000
/** A tenant that stays away is asked this often. */
const lastRetryMs = 5 * 60_000

/** Runs a job now and again until the signal ends it. After a failure it is tried sooner, and ever less soon. */
export async function repeat(job: () => Promise<void>, { everyMs, signal, onFailure }: Background): Promise<void> {
  let retryMs = firstRetryMs
  while (!signal.aborted) {
    let waitMs = everyMs
    try {
      await job()
      retryMs = firstRetryMs
    } catch (error) {
      if (signal.aborted) return
      onFailure(error)
      waitMs = Math.min(retryMs, everyMs)
      retryMs = Math.min(retryMs * 2, lastRetryMs)
    }
    // Rejects only because of the signal, which ends the loop.
    await sleep(waitMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
