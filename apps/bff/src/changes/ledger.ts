import type { ChangeRow, RowState } from '@goalkeeper/contract/changes'
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Lease } from '#bff/database/lease.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { LedgerRow } from './tables.ts'

/** How a row ends, or comes to be in doubt. */
export type RowOutcome = {
  state: Exclude<RowState, 'queued' | 'sent'>
  reason?: string | null
  meanwhile?: ChangeRow['meanwhile']
  gsid?: string
  requestId?: string | null
}

export type Ledger = ReturnType<typeof createLedger>

/** Rows that are sent and of which nothing is known yet. */
const openStates = ['sent', 'unknown'] as const

/** What a run notes of each goal. Only who holds the lease may: every note fails with LeaseLost once another process has taken it. */
export function createLedger({ db }: Database, lease: Pick<Lease, 'guard'>, now: () => number) {
  const guarded = <T>(note: (transaction: Kysely<Schema>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (transaction) => {
      await lease.guard(transaction)
      return note(transaction)
    })
  const rowOf = (transaction: Kysely<Schema>, { set_id, row }: Pick<LedgerRow, 'set_id' | 'row'>) =>
    transaction.updateTable('change_row').where('set_id', '=', set_id).where('row', '=', row)

  return {
    guarded,

    /** The next rows that wait for their turn, in their order, without those that are being sent. */
    next: (setId: string, without: readonly number[], limit: number): Promise<LedgerRow[]> =>
      db
        .selectFrom('change_row')
        .selectAll()
        .where('set_id', '=', setId)
        .where('state', '=', 'queued')
        .$if(without.length > 0, (query) => query.where('row', 'not in', without))
        .orderBy('row')
        .limit(limit)
        .execute(),

    /** Rows whose outcome has to be found out, without those that are being sent. */
    open: (setId: string, without: readonly number[], limit: number): Promise<LedgerRow[]> =>
      db
        .selectFrom('change_row')
        .selectAll()
        .where('set_id', '=', setId)
        .where('state', 'in', openStates)
        .$if(without.length > 0, (query) => query.where('row', 'not in', without))
        .orderBy('row')
        .limit(limit)
        .execute(),

    /** In the transaction that takes the slot of the row's write. False when the run is paused, or the row is not wanted any more. */
    async markSent(transaction: Kysely<Schema>, row: LedgerRow): Promise<boolean> {
      await lease.guard(transaction)
      const { numUpdatedRows } = await rowOf(transaction, row)
        .set({ state: 'sent', write_id: writeIdOf(row) })
        .where('state', '=', 'queued')
        .where('attempts', '=', row.attempts)
        .where((where) =>
          where.exists(
            where.selectFrom('change_set').select('id').where('id', '=', row.set_id).where('state', '=', 'running'),
          ),
        )
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    /** Ends a row, or says that it is in doubt. */
    settle: (row: LedgerRow, { state, reason = null, meanwhile = [], gsid, requestId = null }: RowOutcome) =>
      guarded(async (transaction) => {
        await rowOf(transaction, row)
          .set({
            state,
            reason,
            meanwhile: JSON.stringify(meanwhile),
            request_id: requestId,
            settled_at: state === 'unknown' ? null : now(),
            ...(gsid !== undefined && { gsid }),
          })
          .where('state', 'not in', ['confirmed', 'skipped'])
          .execute()
      }),

    /** A row that is known not to have been applied waits for its turn again, as a write of its own. */
    requeue: (row: LedgerRow, reason: string | null) =>
      guarded(async (transaction) => {
        await rowOf(transaction, row)
          .set({ state: 'queued', attempts: row.attempts + 1, write_id: null, reason, settled_at: null })
          .where('state', 'in', ['queued', 'sent', 'unknown'])
          .execute()
      }),
  }
}

/** The same for one attempt at a row, whatever was lost: under it the tenant is never asked twice. */
export function writeIdOf({ set_id, row, attempts }: Pick<LedgerRow, 'set_id' | 'row' | 'attempts'>): string {
  const digest = createHash('sha256').update(`${set_id} ${row} ${attempts}`).digest('hex')
  // The shape of a uuid of version 8, whose digits are everyone's own.
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `a${digest.slice(17, 20)}`]
  return [...parts, digest.slice(20, 32)].join('-')
}
