import type { ColumnType, Generated } from 'kysely'
import type { FieldValue, GoalChange } from '@goalkeeper/contract/goals'
import type { Meaning } from '@goalkeeper/contract/catalogue'
import type { Screen } from '@goalkeeper/contract/screens'

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

/** Field values by the tenant's field name; a missing key is empty. */
export type FieldValues = Record<string, FieldValue>

/**
 * One row per goal of the tenant. Names behind ids and the company's attributes are copied in (docs/decisions),
 * so that sorting, filtering and counting by them needs no join.
 */
export type GoalTable = {
  gsid: string
  name: string | null
  status_id: string | null
  status_name: string | null
  status_meaning: Meaning | null
  /** YYYY-MM-DD. */
  due_date: string | null
  /** HTML as the tenant holds it. */
  description: string | null
  /** The description's words, for search. */
  description_text: string | null
  entity_type: string | null
  company_id: string | null
  company_name: string | null
  relationship_id: string | null
  relationship_name: string | null
  opportunity_id: string | null
  opportunity_name: string | null
  goal_type_id: string | null
  goal_category: string | null
  currency_iso_code: string | null
  created_by_id: string | null
  created_by_name: string | null
  /** Epoch milliseconds. */
  created_date: number | null
  modified_by_id: string | null
  modified_by_name: string | null
  /** Epoch milliseconds. */
  modified_date: number | null
  template_id: string | null
  relationship_type_id: string | null
  /** Every field without a column of its own, by the tenant's name: custom fields, and whatever else it sent. */
  custom: Json<FieldValues>
  /** The words of custom fields that hold HTML, for search. */
  custom_text: Json<Record<string, string>>
  /** Attributes of the company by the tenant's field name (`Arr`, `Csm__gr.Name`). */
  company: Json<FieldValues>
  /** Gsids of associated CTAs and success plans, sorted, never null. */
  cta_ids: string[]
  sp_ids: string[]
  /** What is known of those, by the names of linked-fields.ts (packages/filter); an empty field has no key. */
  linked: Json<FieldValues>
  /** The same as terms for the index (linked-columns.ts). */
  linked_terms: string[]
  /** Of everything the tenant said about the goal; a sighting with the same hash rewrites nothing. */
  hash: string
}

/** When each goal was last seen at the tenant. Apart from `goal`, because every sweep touches every row of it. */
export type GoalSightingTable = {
  gsid: string
  sweep: number
  /** Epoch milliseconds. */
  seen_at: number
}

/** Never changed, never deleted: the database refuses. */
export type GoalChangeTable = {
  id: Generated<number>
  gsid: string
  field: string
  before: Json<FieldValue>
  after: Json<FieldValue>
  by: string | null
  source: GoalChange['source']
  /** Of a change through Goalkeeper; null for what a sync found. */
  write_id: string | null
  by_id: string | null
  screen: Screen | null
  seen_before: number | null
  seen_at: number
}

/** What the sync has to remember across a restart: one row. */
export type GoalSyncTable = {
  id: 1
  /** A JSON document of sync-state.ts. */
  state: Json<unknown>
}

/** Goals as a list held them at one moment, for a filter to name. */
export type FrozenListTable = { id: string; gsids: string[] }
/** A day on which the goals were counted: without a row there is no count, whatever the counts say. */
export type GoalDayTable = {
  /** YYYY-MM-DD, in UTC. */
  day: string
  /** Epoch milliseconds. */
  counted_at: number
  /** Of how many goals the company was not known then, and hence not whose they are. */
  unnamed: number
}

/** How many goals stood in a status on a day, by the user who looks after their company. Nobody and no status are empty texts. */
export type GoalDayCountTable = { day: string; csm: string; status_id: string; goals: number }

/** What happened to a goal in the week that begins on a Monday (YYYY-MM-DD). */
export type GoalTurnTable = { gsid: string; kind: 'later' | 'achieved'; week: string }
/** What searches look at, of each goal: its words as they are compared, with a blank before each. */
export type GoalSearchTable = {
  gsid: string
  /** Of its name, in their order. */
  name: string
  /** Of the names of its company, relationship, opportunity and people. */
  names: string
  /** Of its description, those that stand in none of the names. */
  rest: string
  /** Epoch milliseconds. */
  modified_date: number | null
}

/** Every word that any goal had, since the last tidying; `in_names`: not only in descriptions. */
export type SearchWordTable = { word: string; in_names: boolean }

export type GoalIndexTables = {
  goal: GoalTable
  goal_search: GoalSearchTable
  search_word: SearchWordTable
  goal_sighting: GoalSightingTable
  goal_change: GoalChangeTable
  goal_sync: GoalSyncTable
  frozen_list: FrozenListTable
  goal_day: GoalDayTable
  goal_day_count: GoalDayCountTable
  goal_turn: GoalTurnTable
}
