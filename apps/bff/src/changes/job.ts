import * as texts from '@goalkeeper/texts/server/changes'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import { LeaseLost } from '#bff/database/lease.ts'
import { GainsightError } from '@goalkeeper/gainsight/error'
import { AppError } from '#bff/http/app-error.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { batchSize } from './batch.ts'
import { skipReason } from './check-batch.ts'
import type { Ledger } from './ledger.ts'
import { createNextBatch } from './next-batch.ts'
import type { Pacer } from './pacer.ts'
import type { Sent, SendRow } from './send-row.ts'
import type { SetStore } from './set-store.ts'
import type { LedgerRow, SetRow } from './tables.ts'

type Parts = {
  ledger: Ledger
  sets: Pick<SetStore, 'read' | 'count' | 'finish' | 'pauseByItself'>
  sendRow: SendRow
  goalIndex: Pick<GoalIndex, 'readMany' | 'mostAtOnce'>
  statuses: Catalogue['statuses']
  /** Gives the turns of long runs. */
  pacer: Pacer
  /** How long a goal that was looked at counts as looked at: the tenant's window. */
  windowMs: number
  log: Logger
  /** Something of the set has changed. */
  onMoved: (setId: string) => void
}

/** As many as keep the pace at any latency: a slot that comes back is used at once. */
const mostInFlight = 10
const mostOpen = 500
/** So many rows before the end of a batch the next one is begun: about what is sent while its goals are read. */
const aheadOfNext = 12
/** Goals are read anew when what was read is older than so many windows. */
const oldestCheck = 1.5
/** So often a run looks whether it has been paused, and what became of rows that are in doubt. */
const lookEveryMs = 1_000
/** After so many failures in a row that pass, it waits, and ever longer. */
const patientFor = 3
const firstPauseMs = 1_000
const longestPauseMs = 60_000

/** The run of one change set in this process. */
export type Job = {
  /** The set was paused, resumed or cancelled, or a write of it was settled. */
  wake: () => void
  /** Lets go of it: what waits is withdrawn, what is on its way is settled. */
  stop: () => void
  /** Resolves when there is nothing more to do for it, here or at all. */
  ended: Promise<void>
}

export function startJob(setId: string, parts: Parts): Job {
  const { ledger, sets, sendRow, goalIndex, statuses, pacer, windowMs, log, onMoved } = parts
  const inFlight = new Map<number, Promise<void>>()
  const batches = createNextBatch({ ledger, goalIndex })
  const stopping = new AbortController()
  /** Aborted when nothing more is to be sent for now. */
  let wanted = new AbortController()
  let waking = new AbortController()
  let isLost = false
  let refusals = { reason: '', count: 0 }
  let failuresInARow = 0
  let notBefore = 0
  /** Whether this run is long enough to be spread evenly; null: it is not known yet. */
  let isLong: boolean | null = null

  const isStruggling = () => failuresInARow >= patientFor
  const wake = () => waking.abort()

  /** Withdraws what waits once the set is not to run any more. */
  async function look(): Promise<void> {
    const set = await sets.read(setId)
    if (set?.state !== 'running') wanted.abort()
    wake()
  }

  const isOver = () => isLost || stopping.signal.aborted

  async function rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: AbortSignal.any([waking.signal, stopping.signal]) }).catch(() => undefined)
    if (waking.signal.aborted) waking = new AbortController()
  }

  async function note(set: SetRow, { verdict, reason }: Sent): Promise<void> {
    onMoved(setId)
    if (verdict === 'again' || verdict === 'unknown') hasFailed()
    else if (verdict !== 'withdrawn') failuresInARow = 0
    if (verdict === 'confirmed') refusals = { reason: '', count: 0 }
    if (verdict === 'failed') {
      refusals = { reason: reason ?? '', count: refusals.reason === reason ? refusals.count + 1 : 1 }
      if (refusals.count >= set.stop_after) {
        await pause(texts.gainsightRefusedGoalsInARow(refusals.count, refusals.reason))
      }
    }
    if (verdict === 'halt') await pause(reason ?? texts.nothingCanBeSentNow)
  }

  function hasFailed(): void {
    failuresInARow += 1
    if (!isStruggling()) return
    const times = Math.min(failuresInARow - patientFor, 10)
    notBefore = performance.now() + Math.min(longestPauseMs, firstPauseMs * 2 ** times)
  }

  async function pause(because: string): Promise<void> {
    wanted.abort()
    await ledger.guarded((transaction) => sets.pauseByItself(transaction, setId, because))
    refusals = { reason: '', count: 0 }
    onMoved(setId)
  }

  function send(set: SetRow, row: LedgerRow): void {
    const sent = sendRow
      .send(set, row, wanted.signal, isLong === true)
      .then((outcome) => note(set, outcome))
      .catch(failed)
      .finally(() => {
        inFlight.delete(row.row)
        wake()
      })
    inFlight.set(row.row, sent)
  }

  function failed(error: unknown): void {
    if (error instanceof LeaseLost) {
      isLost = true
      wanted.abort()
      return
    }
    hasFailed()
    const isExplained = error instanceof GainsightError || error instanceof AppError
    if (!stopping.signal.aborted) log[isExplained ? 'warn' : 'error']({ err: error, setId }, 'A change set was held up')
  }

  /** Finds out what became of rows that were sent before. False when there are none. */
  async function settleOpen(set: SetRow): Promise<boolean> {
    const open = await ledger.open(setId, [...inFlight.keys()], mostOpen)
    for (const row of open) {
      const outcome = await sendRow.lookAt(set, row)
      // What failed before this run took it up says nothing of how the tenant does now.
      if (outcome) await note(set, outcome.verdict === 'again' ? { ...outcome, verdict: 'withdrawn' } : outcome)
      else if (row.state === 'sent') onMoved(setId)
    }
    return open.length > 0
  }

  /** Looks at the goals of the next rows, and sends those whose goals are as they were at the preview. False when there was none to send. */
  async function sendNext(set: SetRow): Promise<boolean> {
    const { signal } = wanted
    isLong ??= set.first === null && (await pacer.isLong((await sets.count(setId)).queued))
    const turns = isLong ? pacer : null
    const except = [...inFlight.keys()]
    const { rows, current, readAt } = await batches.take({ set, except, most: await room(set), signal, pacer: turns })
    if (rows.length === 0) return false
    const known = await statuses()
    for (const [index, row] of rows.entries()) {
      const isStale = index >= mostInFlight && performance.now() - readAt > windowMs * oldestCheck
      if (isStale || isOver() || signal.aborted || (index > 0 && isStruggling())) break
      if (index === rows.length - aheadOfNext && set.first === null && !isStruggling()) {
        batches.begin({
          set,
          except: [...inFlight.keys(), ...rows.map((each) => each.row)],
          most: mostOfBatch(),
          signal,
          pacer: turns,
        })
      }
      const skip = skipReason(row, current.get(row.gsid ?? '') ?? null, known)
      if (skip) {
        await ledger.settle(row, skip)
        onMoved(setId)
        continue
      }
      await turns?.turn(signal).catch(() => undefined)
      if (signal.aborted) break
      send(set, row)
      if (inFlight.size >= mostInFlight) await Promise.race(inFlight.values())
    }
    return true
  }

  const mostOfBatch = () => Math.min(batchSize, Math.max(mostInFlight, goalIndex.mostAtOnce()))

  /** How many rows may be begun now. */
  async function room({ first }: SetRow): Promise<number> {
    const isOneByOne = first !== null || isStruggling()
    if (isOneByOne && inFlight.size > 0) return 0
    if (isStruggling()) return performance.now() < notBefore ? 0 : 1
    if (first === null) return mostOfBatch()
    const { willChange, queued } = await sets.count(setId)
    return Math.max(0, Math.min(mostOfBatch(), first - (willChange - queued)))
  }

  /** One step; gives whether there is more to do. */
  async function step(): Promise<boolean> {
    const set = await sets.read(setId)
    if (!set) return false
    const isRunning = set.state === 'running'
    if (!isRunning) {
      wanted.abort()
      isLong = null
    }
    if (isRunning && wanted.signal.aborted) wanted = new AbortController()
    const hasOpen = await settleOpen(set)
    if (isRunning && (await sendNext(set))) return true
    if (inFlight.size > 0 || hasOpen || (isRunning && isStruggling())) {
      await rest(lookEveryMs)
      return true
    }
    return isRunning ? settleSet(set) : false
  }

  /** Nothing is on its way: the set is done, or its first rows are. */
  async function settleSet(set: SetRow): Promise<boolean> {
    const { queued } = await sets.count(setId)
    if (queued > 0 && set.first !== null) {
      await pause(texts.theFirstHaveRunLookAt(set.first))
      return false
    }
    if (queued > 0) return true
    await ledger.guarded((transaction) => sets.finish(transaction, setId))
    onMoved(setId)
    return false
  }

  async function run(): Promise<void> {
    while (!isOver()) {
      const goesOn = await step().catch(async (error: unknown) => {
        failed(error)
        if (isOver()) return false
        await rest(lookEveryMs)
        return true
      })
      if (!goesOn) break
    }
    wanted.abort()
    await Promise.all(inFlight.values())
  }

  return {
    wake: () => void look().catch(failed),
    stop() {
      stopping.abort()
      wanted.abort()
    },
    ended: run(),
  }
}
