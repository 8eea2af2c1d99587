import type { GoalRow } from '@goalkeeper/contract/goals'

/** The goal's address in Gainsight by the pattern of the settings; null when the goal lacks a part that the pattern asks for. */
export function addressInGainsight(pattern: string, { gsid, fields }: Pick<GoalRow, 'gsid' | 'fields'>): string | null {
  const parts: Record<string, unknown> = {
    gsid,
    companyId: fields['CompanyId'],
    relationshipId: fields['RelationshipId'],
  }
  let isWhole = true
  const address = pattern.replaceAll(/\{(gsid|companyId|relationshipId)\}/g, (_, name: string) => {
    const part = parts[name]
    if (typeof part === 'string' && part) return encodeURIComponent(part)
    isWhole = false
    return ''
  })
  return isWhole ? address : null
}
