import type { Difference } from '@goalkeeper/contract/changes'
import type { Import, ImportOutcome, Mapping } from '@goalkeeper/contract/imports'
import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Problem } from './read-row.ts'

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

/** Instants are epoch milliseconds. */
export type ImportFileTable = {
  id: string
  name: string
  kind: 'text' | 'workbook'
  sheets: string[]
  sheet: string | null
  columns: Json<Import['columns']>
  rows: number
  notices: Json<string[]>
  /** Equal for files of the same columns. */
  shape: string
  mapping: Json<Mapping>
  remembered: boolean
  mapping_problems: Json<Import['mappingProblems']>
  /** Every row has been checked by the mapping. */
  checked: Generated<boolean>
  created_by: string
  created_by_id: string
  created_at: number
  change_set: string | null
}

/** A row of a file, with what a person has corrected in it. */
export type ImportRowTable = {
  import_id: string
  row: number
  cells: Json<string[]>
  corrected: Generated<number[]>
  /** The goal that a person has said it is. */
  gsid: string | null
}

/** What a row comes to, for each of its goals. */
export type ImportResultTable = {
  import_id: string
  row: number
  place: number
  /** By itself; a row that means the same goal as one before it is invalid besides. */
  outcome: ImportOutcome
  gsid: string | null
  name: string | null
  parent_name: string | null
  company_name: string | null
  differences: Json<Difference[]>
  problems: Json<Problem[]>
  goal_key: string | null
  /** The first row that means the same goal, where that is another one. */
  twin: number | null
  kind: 'create' | 'update'
  body: Json<object | null>
  before: Json<Record<string, string | null>>
  not_undoable: string | null
}

export type ImportDecisionTable = { import_id: string; column_at: number; value: string; decided: string }

/** How the columns of files of one shape were last read, whoever said so. */
export type ImportMappingTable = { shape: string; mapping: Json<Mapping>; saved_at: number }

export type ImportTables = {
  import_file: ImportFileTable
  import_row: ImportRowTable
  import_result: ImportResultTable
  import_decision: ImportDecisionTable
  import_mapping: ImportMappingTable
}

export type ImportFile = Selectable<ImportFileTable>
export type ResultRow = Selectable<ImportResultTable>
