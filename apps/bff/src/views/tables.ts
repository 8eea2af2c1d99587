import type { ListState } from '@goalkeeper/contract/views'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { ColumnType, Selectable } from 'kysely'

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

/** Instants are epoch milliseconds; whose something is, is told by `person:…` or `token:…`. */
export type ListViewTable = {
  id: string
  name: string
  /** The name without regard to case, by which it is unique among its owner's. */
  name_key: string
  owner: string
  owner_id: string
  shared: boolean
  state: Json<ListState>
  version: number
  changed_by: string
  changed_at: number
}

/** How views stand above one person's list. Pins may name views that are gone, or not shared any more. */
export type ViewTabsTable = { person_id: string; pins: string[]; default_view: string | null }

export type ListLinkTable = {
  id: string
  state: Json<ListState>
  /** Of a frozen link: what its list was made of. */
  frozen_filter: ColumnType<FilterTree | null, string | null, never>
  /** How many goals its frozen list holds; null: it is live. */
  goals: number | null
  exact: boolean
  made_by: string
  made_by_id: string
  made_at: number
  /** A link that was deleted stays, to say so to whoever opens it. */
  deleted_by: string | null
  deleted_at: number | null
}

export type ViewTables = { list_view: ListViewTable; view_tabs: ViewTabsTable; list_link: ListLinkTable }

export type ViewRow = Selectable<ListViewTable>
export type LinkRow = Selectable<ListLinkTable>
