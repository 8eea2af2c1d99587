import { keyPrefixOf } from '@goalkeeper/gainsight/gsid'
import type { TenantObject } from '@goalkeeper/gainsight/objects'

/** Objects whose API name is each tenant's own (reference 2.7, 5.3). Null: not found. */
export type ObjectNames = {
  goal: string | null
  opportunity: string | null
  template: string | null
  relationshipType: string | null
}

/** Tried where the tenant has no list of objects; each is a guess that nobody has confirmed (reference 5.3). */
export const likelyNames = {
  goal: ['customer_goal', 'cs_goal', 'customergoal'],
  opportunity: ['gs_opportunity', 'opportunity'],
} as const

/** Finds them in the tenant's list of objects: goals by the first half of a goal's Gsid, and all by their label. */
export function findObjectNames(objects: readonly TenantObject[], goalGsid: string | null): ObjectNames {
  const labelled = (pattern: RegExp) => objects.find(({ label }) => pattern.test(label ?? ''))?.objectName ?? null
  const prefix = goalGsid && keyPrefixOf(goalGsid)
  return {
    goal: objects.find(({ keyPrefix }) => prefix && keyPrefix === prefix)?.objectName ?? labelled(/^customer goals?$/i),
    opportunity: labelled(/^gs opportunit(y|ies)$/i) ?? labelled(/^opportunit(y|ies)$/i),
    template: labelled(/^(customer )?goal templates?$/i),
    relationshipType: labelled(/^relationship types?$/i),
  }
}
