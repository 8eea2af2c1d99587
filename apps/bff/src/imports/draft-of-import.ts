import type { DraftRow } from '#bff/changes/draft-rows.ts'
import type { ImportStore, ViewedRow } from './import-store.ts'

/** The rows of an import that create or update goals, as rows of a change set. */
export async function* draftRows(store: Pick<ImportStore, 'eachResult'>, id: string): AsyncGenerator<DraftRow[]> {
  for await (const rows of store.eachResult(id, 'sendable')) yield rows.map(draftRow)
}

function draftRow(row: ViewedRow): DraftRow {
  return {
    kind: row.kind,
    gsid: row.gsid,
    name: row.name ?? row.gsid ?? '',
    companyName: row.company_name ?? row.parent_name,
    differences: row.differences,
    trouble: null,
    choices: [],
    notUndoable: row.not_undoable,
    body: row.body,
    before: row.before,
  }
}
