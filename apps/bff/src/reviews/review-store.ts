import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Caller } from '#bff/http/caller.ts'
import type { ItemRow, ReviewRow } from './tables.ts'

/** A goal as a review is made of it, in the order of the queue. */
export type NewItem = Pick<ItemRow, 'gsid' | 'name' | 'company_id' | 'company_name' | 'csm'>

export type NewReview = Pick<ReviewRow, 'name' | 'filter' | 'search' | 'notes_to_description' | 'previous'>

type Page = { state?: string | undefined; companyId?: string | null | undefined; offset: number; limit: number }

/** A goal of an earlier review, with what was noted. */
export type EarlierNote = { review: string; by: string; at: number; note: string }

export type ReviewStore = ReturnType<typeof createReviewStore>

export function createReviewStore({ db }: Database, now: () => number) {
  const stateIs = (state: string) => {
    const isDecided = sql`decision IS NOT NULL`
    const isLookedAt = sql`claimed_until > ${now()}`
    switch (state) {
      case 'decided':
        return sql<boolean>`${isDecided}`
      case 'gone':
        return sql<boolean>`NOT ${isDecided} AND gone`
      case 'looked-at':
        return sql<boolean>`NOT (${isDecided}) AND NOT gone AND ${isLookedAt}`
      default:
        return sql<boolean>`NOT (${isDecided}) AND NOT gone AND NOT ${isLookedAt}`
    }
  }

  return {
    make: (review: NewReview, items: readonly NewItem[], { actor, actorId }: Caller): Promise<ReviewRow> =>
      db.transaction().execute(async (trx) => {
        const made = await trx
          .insertInto('review')
          .values({
            ...review,
            id: randomUUID(),
            filter: JSON.stringify(review.filter),
            created_by: actor,
            created_by_id: actorId,
            created_at: now(),
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        const records = items.map((item, index) => ({ ...item, place: index + 1 }))
        await sql`
          INSERT INTO review_item (review_id, place, gsid, name, company_id, company_name, csm)
          SELECT ${made.id}::uuid, place, gsid, name, company_id, company_name, csm
          FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS given (place integer, gsid text, name text,
            company_id text, company_name text, csm text)`.execute(trx)
        return made
      }),

    read: (id: string): Promise<ReviewRow | undefined> =>
      db.selectFrom('review').selectAll().where('id', '=', id).executeTakeFirst(),

    /** Newest first. `by`: only those that this person or token has made. */
    list: (by: string | null): Promise<ReviewRow[]> =>
      db
        .selectFrom('review')
        .selectAll()
        .$if(by !== null, (query) => query.where('created_by_id', '=', by ?? ''))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(200)
        .execute(),

    /** All goals of a review in their order. */
    items: (id: string): Promise<ItemRow[]> =>
      db.selectFrom('review_item').selectAll().where('review_id', '=', id).orderBy('place').execute(),

    item: (id: string, gsid: string): Promise<ItemRow | undefined> =>
      db.selectFrom('review_item').selectAll().where('review_id', '=', id).where('gsid', '=', gsid).executeTakeFirst(),

    async page(id: string, { state, companyId, offset, limit }: Page): Promise<{ rows: ItemRow[]; total: number }> {
      let query = db.selectFrom('review_item').where('review_id', '=', id)
      if (state !== undefined) query = query.where(stateIs(state))
      if (companyId !== undefined) query = query.where('company_id', companyId === null ? 'is' : '=', companyId)
      const rows = await query.selectAll().orderBy('place').offset(offset).limit(limit).execute()
      const counted = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirst()
      return { rows, total: counted?.total ?? 0 }
    },

    /** Notes about a goal in other reviews, newest first. */
    async notes(gsid: string, exceptId: string): Promise<EarlierNote[]> {
      const { rows } = await sql<EarlierNote>`
        SELECT review.name AS review, decided_by AS by, decided_at AS at, decision ->> 'note' AS note
        FROM review_item JOIN review ON review.id = review_id
        WHERE gsid = ${gsid} AND review_id <> ${exceptId} AND decision ->> 'note' <> ''
        ORDER BY decided_at DESC LIMIT 20`.execute(db)
      return rows
    },

    /** The change set that holds these decisions; null: none does any more. */
    async noteChangeSet(id: string, gsids: readonly string[], changeSet: string | null): Promise<void> {
      if (gsids.length === 0) return
      await db
        .updateTable('review_item')
        .set({ change_set: changeSet })
        .where('review_id', '=', id)
        .where('gsid', 'in', gsids)
        .execute()
    },
  }
}
