import type { ChangeState, RowState } from '@goalkeeper/contract/changes'
import { type Insertable, type Kysely, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { ChangeSetTable, SetRow } from './tables.ts'

/** Of the rows of a set: what will become of a draft, and what became of a run. */
export type RowCounts = Record<RowState, number> & {
  rows: number
  willChange: number
  problems: number
  excluded: number
  /** Updates that will be made, each of which costs a look besides. */
  updates: number
  /** Confirmed ones that can be taken back. */
  undoable: number
}

/** A draft that takes longer to make has been left by its process. */
const longestMakingMs = 3_600_000

/** Of a set without rows. */
export const noRows: RowCounts = {
  rows: 0,
  willChange: 0,
  problems: 0,
  excluded: 0,
  updates: 0,
  undoable: 0,
  queued: 0,
  sent: 0,
  confirmed: 0,
  failed: 0,
  unknown: 0,
  skipped: 0,
}

export type SetStore = ReturnType<typeof createSetStore>

/** Change sets, but for their rows. A state only moves on from one that leads there: whoever comes second changes nothing. */
export function createSetStore({ db }: Database, now: () => number) {
  const move = (
    trx: Kysely<Schema>,
    id: string,
    from: ChangeState[],
    patch: Partial<Insertable<ChangeSetTable>>,
  ): Promise<SetRow | undefined> =>
    trx
      .updateTable('change_set')
      .set(patch)
      .where('id', '=', id)
      .where('state', 'in', from)
      .returningAll()
      .executeTakeFirst()

  async function counts(ids: readonly string[]): Promise<Map<string, RowCounts>> {
    if (ids.length === 0) return new Map()
    const { rows } = await sql<RowCounts & { set_id: string }>`
      SELECT set_id, count(*) AS rows,
        count(*) FILTER (WHERE included AND problem IS NULL) AS "willChange",
        count(*) FILTER (WHERE included AND problem IS NOT NULL) AS problems,
        count(*) FILTER (WHERE NOT included) AS excluded,
        count(*) FILTER (WHERE kind = 'update' AND included AND problem IS NULL AND (state IS NULL OR state = 'queued')) AS updates,
        count(*) FILTER (WHERE state = 'confirmed' AND kind = 'update' AND not_undoable IS NULL) AS undoable,
        count(*) FILTER (WHERE state = 'queued') AS queued,
        count(*) FILTER (WHERE state = 'sent') AS sent,
        count(*) FILTER (WHERE state = 'confirmed') AS confirmed,
        count(*) FILTER (WHERE state = 'failed') AS failed,
        count(*) FILTER (WHERE state = 'unknown') AS unknown,
        count(*) FILTER (WHERE state = 'skipped') AS skipped
      FROM change_row WHERE set_id = ANY (${[...ids]}::uuid[]) GROUP BY set_id`.execute(db)
    const counted = new Map(rows.map(({ set_id, ...counts }) => [set_id, counts]))
    return new Map(ids.map((id) => [id, counted.get(id) ?? noRows]))
  }

  return {
    insert: (trx: Kysely<Schema>, row: Insertable<ChangeSetTable>) =>
      trx.insertInto('change_set').values(row).returningAll().executeTakeFirstOrThrow(),

    read: (id: string): Promise<SetRow | undefined> =>
      db.selectFrom('change_set').selectAll().where('id', '=', id).executeTakeFirst(),

    async existing(ids: readonly string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set()
      const rows = await db.selectFrom('change_set').select('id').where('id', 'in', ids).execute()
      return new Set(rows.map(({ id }) => id))
    },

    /** Newest first. `by`: only those that this person or token has made. */
    async list(asked: {
      state?: ChangeState | undefined
      after?: string | undefined
      by: string | null
      limit: number
    }) {
      const { state, after, by, limit } = asked
      let query = db.selectFrom('change_set').selectAll()
      if (state !== undefined) query = query.where('state', '=', state)
      if (by !== null) query = query.where('created_by_id', '=', by)
      if (after !== undefined) {
        const last = db.selectFrom('change_set').select(['created_at', 'id']).where('id', '=', after)
        query = query.where(sql<boolean>`(created_at, id) < (${last})`)
      }
      return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
    },

    move: (id: string, from: ChangeState[], patch: Partial<Insertable<ChangeSetTable>>) => move(db, id, from, patch),
    moveWithin: move,

    finish: (trx: Kysely<Schema>, id: string) => move(trx, id, ['running'], { state: 'done', ended_at: now() }),

    pauseByItself: (trx: Kysely<Schema>, id: string, because: string) =>
      move(trx, id, ['running'], { state: 'paused', paused_because: because, first: null }),

    /** Lets those run whose time has come. */
    startDue: (trx: Kysely<Schema>) =>
      trx
        .updateTable('change_set')
        .set({ state: 'running', started_at: now() })
        .where('state', '=', 'scheduled')
        .where('start_at', '<=', now())
        .returning('id')
        .execute(),

    /** Sets that run or are to start, and those of which a row is on its way or in doubt. */
    async underWay(): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        SELECT id FROM change_set WHERE state = 'running' OR (state = 'scheduled' AND start_at <= ${now()})
        UNION SELECT DISTINCT set_id FROM change_row WHERE state IN ('sent', 'unknown')`.execute(db)
      return rows.map(({ id }) => id)
    },

    /** How many goals each set that runs has before it. */
    async callsStillToMake(): Promise<Map<string, number>> {
      const { rows } = await sql<{ id: string; calls: number }>`
        SELECT set_id AS id, count(*) AS calls FROM change_row JOIN change_set ON change_set.id = set_id
        WHERE change_set.state = 'running' AND change_row.state = 'queued' GROUP BY set_id`.execute(db)
      return new Map(rows.map(({ id, calls }) => [id, calls]))
    },

    counts,
    count: async (id: string): Promise<RowCounts> => (await counts([id])).get(id) ?? noRows,

    /** What stands in the way of a draft, most frequent first. */
    async problems(id: string) {
      const { rows } = await sql<{ problem: string; remedy: string | null; count: number }>`
        SELECT problem, remedy, count(*) AS count FROM change_row
        WHERE set_id = ${id} AND included AND problem IS NOT NULL
        GROUP BY problem, remedy ORDER BY count(*) DESC, problem LIMIT 20`.execute(db)
      return rows
    },

    /** Throws away what a crash left of drafts that never came to be. */
    async tidy(trx: Kysely<Schema>): Promise<void> {
      const left = sql`
        SELECT set_id FROM change_choice
        WHERE made_at < ${now() - longestMakingMs} AND NOT EXISTS (SELECT 1 FROM change_set WHERE id = set_id)`
      await sql`DELETE FROM change_row WHERE set_id IN (${left})`.execute(trx)
      await sql`DELETE FROM change_choice WHERE set_id IN (${left})`.execute(trx)
    },
  }
}
