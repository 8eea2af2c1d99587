import type { ListState, Views } from '@goalkeeper/contract/views'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Caller } from '#bff/http/caller.ts'
import { shortId } from './short-id.ts'
import type { ViewRow } from './tables.ts'

export type ViewStore = ReturnType<typeof createViewStore>

type Tabs = Pick<Views, 'pins' | 'default'>

export function createViewStore({ db }: Database, now: () => number) {
  return {
    /** Those of one owner, and those that are shared, by name. */
    list: (ownerId: string): Promise<ViewRow[]> =>
      db
        .selectFrom('list_view')
        .selectAll()
        .where((or) => or.or([or('owner_id', '=', ownerId), or('shared', '=', true)]))
        .orderBy('name_key')
        .orderBy('id')
        .execute(),

    read: (id: string): Promise<ViewRow | undefined> =>
      db.selectFrom('list_view').selectAll().where('id', '=', id).executeTakeFirst(),

    async count(ownerId: string): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*) AS count FROM list_view WHERE owner_id = ${ownerId}`.execute(db)
      return rows[0]?.count ?? 0
    },

    /** Undefined: its owner has one of that name already. */
    make: (
      { name, shared, state }: { name: string; shared: boolean; state: ListState },
      { actor, actorId }: Caller,
    ): Promise<ViewRow | undefined> =>
      db
        .insertInto('list_view')
        .values({
          id: shortId(),
          name,
          name_key: keyOf(name),
          owner: actor,
          owner_id: actorId,
          shared,
          state: JSON.stringify(state),
          version: 1,
          changed_by: actor,
          changed_at: now(),
        })
        .onConflict((conflict) => conflict.columns(['owner_id', 'name_key']).doNothing())
        .returningAll()
        .executeTakeFirst(),

    /** Changes the view if it is still the one that was seen. Undefined: it is not, or is gone. Throws the database's error for a name that is taken. */
    change: (
      { id, version }: Pick<ViewRow, 'id' | 'version'>,
      { name, shared, state }: { name: string; shared: boolean; state: ListState },
      { actor }: Caller,
    ): Promise<ViewRow | undefined> =>
      db
        .updateTable('list_view')
        .set({
          name,
          name_key: keyOf(name),
          shared,
          state: JSON.stringify(state),
          version: version + 1,
          changed_by: actor,
          changed_at: now(),
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst(),

    /** Whether it was there. */
    async remove(id: string): Promise<boolean> {
      const { numDeletedRows } = await db.deleteFrom('list_view').where('id', '=', id).executeTakeFirst()
      return numDeletedRows > 0n
    },

    async tabs(personId: string): Promise<Tabs> {
      const row = await db.selectFrom('view_tabs').selectAll().where('person_id', '=', personId).executeTakeFirst()
      return { pins: row?.pins ?? [], default: row?.default_view ?? null }
    },

    async saveTabs(personId: string, tabs: Tabs): Promise<void> {
      const values = { pins: tabs.pins, default_view: tabs.default }
      await db
        .insertInto('view_tabs')
        .values({ person_id: personId, ...values })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
        .execute()
    },
  }
}

const keyOf = (name: string) => name.normalize('NFC').toLowerCase()
