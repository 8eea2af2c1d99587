import type { NamedKind } from '@goalkeeper/contract/catalogue'
import type { ColumnType } from 'kysely'

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

export type StoredKind = NamedKind

/** A record that goals point to. One table for all kinds: they are stored, aged, searched and resolved alike. */
export type CatalogueRecordTable = {
  kind: StoredKind
  gsid: string
  /** Null when the id was never found. */
  name: string | null
  /** False: the tenant does not know the id (any more); `name` is what it was last. */
  found: boolean
  company_id: string | null
  /** What a kind has besides: attributes of a company, status and owner of a CTA. */
  data: Json<Record<string, unknown>>
  /** When the tenant last answered for it. Epoch milliseconds; 0 asks for it again. */
  fetched_at: number
}

/** When a whole list was last read, such as all companies, or the CTAs and plans of one. */
export type CatalogueListTable = {
  scope: string
  fetched_at: number
  /** The list was read to its end. */
  complete: boolean
}

/** An object of the tenant with its fields, as `DescribedField[]` of field-sources.ts. */
export type CatalogueObjectTable = { name: string; fields: Json<unknown>; fetched_at: number }

/** A custom field that turned up in goals, whether or not the tenant describes it. */
export type CatalogueSeenFieldTable = { name: string; seen_at: number }

export type CatalogueStatusTable = {
  id: string
  name: string
  color: string | null
  sort_order: number | null
  active: boolean
  source: 'tenant' | 'seen'
  learned_at: number
}

export type CatalogueTables = {
  catalogue_record: CatalogueRecordTable
  catalogue_list: CatalogueListTable
  catalogue_object: CatalogueObjectTable
  catalogue_seen_field: CatalogueSeenFieldTable
  catalogue_status: CatalogueStatusTable
}
