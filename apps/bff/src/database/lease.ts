import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from './connect.ts'
import type { Schema } from './schema.ts'

/** A process that is not heard of for so long has lost the lease, and renews it well before. */
const leaseMs = 20_000
const renewEveryMs = 5_000

/** Work that one of several processes does at a time: keeping the goals in step, and running change sets. */
export type LeaseName = 'sync' | 'changes'

/** Of several processes that share a store, the one that does some work. */
export type Lease = {
  /** Takes the lease when it is free. On embedded storage there is one process, and nothing to take. */
  hold: () => Promise<boolean>
  /** Throws LeaseLost inside a transaction of one who has lost the lease, and keeps others from taking it until its end. */
  guard: (transaction: Kysely<Schema>) => Promise<void>
  release: () => Promise<void>
}

/** Another process does the work now: what was to be stored is not. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

/** A lease by name. It is free when it has run out, and sooner when its holder is known to have no connection to the server any more. */
export function createLease({ db, kind, session }: Database, name: LeaseName): Lease {
  const nothing = async () => undefined
  if (kind === 'embedded') return { hold: async () => true, guard: nothing, release: nothing }
  const holder = randomUUID()
  /** The number of our taking; null while we do not hold it. */
  let fencing: number | null = null
  let renewing: NodeJS.Timeout | undefined

  const isConnected = (who: ReturnType<typeof sql>) =>
    sql<boolean>`EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = ${who})`

  const take = async () => {
    // Whoever takes it from another gets a number of their own. Who cannot see their own connection is not to be missed there, either.
    const { rows } = await sql<{ fencing: number }>`
      INSERT INTO lease AS held (name, holder, session, held_until, fencing)
      SELECT ${name}, ${holder}, CASE WHEN ${isConnected(sql`${session}::text`)} THEN ${session}::text END,
        clock_timestamp() + ${leaseMs} * interval '1 millisecond', 1
      ON CONFLICT (name) DO UPDATE SET
        holder = excluded.holder,
        session = excluded.session,
        held_until = excluded.held_until,
        fencing = held.fencing + CASE WHEN held.holder = excluded.holder THEN 0 ELSE 1 END
      WHERE held.holder = excluded.holder
        OR held.held_until < clock_timestamp()
        OR (held.session IS NOT NULL AND NOT ${isConnected(sql`held.session`)})
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
      const { rows } = await sql`
        SELECT 1 FROM lease WHERE name = ${name} AND holder = ${holder} AND fencing = ${fencing} FOR SHARE`.execute(
        transaction,
      )
      if (rows.length > 0) return
      fencing = null
      throw new LeaseLost('Another process does this work now.')
    },
    async release() {
      clearInterval(renewing)
      fencing = null
      // It runs out by itself where the store cannot be reached any more. Its number stays, for the next one to count on.
      await sql`UPDATE lease SET held_until = '-infinity' WHERE name = ${name} AND holder = ${holder}`
        .execute(db)
        .catch(() => undefined)
    },
  }
}
