import type { Company, Field, LinkedItem, Status } from '@goalkeeper/contract/catalogue'
import type { Router } from 'express'

/** Records that a goal names by id. CTA and plan are reached through `linkedItems`. */
export type NamedKind = 'company' | 'relationship' | 'opportunity' | 'template' | 'relationshipType' | 'user'

/** Ids by kind, as found on goals. */
export type RecordIds = {
  companies?: Iterable<string>
  relationships?: Iterable<string>
  opportunities?: Iterable<string>
  templates?: Iterable<string>
  relationshipTypes?: Iterable<string>
  users?: Iterable<string>
  ctas?: Iterable<string>
  plans?: Iterable<string>
  statuses?: Iterable<string>
}

/** Names behind these ids are new or other than before; `fields`: a field came, left or changed. */
export type CatalogueChange = {
  companies?: string[]
  relationships?: string[]
  opportunities?: string[]
  templates?: string[]
  relationshipTypes?: string[]
  users?: string[]
  ctas?: string[]
  plans?: string[]
  statuses?: string[]
  fields?: boolean
}

/** What goals point to, as last read from the tenant. Nothing here waits for the tenant unless it says so. */
export type Catalogue = {
  /** Every field that a goal can be shown, sorted, filtered or edited by. */
  fields(): Promise<Field[]>
  /** Statuses with meaning and order; one whose name nobody knows has its id for a name. */
  statuses(): Promise<Status[]>
  /** Companies that are stored; an id without an entry is not known (yet). One not found any more keeps its last name. */
  companies(ids: Iterable<string>): Promise<Map<string, Company>>
  names(kind: NamedKind, ids: Iterable<string>): Promise<Map<string, string>>
  /** One item per id, in the order asked for, CTAs first. Waits a moment for ids seen for the first time. */
  linkedItems(ids: { ctaIds: Iterable<string>; spIds: Iterable<string> }): Promise<LinkedItem[]>
  /** Reads in the background what is not stored or too old. */
  ensure(ids: RecordIds): void
  /** Custom fields and pairs of id and name that turned up in goals or in replies to writes. */
  learn(seen: {
    statuses?: { id: string; name: string }[]
    users?: { id: string; name: string }[]
    companies?: { id: string; name: string }[]
    fields?: Iterable<string>
  }): Promise<void>
  onChanged(listener: (change: CatalogueChange) => void): () => void
  start(): Promise<void>
  stop(): Promise<void>
  router: Router
}
