import { randomUUID } from 'node:crypto'
import type { Decision, ImportOutcome, Mapping, OpenDecision } from '@goalkeeper/contract/imports'
import { mappingSchema } from '@goalkeeper/contract/imports'
import { type Insertable, type Updateable, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { CheckedRow } from './check-rows.ts'
import type { Decided, GivenRow } from './read-row.ts'
import type { ImportFile, ImportFileTable, ResultRow } from './tables.ts'

/** A row as people see it. */
export type ViewedRow = Omit<ResultRow, 'import_id' | 'outcome'> & {
  cells: string[]
  corrected: number[]
  outcome: ImportOutcome
}

/** What was not made into a change set for so long is thrown away with the next upload. */
const keptMs = 30 * 86_400_000
const insertAtOnce = 2_000

export type ImportStore = ReturnType<typeof createImportStore>

/** A row that means the same goal as one before it is invalid, whatever it comes to by itself. */
const outcome = sql<ImportOutcome>`CASE WHEN twin IS NULL THEN outcome ELSE 'invalid' END`

export function createImportStore({ db }: Database, now: () => number) {
  return {
    async insert(
      file: Omit<Insertable<ImportFileTable>, 'id' | 'created_at' | 'change_set'>,
      rows: readonly { row: number; cells: string[] }[],
    ): Promise<ImportFile> {
      return db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('import_file')
          .where('created_at', '<', now() - keptMs)
          .execute()
        const made = await trx
          .insertInto('import_file')
          .values({ ...file, id: randomUUID(), created_at: now(), change_set: null })
          .returningAll()
          .executeTakeFirstOrThrow()
        for (let from = 0; from < rows.length; from += insertAtOnce) {
          await sql`
            INSERT INTO import_row (import_id, row, cells)
            SELECT ${made.id}::uuid, row, cells
            FROM jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + insertAtOnce))}::jsonb)
              AS given (row integer, cells jsonb)`.execute(trx)
        }
        return made
      })
    },

    read: (id: string): Promise<ImportFile | undefined> =>
      db.selectFrom('import_file').selectAll().where('id', '=', id).executeTakeFirst(),

    /** Newest first. `by`: only those that this person or token has made. */
    list: (by: string | null): Promise<ImportFile[]> =>
      db
        .selectFrom('import_file')
        .selectAll()
        .$if(by !== null, (query) => query.where('created_by_id', '=', by ?? ''))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(200)
        .execute(),

    async update(id: string, patch: Updateable<ImportFileTable>): Promise<void> {
      await db.updateTable('import_file').set(patch).where('id', '=', id).execute()
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('import_file').where('id', '=', id).execute()
    },

    async remembered(shape: string): Promise<Mapping | null> {
      const row = await db.selectFrom('import_mapping').select('mapping').where('shape', '=', shape).executeTakeFirst()
      return mappingSchema.safeParse(row?.mapping).data ?? null
    },

    async remember(shape: string, mapping: Mapping): Promise<void> {
      const kept = { mapping: JSON.stringify(mapping), saved_at: now() }
      await db
        .insertInto('import_mapping')
        .values({ shape, ...kept })
        .onConflict((conflict) => conflict.column('shape').doUpdateSet(kept))
        .execute()
    },

    /** The next rows behind one, in their order. */
    rowsBehind: (id: string, behind: number, limit: number): Promise<GivenRow[]> =>
      db
        .selectFrom('import_row')
        .select(['row', 'cells', 'gsid'])
        .where('import_id', '=', id)
        .where('row', '>', behind)
        .orderBy('row')
        .limit(limit)
        .execute(),

    row: (id: string, row: number) =>
      db.selectFrom('import_row').selectAll().where('import_id', '=', id).where('row', '=', row).executeTakeFirst(),

    async saveRow(
      id: string,
      row: number,
      { cells, corrected, gsid }: { cells: string[]; corrected: number[]; gsid: string | null },
    ): Promise<void> {
      await db
        .updateTable('import_row')
        .set({ cells: JSON.stringify(cells), corrected, gsid })
        .where('import_id', '=', id)
        .where('row', '=', row)
        .execute()
    },

    async decisions(id: string): Promise<Decided[]> {
      const rows = await db.selectFrom('import_decision').selectAll().where('import_id', '=', id).execute()
      return rows.map(({ column_at, value, decided }) => ({ column: column_at, value, decided }))
    },

    async decide(id: string, { column, value, decided }: Decision): Promise<void> {
      if (decided === null) {
        await db
          .deleteFrom('import_decision')
          .where('import_id', '=', id)
          .where('column_at', '=', column)
          .where('value', '=', value)
          .execute()
        return
      }
      await db
        .insertInto('import_decision')
        .values({ import_id: id, column_at: column, value, decided })
        .onConflict((conflict) => conflict.columns(['import_id', 'column_at', 'value']).doUpdateSet({ decided }))
        .execute()
    },

    /** Decisions belong to what a column was said to hold. */
    async forgetDecisions(id: string, columns: readonly number[]): Promise<void> {
      if (columns.length === 0) return
      await db
        .deleteFrom('import_decision')
        .where('import_id', '=', id)
        .where('column_at', 'in', [...columns])
        .execute()
    },

    async forgetResults(id: string): Promise<void> {
      await db.deleteFrom('import_result').where('import_id', '=', id).execute()
    },

    /** Puts what these rows come to in the place of what they came to before. */
    async replaceResults(id: string, rows: readonly number[], checked: readonly CheckedRow[]): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('import_result')
          .where('import_id', '=', id)
          .where('row', '=', sql<number>`ANY (${[...rows]}::integer[])`)
          .execute()
        for (let from = 0; from < checked.length; from += insertAtOnce) {
          const given = checked.slice(from, from + insertAtOnce)
          await sql`
            INSERT INTO import_result (import_id, row, place, outcome, gsid, name, parent_name, company_name, differences,
              problems, goal_key, kind, body, before, not_undoable)
            SELECT ${id}::uuid, row, place, outcome, gsid, name, "parentName", "companyName", differences, problems,
              "goalKey", kind, nullif(body, 'null'::jsonb), before, "notUndoable"
            FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given (row integer, place integer, outcome text,
              gsid text, name text, "parentName" text, "companyName" text, differences jsonb, problems jsonb,
              "goalKey" text, kind text, body jsonb, before jsonb, "notUndoable" text)`.execute(trx)
        }
      })
    },

    /** Notes which rows mean the same goal as one before them. */
    async noteTwins(id: string): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable('import_result')
          .set({ twin: null })
          .where('import_id', '=', id)
          .where('twin', 'is not', null)
          .execute()
        await sql`
          UPDATE import_result SET twin = later.first
          FROM (
            SELECT row, place, first_value(row) OVER goal AS first, row_number() OVER goal AS nth
            FROM import_result
            WHERE import_id = ${id} AND goal_key IS NOT NULL AND outcome IN ('create', 'update', 'unchanged')
            WINDOW goal AS (PARTITION BY goal_key ORDER BY row, place)
          ) AS later
          WHERE later.nth > 1 AND import_result.import_id = ${id}
            AND import_result.row = later.row AND import_result.place = later.place`.execute(trx)
      })
    },

    async counts(id: string): Promise<Record<ImportOutcome, number>> {
      const counts = { create: 0, update: 0, unchanged: 0, ambiguous: 0, invalid: 0 }
      const { rows } = await sql<{ outcome: ImportOutcome; count: number }>`
        SELECT ${outcome} AS outcome, count(*) AS count FROM import_result WHERE import_id = ${id} GROUP BY 1`.execute(
        db,
      )
      for (const row of rows) counts[row.outcome] = row.count
      return counts
    },

    /** Values that a person has to decide on, those of most rows first, and those that they have decided on. */
    async openDecisions(id: string): Promise<OpenDecision[]> {
      const { rows: open } = await sql<Omit<OpenDecision, 'decided'>>`
        SELECT problem.column, problem.value, count(DISTINCT row) AS rows, min(problem.reason) AS reason,
          (array_agg(problem.suggestions))[1] AS suggestions
        FROM import_result, jsonb_to_recordset(problems)
          AS problem ("column" integer, value text, reason text, suggestions jsonb, once boolean)
        WHERE import_id = ${id} AND problem.once
        GROUP BY problem.column, problem.value
        ORDER BY 3 DESC, problem.column, problem.value LIMIT 1000`.execute(db)
      const { rows: decided } = await sql<OpenDecision>`
        SELECT column_at AS column, value, decided, 'Decided.' AS reason, '[]'::jsonb AS suggestions,
          (SELECT count(*) FROM import_row WHERE import_row.import_id = import_decision.import_id
            AND btrim(cells ->> column_at) = value) AS rows
        FROM import_decision WHERE import_id = ${id} ORDER BY column_at, value`.execute(db)
      const isDecided = new Set(decided.map(({ column, value }) => `${column} ${value}`))
      return [
        ...open
          .filter(({ column, value }) => !isDecided.has(`${column} ${value}`))
          .map((one) => ({ ...one, decided: null })),
        ...decided,
      ]
    },

    async page(
      id: string,
      asked: { outcome?: ImportOutcome | undefined; row?: number; offset: number; limit: number },
    ): Promise<{ rows: ViewedRow[]; total: number }> {
      const isWanted = sql`import_result.import_id = ${id}
        AND ${asked.outcome === undefined ? sql`true` : sql`${outcome} = ${asked.outcome}`}
        AND ${asked.row === undefined ? sql`true` : sql`import_result.row = ${asked.row}`}`
      const { rows } = await sql<ViewedRow>`
        SELECT import_result.*, ${outcome} AS outcome, import_row.cells, import_row.corrected
        FROM import_result JOIN import_row USING (import_id, row)
        WHERE ${isWanted} ORDER BY row, place OFFSET ${asked.offset} LIMIT ${asked.limit}`.execute(db)
      const { rows: counted } = await sql<{ total: number }>`
        SELECT count(*) AS total FROM import_result WHERE ${isWanted}`.execute(db)
      return { rows, total: counted[0]?.total ?? 0 }
    },

    /** Rows as the file has them, while the mapping does not hold together. */
    async plainPage(id: string, { offset, limit }: { offset: number; limit: number }) {
      const rows = await db
        .selectFrom('import_row')
        .selectAll()
        .where('import_id', '=', id)
        .orderBy('row')
        .offset(offset)
        .limit(limit)
        .execute()
      const { total } = await db
        .selectFrom('import_row')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('import_id', '=', id)
        .executeTakeFirstOrThrow()
      return { rows, total }
    },

    /** Results some at a time, in their order. `only`: those that a change set is made of, or those with a problem. */
    async *eachResult(id: string, only: 'sendable' | 'problems'): AsyncGenerator<ViewedRow[]> {
      const isWanted =
        only === 'sendable'
          ? sql`twin IS NULL AND outcome IN ('create', 'update')`
          : sql`(twin IS NOT NULL OR outcome IN ('ambiguous', 'invalid'))`
      for (let last = { row: 0, place: -1 }; ;) {
        const { rows } = await sql<ViewedRow>`
          SELECT import_result.*, ${outcome} AS outcome, import_row.cells, import_row.corrected
          FROM import_result JOIN import_row USING (import_id, row)
          WHERE import_id = ${id} AND (row, place) > (${last.row}, ${last.place}) AND ${isWanted}
          ORDER BY row, place LIMIT 1000`.execute(db)
        const end = rows.at(-1)
        if (!end) return
        yield rows
        last = end
      }
    },
  }
}
