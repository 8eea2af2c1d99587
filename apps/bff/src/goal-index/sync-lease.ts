import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'

/** A process that is not heard of for so long has lost the lease, and renews it well before. */
const leaseMs = 20_000
const renewEveryMs = 5_000

/** Of several processes that share a store, the one that syncs. */
export type SyncLease = {
  /** Takes the lease when it is free. On embedded storage there is one process, and nothing to take. */
  hold: () => Promise<boolean>
  release: () => Promise<void>
}

export function createSyncLease({ db, kind }: Database): SyncLease {
  if (kind === 'embedded') return { hold: async () => true, release: async () => undefined }
  const holder = randomUUID()
  let isHeld = false
  let renewing: NodeJS.Timeout | undefined

  const take = async () => {
    const { rows } = await sql`
      INSERT INTO goal_sync_lease AS lease (id, holder, held_until)
      VALUES (1, ${holder}, clock_timestamp() + ${leaseMs} * interval '1 millisecond')
      ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
      WHERE lease.holder = excluded.holder OR lease.held_until < clock_timestamp()
      RETURNING holder`.execute(db)
    isHeld = rows.length > 0
  }

  return {
    async hold() {
      if (!isHeld) await take()
      renewing ??= setInterval(() => {
        // A store that cannot be asked does not say that the lease is ours.
        if (isHeld) take().catch(() => (isHeld = false))
      }, renewEveryMs)
      return isHeld
    },
    async release() {
      clearInterval(renewing)
      isHeld = false
      // It runs out by itself where the store cannot be reached any more.
      await sql`DELETE FROM goal_sync_lease WHERE holder = ${holder}`.execute(db).catch(() => undefined)
    },
  }
}
