import * as common from '@goalkeeper/texts/server/common'
import * as texts from '@goalkeeper/texts/server/catalogue'
import type { CapabilityName } from '../connection/capability-texts.ts'
import type { Known } from '../connection/capabilities.ts'
import type { StoredKind } from './tables.ts'

const ways: Record<StoredKind, { plural: string; capabilities: CapabilityName[] }> = {
  company: { plural: common.companies, capabilities: ['companyQuery'] },
  relationship: { plural: common.relationships, capabilities: ['relationshipQuery'] },
  opportunity: { plural: common.opportunities, capabilities: ['opportunityQuery'] },
  template: { plural: texts.goalTemplates, capabilities: ['templateQuery'] },
  relationshipType: { plural: texts.relationshipTypes, capabilities: ['relationshipTypeQuery'] },
  user: { plural: texts.users, capabilities: ['userQuery', 'userList'] },
  CTA: { plural: texts.ctas, capabilities: ['ctaQuery', 'ctaList'] },
  SP: { plural: texts.successPlans, capabilities: ['planQuery', 'planList'] },
}

/** What people are told where the tenant does not let a kind be read; null where it does, or where nobody knows yet. */
export function absentNotice(kinds: readonly StoredKind[], known: (name: CapabilityName) => Known): string | null {
  const absent = kinds.filter((kind) => ways[kind].capabilities.every((name) => known(name) === 'no'))
  if (absent.length === 0) return null
  const plurals = absent.map((kind) => ways[kind].plural).join(texts.andBetween)
  return texts.thisTenantDoesNotLetGoalkeeper(plurals)
}
