import { randomUUID } from 'node:crypto'
import type { ChangeOrigin, Deed } from '@goalkeeper/contract/changes'
import { usualStopAfter } from '@goalkeeper/contract/changes'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { Database } from '#bff/database/connect.ts'
import type { Caller } from '#bff/http/caller.ts'
import { oneAhead } from '#bff/one-ahead.ts'
import { type DraftRow, insertDraftRows } from './draft-rows.ts'
import type { SetStore } from './set-store.ts'
import type { SetRow } from './tables.ts'

/** What a draft is made of, apart from its rows. */
export type NewDraft = {
  title: string
  deeds: readonly Deed[]
  origin: { kind: ChangeOrigin; id: string | null }
  filter: FilterTree | null
  reason: string
  caller: Caller
  /** The goals that were chosen. */
  gsids: readonly string[]
}

/** Rows of a preview, some at a time. One without a difference and a problem is so already, and only counted. */
export type DraftRows = AsyncIterable<DraftRow[]>

export type Drafts = ReturnType<typeof createDrafts>

/** Stores drafts. Nobody sees one before all of its rows are there. */
export function createDrafts({ db }: Database, sets: SetStore, now: () => number) {
  /** Gives how many of them are so already. */
  async function storeRows(setId: string, rows: DraftRows): Promise<number> {
    let [stored, unchanged] = [0, 0]
    // While the store takes some, the next are worked out.
    for await (const batch of oneAhead(rows)) {
      const kept = batch.filter(({ differences, trouble }) => differences.length > 0 || trouble !== null)
      await insertDraftRows(db, setId, kept, stored + 1)
      stored += kept.length
      unchanged += batch.length - kept.length
    }
    return unchanged
  }

  async function forget(setId: string): Promise<void> {
    await db.deleteFrom('change_row').where('set_id', '=', setId).execute()
    await db.deleteFrom('change_choice').where('set_id', '=', setId).execute()
  }

  const choose = (setId: string, gsids: readonly string[]) =>
    db
      .insertInto('change_choice')
      .values({ set_id: setId, gsids: [...gsids], made_at: now() })
      .execute()

  return {
    async make({ title, deeds, origin, filter, reason, caller, gsids }: NewDraft, rows: DraftRows): Promise<SetRow> {
      const id = randomUUID()
      await choose(id, gsids)
      try {
        const unchanged = await storeRows(id, rows)
        return await sets.insert(db, {
          id,
          state: 'draft',
          title,
          deeds: JSON.stringify(deeds),
          origin: origin.kind,
          origin_id: origin.id,
          filter: JSON.stringify(filter),
          reason,
          unchanged,
          created_by: caller.actor,
          created_by_id: caller.actorId,
          created_at: now(),
          stop_after: usualStopAfter,
        })
      } catch (error) {
        await forget(id)
        throw error
      }
    },

    chosen: async (setId: string): Promise<string[]> => {
      const row = await db
        .selectFrom('change_choice')
        .select('gsids')
        .where('set_id', '=', setId)
        .executeTakeFirstOrThrow()
      return row.gsids
    },

    /** What a person has decided about the goals of a draft. */
    async byHand(setId: string) {
      const rows = await db
        .selectFrom('change_row')
        .select(['gsid', 'included', 'altered', 'choice'])
        .where('set_id', '=', setId)
        .execute()
      return new Map(rows.map((row) => [row.gsid ?? '', row]))
    },

    /** Puts other rows, and another title and deeds, in the place of those of a draft. False when it is none any more. */
    async remake(
      setId: string,
      { title, deeds }: Pick<NewDraft, 'title' | 'deeds'>,
      rows: DraftRows,
    ): Promise<boolean> {
      const making = randomUUID()
      await choose(making, [])
      try {
        const unchanged = await storeRows(making, rows)
        return await db.transaction().execute(async (trx) => {
          const patch = { title, deeds: JSON.stringify(deeds), unchanged }
          if (!(await sets.moveWithin(trx, setId, ['draft'], patch))) return false
          await trx.deleteFrom('change_row').where('set_id', '=', setId).execute()
          await trx.updateTable('change_row').set({ set_id: setId }).where('set_id', '=', making).execute()
          return true
        })
      } finally {
        await forget(making)
      }
    },

    /** Throws a draft away. False when it is none any more. */
    async remove(setId: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('change_set')
        .where('id', '=', setId)
        .where('state', '=', 'draft')
        .executeTakeFirst()
      if (numDeletedRows === 0n) return false
      await forget(setId)
      // What it was to take back can be taken back by another one.
      await db.updateTable('change_set').set({ undone_by: null }).where('undone_by', '=', setId).execute()
      return true
    },
  }
}
