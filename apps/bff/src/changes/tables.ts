import type { ChangeOrigin, ChangeRow, ChangeState, Deed, Difference, RowState } from '@goalkeeper/contract/changes'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import type { ColumnType, Generated, Selectable } from 'kysely'

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

/** Instants are epoch milliseconds. */
export type ChangeSetTable = {
  id: string
  state: ChangeState
  title: string
  deeds: Json<Deed[]>
  origin: ChangeOrigin
  origin_id: string | null
  filter: Json<FilterTree | null>
  reason: string
  /** Goals that were chosen and are so already: they have no row. */
  unchanged: number
  created_by: string
  created_by_id: string
  created_at: number
  started_by: string | null
  started_by_id: string | null
  started_at: number | null
  start_at: number | null
  ended_at: number | null
  stop_after: number
  /** So many rows run before it pauses; null: all. */
  first: number | null
  paused_because: string | null
  undone_by: string | null
}

/** The preview of a draft, and the ledger of a run. */
export type ChangeRowTable = {
  set_id: string
  row: number
  kind: ChangeRow['kind']
  gsid: string | null
  name: string
  company_name: string | null
  differences: Json<Difference[]>
  /** The tenant's own body; null while there is a problem. */
  body: Json<object | null>
  /** Of an update: what it touches, as it was at the preview, in comparable text. Of a create: the Gsids that had its name at its place then. */
  before: Json<Record<string, string | null>>
  included: Generated<boolean>
  problem: string | null
  remedy: string | null
  choices: Json<ChangeRow['choices']>
  /** The one that a person has picked. */
  choice: string | null
  altered: Json<Record<string, CustomValue>>
  not_undoable: string | null
  state: RowState | null
  /** How often it was sent anew: each time under a write id of its own. */
  attempts: Generated<number>
  write_id: string | null
  reason: string | null
  meanwhile: Json<ChangeRow['meanwhile']>
  request_id: string | null
  settled_at: number | null
}

/** The goals that were chosen for a change set, frozen. It is the first thing that is stored of one, and its set the last. */
export type ChangeChoiceTable = { set_id: string; gsids: string[]; made_at: number }

export type ChangeTables = { change_set: ChangeSetTable; change_row: ChangeRowTable; change_choice: ChangeChoiceTable }

export type SetRow = Selectable<ChangeSetTable>
export type LedgerRow = Selectable<ChangeRowTable>
