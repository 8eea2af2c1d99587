import type { CapabilityName } from '../connection/capability-texts.ts'
import type { Connection } from '../connection/connection.ts'
import type { Database } from '../database/connect.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { firstOffered } from './accepted-routes.ts'
import type { CatalogueChange } from './catalogue.ts'
import type { CompanyAttribute } from './company-attributes.ts'
import { isRefusal } from './narrow-select.ts'
import {
  companyShape,
  ctaShape,
  namedShape,
  opportunityShape,
  planShape,
  relationshipShape,
  userShape,
} from './record-kinds.ts'
import { createRecordSource, type RecordList, type RecordShape, type RecordSource } from './record-source.ts'
import { type FoundRecord, storeFound, storeList, storeMissing } from './record-store.ts'
import { cockpitRows, objectRows, type RowSource, type Turn, userListRows } from './row-source.ts'
import type { StoredKind } from './tables.ts'

/** Reads records from the tenant and keeps them. Each gives false when the tenant does not offer the kind, and throws when it does not answer. */
export type RecordFetcher = {
  /** What does not come is remembered as missing. */
  byIds: (kind: StoredKind, ids: readonly string[], turn: Turn) => Promise<boolean>
  /** The whole list, as far as it is worth reading. */
  all: (kind: StoredKind, turn: Turn) => Promise<boolean>
  ofCompany: (kind: StoredKind, companyId: string, turn: Turn) => Promise<boolean>
  ofCompanies: (kind: StoredKind, companyIds: readonly string[], turn: Turn) => Promise<boolean>
  /** Whose name contains the words. False also where the tenant does not search by name. */
  named: (kind: StoredKind, words: string, turn: Turn) => Promise<boolean>
}

/** Names of the lists whose age is kept. */
export const allOf = (kind: StoredKind) => `all ${kind}`
export const partsOf = (companyId: string, kind: StoredKind) => `${kind} of ${companyId}`

type FetcherParts = {
  database: Database
  gateway: Pick<Gateway, 'read'>
  connection: Pick<Connection, 'capabilities' | 'known' | 'learn'>
  attributes: () => readonly CompanyAttribute[]
  changed: (change: CatalogueChange) => void
  now: () => number
}

type Route = { capability: CapabilityName; source: RecordSource }

export function createRecordFetcher(parts: FetcherParts): RecordFetcher {
  const { database, gateway, connection, changed, now } = parts
  const shapes: Record<StoredKind, RecordShape> = {
    company: companyShape(parts.attributes),
    relationship: relationshipShape,
    opportunity: opportunityShape,
    template: namedShape,
    relationshipType: namedShape,
    user: userShape,
    CTA: ctaShape,
    SP: planShape,
  }
  const sources = new Map<string, RecordSource>()

  /** One per way of reading, because it learns which fields and how many ids its way takes. */
  function sourceOf(kind: StoredKind, way: string, rows: () => RowSource): RecordSource {
    const key = `${kind} ${way}`
    const source = sources.get(key) ?? createRecordSource(rows(), shapes[kind])
    sources.set(key, source)
    return source
  }

  const byQuery = (kind: StoredKind, capability: CapabilityName, object: string | null): Route[] =>
    object ? [{ capability, source: sourceOf(kind, object, () => objectRows(gateway, object)) }] : []

  /** The ways to each kind in the order in which they are tried (reference 4, 5, 7). */
  function routesOf(kind: StoredKind): Route[] {
    const { objects } = connection.capabilities()
    switch (kind) {
      case 'company':
        return byQuery(kind, 'companyQuery', 'company')
      case 'relationship':
        return byQuery(kind, 'relationshipQuery', 'relationship')
      case 'opportunity':
        return byQuery(kind, 'opportunityQuery', objects.opportunity)
      case 'template':
        return byQuery(kind, 'templateQuery', objects.template)
      case 'relationshipType':
        return byQuery(kind, 'relationshipTypeQuery', objects.relationshipType)
      case 'user':
        return [
          ...byQuery(kind, 'userQuery', 'gsuser'),
          { capability: 'userList', source: sourceOf(kind, 'list', () => userListRows(gateway)) },
        ]
      case 'CTA':
        return [
          ...byQuery(kind, 'ctaQuery', 'call_to_action'),
          { capability: 'ctaList', source: sourceOf(kind, 'list', () => cockpitRows(gateway, 'listCtas')) },
        ]
      case 'SP':
        return [
          ...byQuery(kind, 'planQuery', 'cta_group'),
          { capability: 'planList', source: sourceOf(kind, 'list', () => cockpitRows(gateway, 'listSuccessPlans')) },
        ]
    }
  }

  const offered = <T>(kind: StoredKind, read: (source: RecordSource) => Promise<T>): Promise<T | null> =>
    firstOffered(
      connection,
      routesOf(kind).map(({ capability, source }) => ({ capability, run: () => read(source) })),
    )

  async function keep(kind: StoredKind, records: readonly FoundRecord[]): Promise<void> {
    tell(kind, await storeFound(database, kind, records, now()))
  }

  const tell = (kind: StoredKind, ids: string[]) => ids.length > 0 && changed({ [changeKeys[kind]]: ids })

  async function keepList(kind: StoredKind, scope: string, list: RecordList | null): Promise<boolean> {
    if (!list) return false
    await keep(kind, list.records)
    await storeList(database, scope, list.complete, now())
    return true
  }

  return {
    async byIds(kind, ids, turn) {
      const found = await offered(kind, (source) => source.byIds(ids, turn))
      if (!found) return false
      await keep(kind, found.records)
      const came = new Set(found.records.map(({ gsid }) => gsid))
      const missing = found.asked.filter((id) => !came.has(id))
      tell(kind, await storeMissing(database, kind, missing, now()))
      return true
    },
    async all(kind, turn) {
      return keepList(kind, allOf(kind), await offered(kind, (source) => source.all(turn)))
    },
    async ofCompany(kind, companyId, turn) {
      const list = await offered(kind, (source) => source.ofCompany(companyId, turn))
      return keepList(kind, partsOf(companyId, kind), list)
    },
    async ofCompanies(kind, companyIds, turn) {
      const list = await offered(kind, (source) => source.ofCompanies(companyIds, turn))
      if (!list) return false
      await keep(kind, list.records)
      for (const id of companyIds) await storeList(database, partsOf(id, kind), list.complete, now())
      return true
    },
    async named(kind, words, turn) {
      const route = routesOf(kind).find(({ capability }) => connection.known(capability) !== 'no')
      if (!route) return false
      try {
        await keep(kind, await route.source.named(words, turn))
        return true
      } catch (error) {
        // Whether CONTAINS is taken is not documented for every list, and says nothing about the list itself.
        if (isRefusal(error)) return false
        throw error
      }
    },
  }
}

const changeKeys: Record<StoredKind, keyof CatalogueChange> = {
  company: 'companies',
  relationship: 'relationships',
  opportunity: 'opportunities',
  template: 'templates',
  relationshipType: 'relationshipTypes',
  user: 'users',
  CTA: 'ctas',
  SP: 'plans',
}
