import * as texts from '@goalkeeper/texts/server/gateway'
import type { LimitClass } from '@goalkeeper/gainsight/limits'
import type { Transaction } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import { AppError } from '#bff/http/app-error.ts'
import { type Ceilings, estimateWait } from './budget-rules.ts'
import type { Held } from './budget-sql.ts'
import type { Lane } from './gateway.ts'
import { createLaneQueue } from './lanes.ts'

export type SlotRequest = {
  limitClass: LimitClass
  lane: Lane
  /** It comes evenly spread, one of many. */
  isSpread?: boolean | undefined
  /** Within a lane, sessions take turns. */
  session: string
  /** What it is for, in words for the meter. */
  label: string
  /** The write that it is for. */
  writeId?: string | undefined
  /** Ends the waiting. */
  signal?: AbortSignal | undefined
  /** Refused with 429 rather than wait longer than this. */
  patienceMs?: number | undefined
  /** Called once when it has to wait, with the estimate in seconds. */
  onWait?: ((seconds: number) => void) | undefined
  /** Stored in the transaction that takes the slot. False: the call was withdrawn meanwhile, and takes none. */
  store?: ((trx: Transaction<Schema>, now: number) => Promise<boolean>) | undefined
}

/** The right to send one call. */
export type Slot = { id: number; limitClass: LimitClass; admittedAt: number }

/** What an attempt found that got no slot. `pace` as in the rules; nothing is free before `notBefore`. */
export type Blocked = { kind: 'blocked'; now: number; held: Held[]; pace: number; notBefore: number }

export type Attempt = { kind: 'taken'; slot: Slot } | { kind: 'refused'; reason: unknown } | Blocked

export type Waiting = { lane: Lane; label: string; writeId: string | null; seconds: number }

type Waiter = SlotRequest & {
  take(slot: Slot): void
  refuse(reason: unknown): void
  deadline: number
  /** It was tried in vain at least once. */
  isTold: boolean
  /** Withdrawn while its attempt was under way: holds if that gets no slot. */
  withdrawal?: { reason: unknown }
}

/** Another process may give slots back or stop everything, so an attempt is made this often while somebody waits. */
const pollMs = 1_000

/** Those who wait for slots of one limit class, and the one attempt at a time that is made for them. */
export type SlotGate = {
  admit(request: SlotRequest): Promise<Slot>
  /** Something changed: tries again at once if somebody waits. */
  wake(): void
  refuseAll(reason: unknown): void
  waiting(): Waiting[]
}

type GateParts = {
  /** How long a slot stays in use after its answer. */
  windowMs: number
  ceilings: (request: Pick<SlotRequest, 'lane' | 'isSpread'>, pace: number) => Ceilings
  attempt: (request: SlotRequest) => Promise<Attempt>
}

export function createSlotGate({ windowMs, ceilings, attempt }: GateParts): SlotGate {
  const queue = createLaneQueue<Waiter>()
  let blocked: Blocked | null = null
  let current: Waiter | null = null
  let timer: NodeJS.Timeout | undefined

  function admit(request: SlotRequest): Promise<Slot> {
    const { promise, resolve, reject } = Promise.withResolvers<Slot>()
    const deadline = performance.now() + (request.patienceMs ?? Number.POSITIVE_INFINITY)
    const waiter: Waiter = { ...request, take: resolve, refuse: reject, deadline, isTold: false }
    const onAbort = () => withdraw(waiter, withdrawnError())
    if (request.signal?.aborted) return Promise.reject(withdrawnError())
    request.signal?.addEventListener('abort', onAbort, { once: true })
    queue.add(waiter)
    void giveOut()
    return promise.finally(() => request.signal?.removeEventListener('abort', onAbort))
  }

  /** Gives out slots while there are some, then sets the time of the next attempt. */
  async function giveOut(): Promise<void> {
    if (current) return
    clearTimeout(timer)
    const full = new Set<Lane>()
    const next = () => queue.inOrder().find(({ lane }) => !full.has(lane))
    for (let waiter = next(); waiter; waiter = next()) {
      current = waiter
      const outcome = await attempt(waiter).catch((reason: unknown) => ({ kind: 'refused' as const, reason }))
      current = null
      if (outcome.kind === 'taken') {
        blocked = null
        queue.serve(waiter)
        waiter.take(outcome.slot)
      } else if (outcome.kind === 'refused') {
        end(waiter, outcome.reason)
      } else if (waiter.withdrawal) {
        end(waiter, waiter.withdrawal.reason)
      } else {
        blocked = outcome
        // A lane that has all it may have does not stand in the way of those below it.
        if (isFull(waiter.lane, outcome)) full.add(waiter.lane)
        // Somebody of a higher lane may have come meanwhile.
        else if (next() === waiter) break
      }
    }
    tellThoseWhoWait()
    const [first] = queue.inOrder()
    if (first) timer = setTimeout(() => void giveOut(), Math.min(estimateMs(first, 0), pollMs))
  }

  function tellThoseWhoWait(): void {
    for (const [ahead, waiter] of queue.inOrder().entries()) {
      const waitMs = estimateMs(waiter, ahead)
      const seconds = Math.ceil(waitMs / 1000)
      if (performance.now() + waitMs > waiter.deadline) end(waiter, impatientError(seconds))
      else if (!waiter.isTold) {
        waiter.isTold = true
        waiter.onWait?.(seconds)
      }
    }
  }

  function estimateMs(waiter: Waiter, ahead: number): number {
    if (!blocked) return 0
    const { now, held, pace, notBefore } = blocked
    const ceiling = ceilings(waiter, pace)
    const free = (slots: Held[], most: number) =>
      estimateWait(
        now,
        slots.map(({ answeredAt }) => answeredAt),
        most,
        ahead,
        windowMs,
      )
    return Math.max(free(held, ceiling.short), free(ofLane(held, waiter.lane), ceiling.own), notBefore - now)
  }

  const isFull = (lane: Lane, { held, pace }: Blocked) => ofLane(held, lane).length >= ceilings({ lane }, pace).own

  function withdraw(waiter: Waiter, reason: unknown): void {
    if (waiter === current) waiter.withdrawal = { reason }
    else end(waiter, reason)
  }

  function end(waiter: Waiter, reason: unknown): void {
    if (queue.remove(waiter)) waiter.refuse(reason)
  }

  return {
    admit,
    wake: () => void giveOut(),
    refuseAll(reason) {
      for (const waiter of queue.inOrder()) withdraw(waiter, reason)
    },
    waiting: () =>
      queue.inOrder().flatMap((waiter, ahead) => {
        const { isTold, lane, label, writeId = null } = waiter
        return isTold ? [{ lane, label, writeId, seconds: Math.ceil(estimateMs(waiter, ahead) / 1000) }] : []
      }),
  }
}

const ofLane = (held: Held[], wanted: Lane) => held.filter(({ lane }) => lane === wanted)

export const withdrawnError = () => new AppError('cancelled', texts.theCallWasWithdrawnBeforeIt)

const impatientError = (seconds: number) =>
  new AppError('too-many-calls', texts.theCallsThatGainsightAllowsAre(seconds), { retryAfterSeconds: seconds })
