import type { ListState } from '@goalkeeper/contract/views'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Caller } from '#bff/http/caller.ts'
import type { LinkRow } from './tables.ts'

/** Of a frozen link: what its list was made of, how many goals it holds, and whether these were known to be all. */
export type Frozen = { filter: FilterTree | null; goals: number; exact: boolean }

export type LinkStore = ReturnType<typeof createLinkStore>

export function createLinkStore({ db }: Database, now: () => number) {
  return {
    make: (id: string, state: ListState, frozen: Frozen | null, { actor, actorId }: Caller): Promise<LinkRow> =>
      db
        .insertInto('list_link')
        .values({
          id,
          state: JSON.stringify(state),
          frozen_filter: frozen?.filter ? JSON.stringify(frozen.filter) : null,
          goals: frozen?.goals ?? null,
          exact: frozen?.exact ?? true,
          made_by: actor,
          made_by_id: actorId,
          made_at: now(),
        })
        .returningAll()
        .executeTakeFirstOrThrow(),

    /** Also one that was deleted. */
    read: (id: string): Promise<LinkRow | undefined> =>
      db.selectFrom('list_link').selectAll().where('id', '=', id).executeTakeFirst(),

    /** Those of one maker that are not deleted, newest first. */
    list: (makerId: string): Promise<LinkRow[]> =>
      db
        .selectFrom('list_link')
        .selectAll()
        .where('made_by_id', '=', makerId)
        .where('deleted_at', 'is', null)
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute(),

    async count(makerId: string): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*) AS count FROM list_link WHERE made_by_id = ${makerId} AND deleted_at IS NULL`.execute(db)
      return rows[0]?.count ?? 0
    },

    async remove(id: string, { actor }: Caller): Promise<void> {
      await db
        .updateTable('list_link')
        .set({ deleted_by: actor, deleted_at: now(), state: '{}' })
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .execute()
    },
  }
}
