import * as common from '@goalkeeper/texts/common'
import type { EntityType } from '@goalkeeper/gainsight/goal-parts'

/** What a goal can hang on, in words. */
export const entityWords: Record<EntityType, string> = {
  COMPANY: common.company,
  RELATIONSHIP: common.relationship,
  OPPORTUNITY: common.opportunity,
}
