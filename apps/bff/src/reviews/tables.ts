import type { Decision } from '@goalkeeper/contract/reviews'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { ColumnType, Generated, Selectable } from 'kysely'

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

/** Instants are epoch milliseconds. */
export type ReviewTable = {
  id: string
  name: string
  filter: Json<FilterTree | null>
  /** What its goals were searched by besides. */
  search: string | null
  notes_to_description: boolean
  created_by: string
  created_by_id: string
  created_at: number
  /** The review that this one repeats. */
  previous: string | null
}

/** A goal of a review, in its place of the queue. Names are those of when the review was made. */
export type ReviewItemTable = {
  review_id: string
  place: number
  gsid: string
  name: string
  company_id: string | null
  company_name: string | null
  csm: string | null
  /** It was looked for, and is no longer in the tenant. */
  gone: Generated<boolean>
  /** Who has it before them, since when, and until when that holds without a word of them. */
  claimed_session: string | null
  claimed_by: string | null
  claimed_at: number | null
  claimed_until: Generated<number>
  decision: ColumnType<Decision | null, string | null, string | null>
  decided_by: string | null
  decided_by_id: string | null
  decided_at: number | null
  /** That holds the decision. */
  change_set: string | null
}

export type ReviewTables = { review: ReviewTable; review_item: ReviewItemTable }

export type ReviewRow = Selectable<ReviewTable>
export type ItemRow = Selectable<ReviewItemTable>
