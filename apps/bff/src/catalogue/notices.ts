import * as texts from '@goalkeeper/texts/server/catalogue'
import type { CapabilityName } from '../connection/capability-texts.ts'
import type { Known } from '../connection/capabilities.ts'
import type { StoredKind } from './tables.ts'

const ways: Record<StoredKind, { plural: string; capabilities: CapabilityName[] }> = {
  company: { plural: 'companies', capabilities: ['companyQuery'] },
  relationship: { plural: 'relationships', capabilities: ['relationshipQuery'] },
  opportunity: { plural: 'opportunities', capabilities: ['opportunityQuery'] },
  template: { plural: texts.goalTemplates, capabilities: ['templateQuery'] },
  relationshipType: { plural: texts.relationshipTypes, capabilities: ['relationshipTypeQuery'] },
  user: { plural: 'users', capabilities: ['userQuery', 'userList'] },
  CTA: { plural: 'CTAs', capabilities: ['ctaQuery', 'ctaList'] },
  SP: { plural: texts.successPlans, capabilities: ['planQuery', 'planList'] },
}

/** What people are told where the tenant does not let a kind be read; null where it does, or where nobody knows yet. */
export function absentNotice(kinds: readonly StoredKind[], known: (name: CapabilityName) => Known): string | null {
  const absent = kinds.filter((kind) => ways[kind].capabilities.every((name) => known(name) === 'no'))
  if (absent.length === 0) return null
  const plurals = absent.map((kind) => ways[kind].plural).join(texts.andBetween)
  return texts.thisTenantDoesNotLetGoalkeeper(plurals)
}

export const silentNotice = texts.gainsightDidNotAnswerJustNow
export const companyNotTold = texts.gainsightHasNotToldYetWhether
export const fieldsNotice = texts.noFieldsDescribed
export const attributesNotice = texts.noCompaniesDescribed
export const statusesNotice = (nameless: number) => texts.nobodyKnowsTheNamesOfAn(nameless)
