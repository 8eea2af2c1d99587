import type { rowParts } from '@goalkeeper/contract/change-parts'
import type { ChangeRow } from '@goalkeeper/contract/changes'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { LedgerRow } from './tables.ts'

export type RowPart = (typeof rowParts)[number]
type Asked = { part: RowPart; search: string; offset: number; limit: number }

/** A window of the rows of a set in their order, problems of a draft first, and how many there are. */
export async function readRows(
  { db }: Database,
  set: { id: string; isDraft: boolean },
  { part, search, offset, limit }: Asked,
): Promise<{ rows: ChangeRow[]; total: number }> {
  const condition = sql`set_id = ${set.id} AND ${conditionOf(part, set.isDraft)} AND ${searched(search)}`
  const first = set.isDraft ? sql`(included AND problem IS NOT NULL) DESC,` : sql``
  const { rows } = await sql<LedgerRow>`
    SELECT * FROM change_row WHERE ${condition} ORDER BY ${first} row LIMIT ${limit} OFFSET ${offset}`.execute(db)
  const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM change_row WHERE ${condition}`.execute(db)
  return { rows: rows.map(rowView), total: counted.rows[0]?.total ?? 0 }
}

/** Rows in their order, some at a time. */
export async function* eachRow(
  { db }: Database,
  setId: string,
  part: RowPart,
  { isDraft = true, size = 500 }: { isDraft?: boolean; size?: number } = {},
): AsyncGenerator<LedgerRow[]> {
  let last = 0
  for (;;) {
    const { rows } = await sql<LedgerRow>`
      SELECT * FROM change_row WHERE set_id = ${setId} AND row > ${last} AND ${conditionOf(part, isDraft)}
      ORDER BY row LIMIT ${size}`.execute(db)
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)?.row ?? last
  }
}

export const readRow = ({ db }: Database, setId: string, row: number): Promise<LedgerRow | undefined> =>
  db.selectFrom('change_row').selectAll().where('set_id', '=', setId).where('row', '=', row).executeTakeFirst()

/** The statuses that rows which are to run give to their goals, and to how many each. */
export async function statusesGiven(
  { db }: Database,
  setId: string,
  { isDraft }: { isDraft: boolean },
): Promise<{ name: string; goals: number }[]> {
  const isToRun = isDraft ? sql`included AND problem IS NULL` : sql`state = 'queued'`
  const { rows } = await sql<{ name: string; goals: number }>`
    SELECT difference ->> 'after' AS name, count(*) AS goals
    FROM change_row, jsonb_array_elements(differences) AS difference
    WHERE set_id = ${setId} AND ${isToRun} AND difference ->> 'field' = 'StatusName'
    GROUP BY 1`.execute(db)
  return rows
}

/** The ledger of a run has only what was let run. */
function conditionOf(part: RowPart, isDraft: boolean): RawBuilder<boolean> {
  switch (part) {
    case 'all':
      return isDraft ? sql`true` : sql`state IS NOT NULL`
    case 'problems':
      return sql`included AND problem IS NOT NULL`
    case 'excluded':
      return sql`NOT included`
    case 'meanwhile':
      return sql`state = 'skipped' AND meanwhile <> '[]'`
    default:
      return sql`state = ${part}`
  }
}

function searched(search: string): RawBuilder<boolean> {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return sql`true`
  const text = sql`lower(name || ' ' || coalesce(company_name, ''))`
  return sql`(${sql.join(
    words.map((word) => sql`${text} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    sql` AND `,
  )})`
}

/** A row as people see it. */
export function rowView(row: LedgerRow): ChangeRow {
  return {
    row: row.row,
    kind: row.kind,
    gsid: row.gsid,
    name: row.name,
    companyName: row.company_name,
    differences: row.differences,
    included: row.included,
    problem: row.problem,
    remedy: row.remedy,
    choices: row.choices,
    altered: row.altered,
    notUndoable: row.not_undoable,
    state: row.state,
    reason: row.reason,
    meanwhile: row.meanwhile,
    writeId: row.write_id,
    requestId: row.request_id,
    settledAt: row.settled_at,
  }
}
