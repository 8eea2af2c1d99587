import * as texts from '@goalkeeper/texts/shell-person'
import type { Role } from '@goalkeeper/contract/policy'

/** What a role may do, in a few words. */
export const roleWords: Record<Role, string> = {
  viewer: texts.seesGoals,
  editor: texts.seesAndChangesGoals,
  operator: texts.alsoChangesManyGoalsAtOnce,
  admin: texts.mayDoEverythingHere,
}
