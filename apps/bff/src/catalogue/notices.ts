import type { CapabilityName } from '../connection/capability-texts.ts'
import type { Known } from '../connection/capabilities.ts'
import type { StoredKind } from './tables.ts'

const ways: Record<StoredKind, { plural: string; capabilities: CapabilityName[] }> = {
  company: { plural: 'companies', capabilities: ['companyQuery'] },
  relationship: { plural: 'relationships', capabilities: ['relationshipQuery'] },
  opportunity: { plural: 'opportunities', capabilities: ['opportunityQuery'] },
  template: { plural: 'goal templates', capabilities: ['templateQuery'] },
  relationshipType: { plural: 'relationship types', capabilities: ['relationshipTypeQuery'] },
  user: { plural: 'users', capabilities: ['userQuery', 'userList'] },
  CTA: { plural: 'CTAs', capabilities: ['ctaQuery', 'ctaList'] },
  SP: { plural: 'success plans', capabilities: ['planQuery', 'planList'] },
}

/** What people are told where the tenant does not let a kind be read; null where it does, or where nobody knows yet. */
export function absentNotice(kinds: readonly StoredKind[], known: (name: CapabilityName) => Known): string | null {
  const absent = kinds.filter((kind) => ways[kind].capabilities.every((name) => known(name) === 'no'))
  if (absent.length === 0) return null
  const plurals = absent.map((kind) => ways[kind].plural).join(' and ')
  return `This tenant does not let Goalkeeper read ${plurals}, so they show as ids.`
}

export const silentNotice = 'Gainsight did not answer just now. These are the ones that are known here.'
export const companyNotTold = 'Gainsight has not told yet whether it has this company. Try again in a moment.'
export const fieldsNotice =
  'This tenant does not describe its fields. Custom fields are those that turned up in goals and those that an admin typed in.'
export const attributesNotice = 'This tenant does not describe its companies, so names of fields have to be typed in.'
export const statusesNotice = (nameless: number) =>
  `Nobody knows the names of ${nameless === 1 ? 'one status' : `${nameless} statuses`}. An admin can type them in on the Connection page.`
