import * as texts from '@goalkeeper/texts/server/goals'
import type { Sync } from '@goalkeeper/contract/status'
import { GainsightError } from '@goalkeeper/gainsight/error'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Lease, LeaseLost } from '#bff/database/lease.ts'
import { AppError } from '#bff/http/app-error.ts'
import { increment, incrementForm } from './increment.ts'
import { sweepStep } from './sweep.ts'
import type { SyncContext } from './sync-context.ts'
import { planSync, type SyncPlan } from './sync-plan.ts'

/** After a failure the sync waits this long, and twice as long after each that follows. */
const firstPauseMs = 2_000
const longestPauseMs = 300_000

/** How often a sync that was stopped by a person looks whether it may go on, besides being told. */
const stoppedPauseMs = 5_000

/** How long the first reading of all goals waits for what is found out about the tenant, and how often it looks. */
const acquaintanceMs = 120_000
const acquaintancePauseMs = 250

/** How often a process that leaves the syncing to another one looks how it goes. */
const followPauseMs = 5_000

const longestSleepMs = 3_600_000

type LoopParts = {
  context: SyncContext
  lease: Lease
  /** Our share of the tenant's day, read anew for every plan. */
  dayLimit: () => number
  shortestIntervalMs: number
  log: Logger
  /** Called after every step, and with every change of state. */
  onStep: () => void
  /** Called when a reading of all goals has ended. */
  onSwept: () => Promise<void>
  /** Called when nothing is left to read for now. */
  onIdle: () => Promise<void>
}

export type SyncLoop = {
  state: () => Sync['state']
  problem: () => string | null
  plan: () => SyncPlan
  /** Another process syncs, as far as this one knows. */
  isFollowing: () => boolean
  start: () => void
  /** Something changed that it may be waiting for. */
  wake: () => void
  stop: () => Promise<void>
}

/** Keeps the index in step with the tenant, one call after the other, until it is stopped. */
export function createSyncLoop({
  context,
  lease,
  dayLimit,
  shortestIntervalMs,
  log,
  onStep,
  onSwept,
  onIdle,
}: LoopParts): SyncLoop {
  const { state: memory } = context
  const ending = new AbortController()
  let waking = new AbortController()
  let state: Sync['state'] = 'waiting'
  let problem: string | null = null
  let failures = 0
  let isFollowing = false
  let running = Promise.resolve()

  const plan = () =>
    planSync({
      dayLimit: dayLimit(),
      // Before the first sweep has ended nobody knows; it is over when its own calls are counted.
      sweepCalls: memory.sweepCalls ?? memory.sweep?.calls ?? 1,
      incrementCalls: incrementForm(context) === null ? null : memory.incrementCalls,
      shortestIntervalMs,
    })

  const become = (next: Sync['state'], because: string | null) => {
    state = next
    problem = because
    onStep()
  }

  /** Another process syncs: what it has stored is how things stand. */
  const follow = async (): Promise<number> => {
    await context.reload()
    become(memory.sweep ? 'sweeping' : 'idle', null)
    isFollowing = true
    return followPauseMs
  }

  /** Does the next thing that is due, and gives how long to wait before looking again. */
  const step = async (): Promise<number> => {
    if (!(await lease.hold())) return follow()
    if (isFollowing) await context.reload()
    isFollowing = false
    const { intervalMs, sweepEveryMs } = plan()
    const now = context.now()
    const form = incrementForm(context)
    const incrementDueIn = form === null ? Number.POSITIVE_INFINITY : memory.incrementAt + intervalMs - now
    const sweepDueIn = (await isSweepDue()) ? 0 : (memory.sweptAt ?? 0) + sweepEveryMs - now
    if (form !== null && incrementDueIn <= 0) {
      await increment(context, form)
    } else if (await isTenantAwaited()) {
      return acquaintancePauseMs
    } else if (sweepDueIn <= 0) {
      if (state !== 'sweeping') become('sweeping', null)
      const hasEnded = await sweepStep(context)
      if (hasEnded) await onSwept()
    } else {
      if (state !== 'idle') become('idle', null)
      await onIdle()
      return Math.min(incrementDueIn, sweepDueIn)
    }
    failures = 0
    become((await isSweepDue()) ? 'sweeping' : 'idle', null)
    return 0
  }

  /** Of a tenant that is new, one page is enough to look at: what the probes find makes the others larger and wider. */
  const isTenantAwaited = async () =>
    memory.sweptAt === null &&
    memory.sweep !== null &&
    memory.sweep.calls > 0 &&
    context.now() - memory.sweep.startedAt < acquaintanceMs &&
    !(await context.isTenantKnown())

  const isSweepDue = async () =>
    memory.sweep !== null ||
    memory.sweptAt === null ||
    (await context.select()).some((field) => !memory.knownFields.includes(field))

  const pauseAfter = (error: unknown): number => {
    if (error instanceof LeaseLost) {
      isFollowing = true
      return 0
    }
    if (memory.sweep) memory.sweep.isResumed = true
    if (error instanceof AppError && error.code === 'stopped') {
      become('stopped', null)
      return stoppedPauseMs
    }
    failures += 1
    const isThrottled = error instanceof GainsightError && error.kind === 'throttled'
    const isExplained = error instanceof GainsightError || error instanceof AppError
    log[isExplained ? 'warn' : 'error']({ err: error }, 'Syncing with Gainsight failed')
    become(isThrottled ? 'waiting' : 'failing', isExplained ? error.message : texts.goalkeeperItselfFailedWhile)
    const asked = isThrottled ? (error.retryAfterSeconds ?? 0) * 1000 : 0
    return Math.max(asked, Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1)))
  }

  const run = async () => {
    while (!ending.signal.aborted) {
      const pauseMs = await step().catch((error: unknown) => (ending.signal.aborted ? 0 : pauseAfter(error)))
      // What wakes an idle sync must not make a failing one try again at once.
      const signals = state === 'failing' ? [ending.signal] : [ending.signal, waking.signal]
      if (pauseMs > 0) await pause(Math.min(pauseMs, longestSleepMs), AbortSignal.any(signals))
    }
  }

  return {
    state: () => state,
    problem: () => problem,
    plan,
    isFollowing: () => isFollowing,
    start() {
      running = run()
    },
    wake() {
      waking.abort()
      waking = new AbortController()
    },
    async stop() {
      ending.abort()
      await running
      await lease.release()
      // Others hear that nobody syncs now.
      become('waiting', null)
    },
  }
}

const pause = (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal }).catch(() => undefined)
