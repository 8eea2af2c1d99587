import * as texts from '@goalkeeper/texts/server/catalogue'
import {
  listCompanyAttributes,
  listTemplates,
  type NamedRecord,
  type NamedKind,
  readCompany,
  readFields,
  readLinkables,
  readNames,
  readStatuses,
  searchCompanies,
  searchOpportunities,
  searchRelationships,
  searchUsers,
} from '@goalkeeper/contract/catalogue'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { Router } from 'express'
import type { Database } from '../database/connect.ts'
import { AppError } from '../http/app-error.ts'
import { endpoint } from '../http/endpoint.ts'
import type { Caller } from '../http/caller.ts'
import type { Catalogue } from './catalogue.ts'
import { choosableAttributes } from './company-attributes.ts'
import type { GoalsSeen } from './goals-seen.ts'
import type { Linkables, LinkablesRequest } from './linkables.ts'
import type { ReadNames } from './names.ts'
import { readObject } from './object-store.ts'
import { companyOf, recordOfCompany, userOf } from './presented-records.ts'
import { type RecordSearch, searchRecords } from './record-search.ts'
import { readRecords } from './record-store.ts'
import type { Search } from './search.ts'

type RouterParts = {
  database: Database
  catalogue: Pick<Catalogue, 'fields' | 'statuses' | 'names'>
  goalsSeen: Pick<GoalsSeen, 'idsSeen'>
  search: Search
  linkables: (request: LinkablesRequest) => Promise<Linkables>
  readNames: ReadNames
  /** Reads one company that is not stored yet. Throws when the tenant does not tell whether it has it. */
  fetchCompany: (gsid: string, caller: Caller) => Promise<void>
  fieldsNotice: () => Promise<string | null>
  statusesNotice: () => Promise<string | null>
}

export function createCatalogueRouter(parts: RouterParts): Router {
  const { database, catalogue, search } = parts
  const router = Router()
  router.use(
    endpoint(readFields, async () => ({ fields: await catalogue.fields(), notice: await parts.fieldsNotice() })),
  )
  router.use(
    endpoint(readStatuses, async () => ({
      statuses: await catalogue.statuses(),
      notice: await parts.statusesNotice(),
    })),
  )
  router.use(
    endpoint(searchCompanies, async ({ query, caller }) => {
      const { records, notice } = await search(['company'], { words: query.search, limit: query.limit }, caller)
      return { companies: records.map(companyOf), notice }
    }),
  )
  router.use(endpoint(readCompany, ({ params, caller }) => company(parts, params.gsid, caller)))
  router.use(
    endpoint(searchRelationships, ({ query, caller }) =>
      ofCompany(parts, 'relationship', { ...query, words: query.search }, caller),
    ),
  )
  router.use(
    endpoint(searchOpportunities, ({ query, caller }) =>
      ofCompany(parts, 'opportunity', { ...query, words: query.search }, caller),
    ),
  )
  router.use(
    endpoint(listCompanyAttributes, async () => {
      const described = await readObject(database, 'company')
      return {
        attributes: choosableAttributes(described?.fields ?? []),
        notice: described ? null : texts.noCompaniesDescribed,
      }
    }),
  )
  router.use(
    endpoint(searchUsers, async ({ query, caller }) => {
      const { records, notice } = await search(['user'], { words: query.search, limit: query.limit }, caller)
      return { records: records.map(userOf), notice }
    }),
  )
  router.use(
    endpoint(readNames, async ({ body, caller }) => ({ names: await parts.readNames(body.kind, body.ids, caller) })),
  )
  router.use(
    endpoint(listTemplates, async () => ({
      templates: await chosenFrom(parts, 'template', await parts.goalsSeen.idsSeen('TemplateId')),
      relationshipTypes: await chosenFrom(
        parts,
        'relationshipType',
        await parts.goalsSeen.idsSeen('RelationshipTypeId'),
      ),
    })),
  )
  router.use(
    endpoint(readLinkables, ({ query, caller }) =>
      parts.linkables({ ...query, closed: query.closed === '1', fresh: query.fresh === '1', caller }),
    ),
  )
  return router
}

async function company({ database, fetchCompany }: RouterParts, gsid: string, caller: Caller) {
  // What cannot be one, the tenant is not asked for.
  if (!isGsid(gsid)) throw new AppError('not-found', texts.gainsightHasNoCompanyOfThis)
  const stored = async () => (await readRecords(database, 'company', [gsid])).get(gsid)
  const known = await stored()
  if (!known) await fetchCompany(gsid, caller)
  const found = known ?? (await stored())
  // A tenant that does not let companies be read still has goals of them.
  if (!found) return { gsid, name: gsid, hint: null, attributes: {} }
  if (found.name === null) throw new AppError('not-found', texts.gainsightHasNoCompanyOfThis)
  return companyOf(found)
}

async function ofCompany(
  { search, catalogue }: RouterParts,
  kind: 'relationship' | 'opportunity',
  wanted: RecordSearch,
  caller: Caller,
) {
  const { records, notice } = await search([kind], wanted, caller)
  const companies = await catalogue.names(
    'company',
    records.flatMap(({ companyId }) => companyId ?? []),
  )
  const nameOf = (companyId: string | null) => (wanted.companyId === undefined ? companies.get(companyId ?? '') : null)
  return { records: records.map((record) => recordOfCompany(record, nameOf(record.companyId))), notice }
}

/** Everything of the kind that is stored, and what goals name besides. */
async function chosenFrom(
  { database, catalogue }: RouterParts,
  kind: NamedKind,
  seen: string[],
): Promise<NamedRecord[]> {
  const stored = await searchRecords(database, [kind], { words: '', limit: 200 })
  const names = new Map([
    ...(await catalogue.names(kind, seen)),
    ...stored.map(({ gsid, name }) => [gsid, name ?? gsid] as const),
  ])
  for (const id of seen) if (!names.has(id)) names.set(id, id)
  return [...names].map(([gsid, name]) => ({ gsid, name, hint: null }))
}
