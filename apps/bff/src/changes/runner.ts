import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Lease } from '#bff/database/lease.ts'
import type { Job } from './job.ts'
import type { Ledger } from './ledger.ts'
import type { SetStore } from './set-store.ts'

type Parts = {
  lease: Lease
  ledger: Pick<Ledger, 'guarded'>
  sets: Pick<SetStore, 'underWay' | 'startDue' | 'tidy'>
  startJob: (setId: string) => Job
  log: Logger
}

/** Work that another process has left, or whose time has come, is found in this time. */
const lookEveryMs = 500

/** Runs the change sets that are under way, in one process at a time, until it is stopped. */
export type Runner = {
  start: () => void
  /** A set was started, paused, resumed or cancelled. */
  wake: (setId: string) => void
  stop: () => Promise<void>
}

export function createRunner({ lease, ledger, sets, startJob, log }: Parts): Runner {
  const jobs = new Map<string, Job>()
  const stopping = new AbortController()
  let waking = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let hasTidied = false

  async function look(): Promise<void> {
    const ids = await sets.underWay()
    if (ids.length === 0 || !(await lease.hold())) return
    if (!hasTidied) await ledger.guarded((transaction) => sets.tidy(transaction))
    hasTidied = true
    await ledger.guarded((transaction) => sets.startDue(transaction))
    for (const id of ids) {
      if (jobs.has(id) || stopping.signal.aborted) continue
      const job = startJob(id)
      jobs.set(id, job)
      void job.ended
        .catch((error: unknown) => log.error({ err: error, setId: id }, 'A change set broke off'))
        .finally(() => jobs.delete(id))
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => log.warn({ err: error }, 'Change sets could not be looked for'))
      const signal = AbortSignal.any([stopping.signal, waking.signal])
      await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined)
      if (waking.signal.aborted) waking = new AbortController()
    }
  }

  return {
    start() {
      running = run()
    },
    wake(setId) {
      jobs.get(setId)?.wake()
      waking.abort()
    },
    async stop() {
      stopping.abort()
      await running
      for (const job of jobs.values()) job.stop()
      await Promise.all([...jobs.values()].map(({ ended }) => ended.catch(() => undefined)))
      await lease.release()
    },
  }
}
