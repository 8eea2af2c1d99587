import { setTimeout as sleep } from 'node:timers/promises'

type Background = {
  everyMs: number
  signal: AbortSignal
  onFailure: (error: unknown) => void
}
export type Repeating = {
  /** Runs the job now, or once more when it is running. */
  wake: () => void
  /** Settles after the signal, when the job has ended. */
  ended: Promise<void>
}

const firstRetryMs = 15_000
/** A tenant that stays away is asked this often. */
const lastRetryMs = 5 * 60_000

/** Runs a job now and again until the signal ends it. After a failure it is tried sooner, and ever less soon. */
export function repeat(job: () => Promise<void>, { everyMs, signal, onFailure }: Background): Repeating {
  let isWoken = false
  let waiting = new AbortController()

  async function wait(ms: number): Promise<void> {
    // Rejects only because of one of the signals, both of which end the waiting.
    if (!isWoken)
      await sleep(ms, undefined, { signal: AbortSignal.any([signal, waiting.signal]) }).catch(() => undefined)
    isWoken = false
    waiting = new AbortController()
  }

  async function run(): Promise<void> {
    let retryMs = firstRetryMs
    while (!signal.aborted) {
      try {
        await job()
        retryMs = firstRetryMs
        await wait(everyMs)
      } catch (error) {
        if (signal.aborted) return
        onFailure(error)
        await wait(Math.min(retryMs, everyMs))
        retryMs = Math.min(retryMs * 2, lastRetryMs)
      }
    }
  }

  return {
    wake() {
      isWoken = true
      waiting.abort()
    },
    ended: run(),
  }
}
