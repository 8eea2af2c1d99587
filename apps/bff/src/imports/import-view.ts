import * as texts from '@goalkeeper/texts/server/imports'
import type { Import, ImportRow } from '@goalkeeper/contract/imports'
import type { ImportStore, ViewedRow } from './import-store.ts'
import type { ImportFile } from './tables.ts'

/** An import as people see it. */
export async function viewImport(
  file: ImportFile,
  store: Pick<ImportStore, 'counts' | 'openDecisions'>,
): Promise<Import> {
  return {
    id: file.id,
    fileName: file.name,
    sheets: file.sheets,
    sheet: file.sheet,
    columns: file.columns,
    rows: file.rows,
    notices: file.notices,
    mapping: file.mapping,
    remembered: file.remembered,
    mappingProblems: file.mapping_problems,
    counts: file.checked ? await store.counts(file.id) : null,
    decisions: file.checked ? await store.openDecisions(file.id) : [],
    createdBy: file.created_by,
    createdAt: file.created_at,
    changeSet: file.change_set,
  }
}

/** A row with what it comes to. One that means the same goal as another says which. */
export function viewRow(row: ViewedRow): ImportRow {
  const { row: number, place, cells, corrected, outcome, gsid, name, differences, problems } = row
  const twin =
    row.twin === null
      ? []
      : [{ column: null, value: name ?? '', reason: texts.rowIsAboutTheSameGoal(row.twin), suggestions: [] }]
  return {
    row: number,
    place,
    cells,
    corrected,
    outcome,
    gsid,
    name,
    parentName: row.parent_name,
    differences,
    problems: [...problems, ...twin],
  }
}
