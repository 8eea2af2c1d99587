import * as texts from '@goalkeeper/texts/server/reviews'
import { claimMinutes, type Decision } from '@goalkeeper/contract/reviews'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'
import { AppError } from '#bff/http/app-error.ts'
import type { Caller } from '#bff/http/caller.ts'
import type { ItemRow } from './tables.ts'

const claimMs = claimMinutes * 60_000

type Wanted = { behind: number; gsid?: string | undefined; ready: number }

export type Queue = ReturnType<typeof createQueue>

/** Who looks at which goal of a review. Nobody is given one that somebody else has before them, or that is decided. */
export function createQueue({ db }: Database, now: () => number) {
  const items = (trx: Kysely<Schema>, reviewId: string) =>
    trx.selectFrom('review_item').selectAll().where('review_id', '=', reviewId)

  const isFree = (session: string) =>
    sql<boolean>`decision IS NULL AND NOT gone AND (claimed_until <= ${now()} OR claimed_session = ${session})`

  /** The next free ones behind a place, and after the last one from the beginning. */
  async function freeBehind(trx: Kysely<Schema>, reviewId: string, place: number, count: number, session: string) {
    return items(trx, reviewId)
      .where(isFree(session))
      .orderBy(sql`place <= ${place}`)
      .orderBy('place')
      .limit(count)
      .forUpdate()
      .skipLocked()
      .execute()
  }

  function requireNotTaken(item: ItemRow, session: string): void {
    if (item.claimed_by === null || item.claimed_until <= now() || item.claimed_session === session) return
    throw new AppError('conflict', texts.hasThisGoalBeforeThem(item.claimed_by))
  }

  async function requireItem(trx: Kysely<Schema>, reviewId: string, gsid: string): Promise<ItemRow> {
    const item = await items(trx, reviewId).where('gsid', '=', gsid).forUpdate().executeTakeFirst()
    if (!item) throw new AppError('not-found', texts.thisGoalIsNotInThe)
    return item
  }

  return {
    /** Gives a session its next goals, and lets go of those that it had. */
    take: (reviewId: string, { behind, gsid, ready }: Wanted, { session, actor }: Caller): Promise<ItemRow[]> =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('review_item')
          .set({ claimed_until: 0 })
          .where('review_id', '=', reviewId)
          .where('claimed_session', '=', session)
          .execute()
        const asked = gsid === undefined ? null : await requireItem(trx, reviewId, gsid)
        if (asked) requireNotTaken(asked, session)
        const place = asked?.place ?? behind
        const next = await freeBehind(trx, reviewId, place, ready + (asked ? 0 : 1), session)
        const taken = [...(asked ? [asked] : []), ...next.filter((item) => item.place !== asked?.place)]
        if (taken.length === 0) return []
        const rows = await trx
          .updateTable('review_item')
          .set({ claimed_session: session, claimed_by: actor, claimed_at: now(), claimed_until: now() + claimMs })
          .where('review_id', '=', reviewId)
          .where(
            'place',
            'in',
            taken.map((item) => item.place),
          )
          .returningAll()
          .execute()
        const byPlace = new Map(rows.map((row) => [row.place, row]))
        return taken.flatMap((item) => byPlace.get(item.place) ?? [])
      }),

    decide: (
      reviewId: string,
      gsid: string,
      decision: Decision,
      { actor, actorId, session }: Caller,
    ): Promise<ItemRow> =>
      db.transaction().execute(async (trx) => {
        const item = await requireItem(trx, reviewId, gsid)
        requireNotTaken(item, session)
        if (item.change_set !== null) throw sentAlready()
        return trx
          .updateTable('review_item')
          .set({
            decision: JSON.stringify(decision),
            decided_by: actor,
            decided_by_id: actorId,
            decided_at: now(),
            claimed_until: 0,
          })
          .where('review_id', '=', reviewId)
          .where('gsid', '=', gsid)
          .returningAll()
          .executeTakeFirstOrThrow()
      }),

    takeBack: (reviewId: string, gsid: string): Promise<ItemRow> =>
      db.transaction().execute(async (trx) => {
        const item = await requireItem(trx, reviewId, gsid)
        if (item.change_set !== null) throw sentAlready()
        return trx
          .updateTable('review_item')
          .set({ decision: null, decided_by: null, decided_by_id: null, decided_at: null })
          .where('review_id', '=', reviewId)
          .where('gsid', '=', gsid)
          .returningAll()
          .executeTakeFirstOrThrow()
      }),

    /** It was looked for, and is there or not. */
    async noteGone(reviewId: string, gsid: string, gone: boolean): Promise<void> {
      await db
        .updateTable('review_item')
        .set({ gone })
        .where('review_id', '=', reviewId)
        .where('gsid', '=', gsid)
        .where('gone', '<>', gone)
        .execute()
    },
  }
}

const sentAlready = () => new AppError('conflict', texts.thisDecisionIsInAChange)
