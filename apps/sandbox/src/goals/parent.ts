import type { Call } from '../call.ts'
import { GoalRefusal } from '../refusal.ts'
import type { FieldValue } from '../tenant/field.ts'
import { tableOf } from '../tenant/tenant.ts'
import { readId } from './goal-input.ts'
import { lookupError } from './lookup.ts'

const parents = {
  COMPANY: { field: 'CompanyId', object: 'company' },
  RELATIONSHIP: { field: 'RelationshipId', object: 'relationship' },
  OPPORTUNITY: { field: 'OpportunityId', object: 'gs_opportunity' },
} as const

/** Whom a new goal belongs to: found by a lookup or, where the tenant takes it, named by id. A relationship brings its company along. */
export function parentOf(
  { tenant, switches }: Call,
  record: Record<string, unknown>,
  found: ReadonlyMap<string, FieldValue>,
) {
  const entityType = record['EntityType']
  if (entityType !== 'COMPANY' && entityType !== 'RELATIONSHIP' && entityType !== 'OPPORTUNITY') {
    throw new GoalRefusal(null, 'Invalid EntityType provided in request')
  }
  const named = Object.values(parents).find(({ field }) => record[field] !== undefined)
  if (named && switches.parents !== 'id') throw lookupError(`${named.field} must be resolved by a lookup`)
  const idOf = (field: string) => readId(found.get(field) ?? record[field])
  const { field, object } = parents[entityType]
  const parent = tableOf(tenant, object).byGsid.get(idOf(field))
  if (!parent) throw lookupError(`no record matches for ${field}`)
  const companyId = entityType === 'COMPANY' ? parent.Gsid : String(parent['CompanyId'])
  const namedCompany = idOf('CompanyId')
  if (namedCompany !== '' && namedCompany !== companyId) throw lookupError(`${field} belongs to another company`)
  const company = tableOf(tenant, 'company').byGsid.get(companyId)
  return {
    EntityType: entityType,
    CompanyId: companyId,
    RelationshipId: entityType === 'RELATIONSHIP' ? parent.Gsid : null,
    OpportunityId: entityType === 'OPPORTUNITY' ? parent.Gsid : null,
    RelationshipTypeId: entityType === 'RELATIONSHIP' ? (parent['TypeId'] ?? null) : null,
    CurrencyIsoCode: company?.['CurrencyIsoCode'] ?? 'USD',
  }
}
