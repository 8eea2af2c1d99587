import type { EntityType } from '@goalkeeper/gainsight/goal-write'

/** What a goal can hang on, in words. */
export const entityWords: Record<EntityType, string> = {
  COMPANY: 'Company',
  RELATIONSHIP: 'Relationship',
  OPPORTUNITY: 'Opportunity',
}
