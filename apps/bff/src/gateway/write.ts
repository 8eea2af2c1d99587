import * as texts from '@goalkeeper/texts/server/gateway'
import { GainsightError } from '@goalkeeper/gainsight/error'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import { AppError } from '#bff/http/app-error.ts'
import { toAppError } from '#bff/http/error-handler.ts'
import type { AdmittedWrite } from './admit-write.ts'
import type { BudgetClock } from './budget-clock.ts'
import type { CallBudget } from './budget.ts'
import type { KnownGoals, TenantFacts, WriteCall, WriteResult } from './gateway.ts'
import { isEtag } from './goal-version.ts'
import type { IntentFile } from './intent-file.ts'
import type { Journal } from './journal.ts'
import type { Transport } from './outbound.ts'
import type { Send } from './send.ts'
import type { Settle } from './settle.ts'
import type { WriteRow } from './tables.ts'
import { createKeyOf, digestOf, entryOf, type GoalWrite, parseWrite, stamped } from './write-body.ts'
import { problemOf, viewOf } from './write-view.ts'

type Parts = {
  journal: Journal
  budget: Pick<CallBudget, 'giveBack' | 'opened'>
  admitWrite: (row: WriteRow, write: GoalWrite, call: WriteCall, signal: AbortSignal) => Promise<AdmittedWrite>
  intents: () => IntentFile | null
  send: Send
  transport: Transport
  settle: Settle
  goals: Pick<KnownGoals, 'lastSeen'>
  facts: () => TenantFacts
  /** Why people may not write now; null when they may. */
  readOnlyBecause: () => string | null
  clock: Pick<BudgetClock, 'now'>
  /** A write has become unknown. */
  onDoubt: () => void
}

/** A process that stood still for longer than this sends nothing of what it was about to: others may have given it up. */
const longestHeldUpMs = 10_000

/** How often the write of a person goes out who is there to wait, where the tenant turns it away unread because its limit is used up. */
const mostTurns = 5

/** Where somebody else makes the same write, its outcome is looked for this often. */
const lookEveryMs = 250

/** Makes writes, each once: admit, send, settle. None of it ends with the request that began it. */
export type Writes = {
  write: (call: WriteCall) => Promise<WriteResult>
  /** Ends the waiting of a write that was cancelled. */
  withdraw: (id: string) => void
  /** Resolves when no write is under way in this process. */
  idle: () => Promise<void>
}

export function createWrites(parts: Parts): Writes {
  const { journal, settle, goals, facts, clock } = parts
  const underWay = new Map<string, { waiting: AbortController; over: Promise<unknown> }>()

  async function write(call: WriteCall): Promise<WriteResult> {
    const goalWrite = parseWrite(call.kind, call.body)
    if (call.ifMatch !== undefined && !isEtag(call.ifMatch)) {
      throw new AppError('invalid', texts.ifMatchMustBeAnEtag, { fields: { 'If-Match': texts.isNoEtag } })
    }
    await parts.budget.opened
    const reason = parts.readOnlyBecause()
    if (reason !== null && !call.writeCheck) {
      // The outcome of a write that was made before is told all the same.
      const earlier = await journal.find(call.id)
      if (!earlier || earlier.state === 'cancelled') throw new AppError('read-only', reason)
    }

    const { kind, row } = await ask(call, goalWrite)
    if (kind === 'in-the-way') throw inTheWay(row)
    if (kind === 'known') return outcomeOf(row, digestOf(goalWrite))
    const waiting = new AbortController()
    const ended = call.signal ? AbortSignal.any([waiting.signal, call.signal]) : waiting.signal
    const outcome = make(row, goalWrite, call, ended)
    const over = outcome.catch(() => {}).finally(() => underWay.delete(row.id))
    underWay.set(row.id, { waiting, over })
    return outcome
  }

  async function ask(call: WriteCall, write: GoalWrite) {
    const isCreate = write.kind === 'create'
    const gsid = isCreate ? null : entryOf(write.body).record.Gsid
    const written = entryOf<{ record: { Name?: string } }>(write.body).record.Name
    const lastSeen = gsid !== null && written === undefined ? await goals.lastSeen(gsid) : null
    const correlationField = isCreate ? facts().correlationField : null
    return journal.ask({
      id: call.id,
      kind: write.kind,
      gsid,
      name: written ?? lastSeen?.fields['Name']?.toString() ?? null,
      actor: call.actor,
      actor_id: call.actorId,
      screen: call.screen,
      body: JSON.stringify(isCreate ? stamped(write.body, correlationField, call.id) : write.body),
      body_digest: digestOf(write),
      create_key: isCreate ? createKeyOf(write.body) : null,
      correlation_field: correlationField,
      asked_at: clock.now(),
      takesOver: call.lease !== undefined,
    })
  }

  /** The outcome of a write that was asked for before, by this request's twin or by another process. */
  async function outcomeOf(first: WriteRow, digest: string): Promise<WriteResult> {
    if (first.body_digest !== digest) {
      throw new AppError('conflict', texts.thisIdempotencyKeyBelongsTo, { writeId: first.id })
    }
    let row: WriteRow = first
    while (row.state === 'waiting' || row.state === 'sent') {
      await underWay.get(row.id)?.over
      row = (await journal.find(row.id)) ?? row
      if (row.state === 'waiting' || row.state === 'sent') await new Promise((done) => setTimeout(done, lookEveryMs))
    }
    if (row.state !== 'confirmed') throw problemOf(row)
    const reply = row.reply ?? ''
    return { data: (JSON.parse(reply) as { data: unknown }).data, reply, write: viewOf(row) }
  }

  /**
   * A write that the tenant turns away comes again when calls may be made again: somebody else has used the key up, and whoever saves
   * would only press the button once more. Change sets have their own ledger for that, and scripts their own patience.
   */
  async function make(row: WriteRow, write: GoalWrite, call: WriteCall, waiting: AbortSignal): Promise<WriteResult> {
    const isWaitedFor = (call.lane ?? 'people') === 'people' && call.patienceMs === undefined
    for (let turn = 1; ; turn++) {
      try {
        return await makeOnce(row, write, call, waiting, !isWaitedFor || turn === mostTurns)
      } catch (error) {
        if (!(error instanceof TurnedAwayError)) throw error
      }
    }
  }

  async function makeOnce(
    row: WriteRow,
    write: GoalWrite,
    call: WriteCall,
    waiting: AbortSignal,
    isLast: boolean,
  ): Promise<WriteResult> {
    const { slot, sent } = await admit(row, write, call, waiting, isLast)
    const route = tenantRoutes[row.kind === 'update' ? 'updateGoal' : 'createGoal']
    const outbound = { method: route.method, path: route.path, body: JSON.stringify(row.body), effect: route.effect }
    try {
      const { answer, data } = await parts.send(slot, route, outbound, parts.transport)
      const gsid = gsidIn(data) ?? row.gsid ?? ''
      const settled = await settle.confirmed(sent, { gsid, data, reply: answer.text })
      return { data, reply: answer.text, write: viewOf(settled) }
    } catch (thrown) {
      if (!isLast && isTurnedAway(thrown) && (await settle.putBack(sent))) throw new TurnedAwayError()
      const error = withWriteId(toAppError(thrown), row.id)
      if (thrown instanceof GainsightError && thrown.outcome === 'not-applied') {
        await settle.refused(sent, error)
        throw error
      }
      const doubt = inDoubt(error)
      await settle.doubted(sent, doubt)
      parts.onDoubt()
      throw doubt
    }
  }

  /** Everything up to the moment of sending. What fails here was not sent, and is over. */
  async function admit(row: WriteRow, write: GoalWrite, call: WriteCall, waiting: AbortSignal, isLast: boolean) {
    try {
      const { slot, before, storedAt } = await parts.admitWrite(row, write, call, waiting)
      const sent: WriteRow = { ...row, state: 'sent', sent_at: slot.admittedAt, before }
      try {
        await parts.intents()?.append(sent)
        if (performance.now() - storedAt > longestHeldUpMs) throw heldUpError()
      } catch (error) {
        await parts.budget.giveBack(slot)
        throw error
      }
      settle.tell(sent)
      return { slot, sent }
    } catch (thrown) {
      // What was turned away is the read before the write.
      if (!isLast && isTurnedAway(thrown)) throw new TurnedAwayError()
      const error = withWriteId(toAppError(thrown), row.id)
      if (await settle.unsent(row, error)) throw error
      throw problemOf((await journal.find(row.id)) ?? row)
    }
  }

  return {
    write,
    withdraw: (id) => underWay.get(id)?.waiting.abort(),
    async idle() {
      await Promise.all([...underWay.values()].map(({ over }) => over))
    },
  }
}

/** The tenant turned the write away, or the read before it, and it is waiting again. */
class TurnedAwayError extends Error {}

const isTurnedAway = (thrown: unknown) => thrown instanceof GainsightError && thrown.kind === 'throttled'

function gsidIn(data: unknown): string | null {
  const { goal, record } = data as { goal?: { Gsid?: string }; record?: { Gsid?: string } | null }
  return goal?.Gsid ?? record?.Gsid ?? null
}

function withWriteId(error: AppError, writeId: string): AppError {
  return new AppError(error.code, error.message, { ...error.details, writeId, cause: error })
}

const heldUpError = () => new AppError('not-ready', texts.goalkeeperWasHeldUpJustBefore)

function inDoubt(error: AppError): AppError {
  const code = error.code === 'tenant-timeout' ? 'tenant-timeout' : 'outcome-unknown'
  const detail = texts.whetherItWasAppliedIsNot(error.message)
  return new AppError(code, detail, { ...error.details, cause: error })
}

function inTheWay(other: WriteRow): AppError {
  const detail = texts.anotherGoalOfThisNameIs
  return new AppError('conflict', detail, { writeId: other.id })
}
