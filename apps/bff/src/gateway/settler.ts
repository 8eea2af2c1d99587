import * as texts from '@goalkeeper/texts/server/gateway'
import { GainsightError } from '@goalkeeper/gainsight/error'
import type { Logger } from 'pino'
import { AppError } from '#bff/http/app-error.ts'
import type { BudgetClock } from './budget-clock.ts'
import type { Doubts } from './doubts.ts'
import type { Settle } from './settle.ts'
import type { StoredProblem, WriteRow } from './tables.ts'
import type { Verdict } from './verdict.ts'

type Parts = {
  doubts: Doubts
  settle: Settle
  inquire: (row: WriteRow, signal: AbortSignal) => Promise<Verdict>
  clock: Pick<BudgetClock, 'now'>
  timeoutMs: number
  log: Logger
}

/** Processes that died are looked for this often. */
const lookEveryMs = 5_000
const longestPauseMs = 300_000
/** Complete reads, after the quiet time, that have to agree that a write was not applied. */
const readsOfAbsence = 2

/** Finds out, in the background, what became of writes whose outcome is unknown. */
export type Settler = {
  start: (about: { isAlone: boolean }) => Promise<void>
  wake: () => void
  stop: () => Promise<void>
}

export function createSettler({ doubts, settle, inquire, clock, timeoutMs, log }: Parts): Settler {
  // Longer than the tenant may take for a call.
  const quietMs = timeoutMs * 1.25
  const firstPauseMs = Math.max(250, timeoutMs / 10)
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | null = null
  let again = false

  function wake(): void {
    if (stopping.signal.aborted) return
    if (round) {
      again = true
      return
    }
    clearTimeout(timer)
    round = settleDue()
      .catch((error: unknown) => log.warn({ err: error }, 'Unknown writes could not be looked at'))
      .then(async () => {
        round = null
        const due = again ? clock.now() : await doubts.nextDue().catch(() => null)
        again = false
        const pause = due === null ? lookEveryMs : Math.min(lookEveryMs, Math.max(0, due - clock.now()))
        if (!stopping.signal.aborted) timer = setTimeout(wake, pause)
      })
  }

  async function takeOrphans(): Promise<void> {
    const lostAfterMs = 3 * timeoutMs + 60_000
    for (const row of await doubts.takeOrphans(clock.now(), lostAfterMs, neverSent, lost)) settle.tell(row)
  }

  async function settleDue(): Promise<void> {
    await takeOrphans()
    for (let row = await doubts.takeDue(clock.now()); row; row = await doubts.takeDue(clock.now())) {
      if (stopping.signal.aborted) return
      await lookAt(row)
    }
  }

  async function lookAt(row: WriteRow): Promise<void> {
    try {
      await act(row, await inquire(row, stopping.signal))
    } catch (error) {
      if (stopping.signal.aborted) return
      const level = error instanceof GainsightError || error instanceof AppError ? 'debug' : 'error'
      log[level]({ err: error, writeId: row.id }, 'An unknown write could not be read back, trying again')
      await doubts.postpone(row.id, { readAt: clock.now() + pauseAfter(row) })
    }
  }

  async function act(row: WriteRow, verdict: Verdict): Promise<void> {
    if (verdict.kind === 'applied') {
      const { gsid, data } = verdict
      await settle.confirmed(row, { gsid, data, finding: 'applied', detail: texts.foundToBeAppliedByReading })
    } else if (verdict.kind === 'undecided') {
      // Until the tenant must be done with it, the right one may still come.
      const readAt = isQuiet(row) ? null : nextRead(row)
      const { candidates, detail } = verdict
      const asked = await doubts.postpone(row.id, { readAt, candidates, detail })
      if (asked) settle.tell(asked)
    } else {
      await believeAbsence(row, verdict)
    }
  }

  async function believeAbsence(row: WriteRow, verdict: Verdict & { kind: 'absent' }): Promise<void> {
    if (!isQuiet(row)) {
      await doubts.postpone(row.id, { readAt: nextRead(row), emptyReads: 0 })
    } else if (row.empty_reads + 1 < readsOfAbsence) {
      await doubts.postpone(row.id, { readAt: clock.now() + firstPauseMs, emptyReads: row.empty_reads + 1 })
    } else {
      const code = verdict.finding === 'changed-since' ? 'conflict' : 'tenant-broken'
      await settle.refused(row, new AppError(code, verdict.detail), verdict.finding)
    }
  }

  /** From then on, what is not applied never will be. */
  const quietAt = ({ doubted_at }: WriteRow) => (doubted_at ?? clock.now()) + quietMs
  const isQuiet = (row: WriteRow) => clock.now() >= quietAt(row)
  const nextRead = (row: WriteRow) => Math.min(quietAt(row), clock.now() + pauseAfter(row))
  const pauseAfter = ({ reads }: WriteRow) => Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(reads, 20))

  return {
    async start({ isAlone }) {
      if (isAlone) await doubts.letGo(clock.now())
      await takeOrphans()
      wake()
    },
    wake,
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await round
    },
  }
}

const neverSent: StoredProblem = {
  code: 'not-ready',
  detail: texts.goalkeeperEndedBeforeThisWas,
}
const lost: StoredProblem = {
  code: 'outcome-unknown',
  detail: texts.goalkeeperEndedWhileThisWasOn,
}
