import * as texts from '@goalkeeper/texts/server/gateway'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import type { StoredProblem, WriteRow } from './tables.ts'

export type Doubts = ReturnType<typeof createDoubts>

/** The journal as those see it who find out what became of writes: a queue by the time of the next read. */
export function createDoubts(db: Kysely<Schema>, timeoutMs: number) {
  /** A process that dies while it reads keeps others from it for so long. That two read the same would only cost a call. */
  const leaseMs = 2 * timeoutMs + 5_000

  return {
    /** Lets go of what a process was reading when it died, where there is one process. */
    async letGo(now: number): Promise<void> {
      await db
        .updateTable('gateway_write')
        .set({ read_at: now })
        .where('state', '=', 'unknown')
        .where('read_at', '>', now)
        .execute()
    },

    /** Takes the unknown write whose next read is due, for this process. */
    async takeDue(now: number): Promise<WriteRow | null> {
      const row = await db
        .updateTable('gateway_write')
        .set({ read_at: now + leaseMs, reads: sql`reads + 1` })
        .where('id', '=', (qb) =>
          qb
            .selectFrom('gateway_write')
            .select('id')
            .where('state', '=', 'unknown')
            .where('read_at', '<=', now)
            .orderBy('read_at')
            .limit(1)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .executeTakeFirst()
      return row ?? null
    },

    /** When the next read is due; null when none is. */
    async nextDue(): Promise<number | null> {
      const row = await db
        .selectFrom('gateway_write')
        .select(({ fn }) => fn.min('read_at').as('read_at'))
        .where('state', '=', 'unknown')
        .executeTakeFirst()
      return row?.read_at ?? null
    },

    /** Reads again at a time, or never when a person has to decide. */
    async postpone(
      id: string,
      next: { readAt: number | null; emptyReads?: number; candidates?: string[]; detail?: string },
    ): Promise<WriteRow | null> {
      const row = await db
        .updateTable('gateway_write')
        .set({
          read_at: next.readAt,
          ...(next.emptyReads !== undefined && { empty_reads: next.emptyReads }),
          ...(next.candidates && { candidates: JSON.stringify(next.candidates) }),
          ...(next.detail !== undefined && { detail: next.detail }),
        })
        .where('id', '=', id)
        .where('state', '=', 'unknown')
        .returningAll()
        .executeTakeFirst()
      return row ?? null
    },

    /** Of these goals, those that another create has become. */
    async claimed(gsids: string[], exceptId: string): Promise<Set<string>> {
      if (gsids.length === 0) return new Set()
      const rows = await db
        .selectFrom('gateway_write')
        .select('gsid')
        .where('kind', '=', 'create')
        .where('state', '=', 'confirmed')
        .where('gsid', 'in', gsids)
        .where('id', '!=', exceptId)
        .execute()
      return new Set(rows.map(({ gsid }) => gsid ?? ''))
    },

    /** After a backup was put back: what had not been settled then may have been sent since, be it only waiting. */
    async doubtAll(now: number): Promise<void> {
      await db
        .updateTable('gateway_write')
        .set({
          state: 'unknown',
          doubted_at: now,
          read_at: now,
          detail: restored.detail,
          problem: JSON.stringify(restored),
        })
        .where('state', 'in', ['waiting', 'sent'])
        .execute()
    },

    /**
     * Takes up writes that nobody minds: whose process died, or which are on their way for longer than any can be. What had
     * been sent is unknown from now on; what had not never will be.
     */
    async takeOrphans(
      now: number,
      lostAfterMs: number,
      neverSent: StoredProblem,
      lost: StoredProblem,
    ): Promise<WriteRow[]> {
      const living = db.selectFrom('gateway_process').select('id')
      const cancelled = await db
        .updateTable('gateway_write')
        .set({ state: 'cancelled', settled_at: now, detail: neverSent.detail, problem: JSON.stringify(neverSent) })
        .where('state', '=', 'waiting')
        .where('holder', 'not in', living)
        .returningAll()
        .execute()
      const doubted = await db
        .updateTable('gateway_write')
        .set({ state: 'unknown', doubted_at: now, read_at: now, detail: lost.detail, problem: JSON.stringify(lost) })
        .where('state', '=', 'sent')
        .where((where) => where.or([where('holder', 'not in', living), where('sent_at', '<', now - lostAfterMs)]))
        .returningAll()
        .execute()
      return [...cancelled, ...doubted]
    },
  }
}

const restored: StoredProblem = {
  code: 'outcome-unknown',
  detail: texts.goalkeeperWasPutBackFromA,
}
