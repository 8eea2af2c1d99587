import type { ChangeRow, Difference } from '@goalkeeper/contract/changes'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import type { Trouble } from './wish.ts'

/** A row of a preview, before anything is sent. */
export type DraftRow = {
  kind: ChangeRow['kind']
  gsid: string | null
  name: string
  companyName: string | null
  differences: Difference[]
  trouble: Trouble | null
  choices: ChangeRow['choices']
  notUndoable: string | null
  /** The tenant's own body; null while there is a problem. */
  body: object | null
  /** Of an update: what it touches as it is now, in comparable text. */
  before: Record<string, string | null>
  included?: boolean
  altered?: Record<string, CustomValue>
  choice?: string | null
}

/** Stores rows of a preview, numbered on from `from`, in one statement. */
export async function insertDraftRows(
  db: Kysely<Schema>,
  setId: string,
  rows: readonly DraftRow[],
  from: number,
): Promise<void> {
  if (rows.length === 0) return
  const records = rows.map((row, index) => ({ row: from + index, ...columnsOf(row) }))
  await sql`
    INSERT INTO change_row (set_id, row, kind, gsid, name, company_name, differences, body, before, problem, remedy,
      choices, choice, not_undoable, included, altered)
    SELECT ${setId}::uuid, row, kind, gsid, name, company_name, differences, body, before, problem, remedy,
      choices, choice, not_undoable, included, altered
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS given (row integer, kind text, gsid text, name text,
      company_name text, differences jsonb, body jsonb, before jsonb, problem text, remedy text, choices jsonb, choice text,
      not_undoable text, included boolean, altered jsonb)`.execute(db)
}

/** Works one row out anew. */
export async function replaceDraftRow(db: Kysely<Schema>, setId: string, row: number, draft: DraftRow): Promise<void> {
  const { differences, body, before, choices, altered, ...plain } = columnsOf(draft)
  const json = Object.entries({ differences, body, before, choices, altered }).map(([name, value]) => [
    name,
    JSON.stringify(value),
  ])
  await db
    .updateTable('change_row')
    .set({ ...plain, ...Object.fromEntries(json) })
    .where('set_id', '=', setId)
    .where('row', '=', row)
    .where('state', 'is', null)
    .execute()
}

function columnsOf(row: DraftRow) {
  return {
    kind: row.kind,
    gsid: row.gsid,
    name: row.name,
    company_name: row.companyName,
    differences: row.differences,
    body: row.body,
    before: row.before,
    problem: row.trouble?.problem ?? null,
    remedy: row.trouble?.remedy ?? null,
    choices: row.choices,
    choice: row.choice ?? null,
    not_undoable: row.notUndoable,
    included: row.included ?? true,
    altered: row.altered ?? {},
  }
}
