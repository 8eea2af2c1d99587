import * as texts from '@goalkeeper/texts/server/changes'
import { LeaseLost } from '#bff/database/lease.ts'
import type { Gateway, WriteCall, WriteResult } from '#bff/gateway/gateway.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { AppError } from '#bff/http/app-error.ts'
import { toAppError } from '#bff/http/error-handler.ts'
import { type Ledger, writeIdOf } from './ledger.ts'
import type { LedgerRow, SetRow } from './tables.ts'
import { isThereMeanwhile } from './there-meanwhile.ts'
import { type RowVerdict, verdictOn } from './verdict.ts'

/** What came of a row: `withdrawn` waits for its turn again, because its run was paused. */
export type Sent = { verdict: 'confirmed' | 'withdrawn' | RowVerdict; reason: string | null }

type Parts = {
  gateway: Pick<Gateway, 'write' | 'readWrite'>
  goalIndex: Pick<GoalIndex, 'namedAll'>
  ledger: Ledger
}

/** A row that the tenant did not take for a reason that passes is sent so often. */
const mostAttempts = 6

export type SendRow = ReturnType<typeof createSendRow>

/** Sends rows and writes their outcome into the ledger. What a row's write became is known from the journal, whoever made it. */
export function createSendRow({ gateway, goalIndex, ledger }: Parts) {
  const callOf = (set: SetRow, row: LedgerRow, isSpread = false): WriteCall => ({
    id: writeIdOf(row),
    kind: row.kind,
    body: row.body,
    lane: 'changes',
    isSpread,
    session: set.id,
    actor: set.started_by ?? set.created_by,
    actorId: set.started_by_id ?? set.created_by_id,
    screen: 'change-set',
  })

  async function confirmed(row: LedgerRow, { write, reply }: WriteResult): Promise<Sent> {
    const requestId = requestIdIn(reply)
    await ledger.settle(row, { state: 'confirmed', requestId, ...(write.gsid !== null && { gsid: write.gsid }) })
    return { verdict: 'confirmed', reason: null }
  }

  async function otherwise(row: LedgerRow, error: AppError): Promise<Sent> {
    const reason = sentenceOf(error)
    const wished = verdictOn(error)
    const isHopeless = error.code === 'tenant-broken' && wished === 'again' && row.attempts + 1 >= mostAttempts
    const verdict = isHopeless ? 'failed' : wished
    if (verdict === 'again' || verdict === 'halt') await ledger.requeue(row, reason)
    else await ledger.settle(row, { state: verdict, reason })
    return { verdict, reason }
  }

  return {
    /** Sends a row when its turn comes. `wanted` ends the waiting; `isSpread`: its run is spread evenly. Rejects with LeaseLost when another process runs the set now. */
    async send(set: SetRow, row: LedgerRow, wanted: AbortSignal, isSpread: boolean): Promise<Sent> {
      let stopped: 'withdrawn' | 'there' | LeaseLost | null = null
      const alongside: NonNullable<WriteCall['lease']>['alongside'] = async (transaction) => {
        try {
          if (!(await ledger.markSent(transaction, row))) stopped = 'withdrawn'
          else if (await isThereMeanwhile(goalIndex, row, transaction)) stopped = 'there'
          return stopped === null
        } catch (error) {
          if (error instanceof LeaseLost) stopped = error
          throw error
        }
      }
      try {
        return await confirmed(
          row,
          await gateway.write({ ...callOf(set, row, isSpread), signal: wanted, lease: { alongside } }),
        )
      } catch (thrown) {
        if (thrown instanceof LeaseLost) throw thrown
        const lost = stopped as LeaseLost | 'withdrawn' | 'there' | null
        if (lost instanceof LeaseLost) throw lost
        const error = toAppError(thrown)
        if (error.code === 'cancelled' && lost === 'there') {
          const reason = texts.aGoalOfThisNameHas
          await ledger.settle(row, { state: 'skipped', reason })
          return { verdict: 'skipped', reason }
        }
        if (error.code === 'cancelled' && (lost === 'withdrawn' || wanted.aborted)) {
          await ledger.requeue(row, null)
          return { verdict: 'withdrawn', reason: null }
        }
        return otherwise(row, error)
      }
    },

    /** Looks what became of a row that was sent before, perhaps by a process that is gone. Null while nobody knows. */
    async lookAt(set: SetRow, row: LedgerRow): Promise<Sent | null> {
      const write = await gateway.readWrite(writeIdOf(row)).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'not-found') return null
        throw error
      })
      if (write === null || write.state === 'cancelled') {
        await ledger.requeue(row, null)
        return { verdict: 'withdrawn', reason: null }
      }
      if (write.state === 'unknown' && row.state !== 'unknown') {
        await ledger.settle(row, { state: 'unknown', reason: write.detail })
      }
      if (write.state !== 'confirmed' && write.state !== 'refused') return null
      // A write that is over gives its outcome again, and sends nothing.
      return gateway.write(callOf(set, row)).then(
        (result) => confirmed(row, result),
        (error: unknown) => otherwise(row, toAppError(error)),
      )
    },
  }
}

/** With the fields that the tenant names. */
function sentenceOf({ message, details: { fields = {} } }: AppError): string {
  const named = Object.entries(fields).filter(([, words]) => !message.includes(words))
  return [message, ...named.map(([field, words]) => `${field}: ${words}`)].join(' ')
}

/** The tenant's own id of the request that was answered so. */
function requestIdIn(reply: string): string | null {
  const { requestId } = JSON.parse(reply) as { requestId?: unknown }
  return typeof requestId === 'string' ? requestId : null
}
