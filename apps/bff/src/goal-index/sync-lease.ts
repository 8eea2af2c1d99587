import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'

/** A process that is not heard of for so long has lost the lease, and renews it well before. */
const leaseMs = 20_000
const renewEveryMs = 5_000
/** A process that stops in the middle of storing holds the lease's row: the server ends its transaction, so that others can go on. */
const pausedMs = 10_000

/** Of several processes that share a store, the one that syncs. */
export type SyncLease = {
  /** Takes the lease when it is free. On embedded storage there is one process, and nothing to take. */
  hold: () => Promise<boolean>
  /** Throws LeaseLost inside a transaction of one who has lost the lease, and keeps others from taking it until its end. */
  guard: (transaction: Kysely<Schema>) => Promise<void>
  release: () => Promise<void>
}

/** Another process syncs now: what was to be stored is not. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

export function createSyncLease({ db, kind }: Database): SyncLease {
  const nothing = async () => undefined
  if (kind === 'embedded') return { hold: async () => true, guard: nothing, release: nothing }
  const holder = randomUUID()
  /** The number of our taking; null while we do not hold it. */
  let fencing: number | null = null
  let renewing: NodeJS.Timeout | undefined

  const take = async () => {
    // Whoever takes it from another gets a number of their own.
    const { rows } = await sql<{ fencing: number }>`
      INSERT INTO goal_sync_lease AS lease (id, holder, held_until, fencing)
      VALUES (1, ${holder}, clock_timestamp() + ${leaseMs} * interval '1 millisecond', 1)
      ON CONFLICT (id) DO UPDATE SET
        holder = excluded.holder,
        held_until = excluded.held_until,
        fencing = lease.fencing + CASE WHEN lease.holder = excluded.holder THEN 0 ELSE 1 END
      WHERE lease.holder = excluded.holder OR lease.held_until < clock_timestamp()
      RETURNING fencing`.execute(db)
    fencing = rows[0]?.fencing ?? null
  }

  return {
    async hold() {
      if (fencing === null) await take()
      renewing ??= setInterval(() => {
        // A store that cannot be asked does not say that the lease is ours.
        if (fencing !== null) take().catch(() => (fencing = null))
      }, renewEveryMs)
      return fencing !== null
    },
    async guard(transaction) {
      await sql`SET LOCAL idle_in_transaction_session_timeout = ${sql.lit(pausedMs)}`.execute(transaction)
      const { rows } = await sql`
        SELECT 1 FROM goal_sync_lease WHERE holder = ${holder} AND fencing = ${fencing} FOR SHARE`.execute(transaction)
      if (rows.length > 0) return
      fencing = null
      throw new LeaseLost('Another process keeps the goals in step with Gainsight now.')
    },
    async release() {
      clearInterval(renewing)
      fencing = null
      // It runs out by itself where the store cannot be reached any more. Its number stays, for the next one to count on.
      await sql`UPDATE goal_sync_lease SET held_until = '-infinity' WHERE holder = ${holder}`
        .execute(db)
        .catch(() => undefined)
    },
  }
}
