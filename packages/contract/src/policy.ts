import * as texts from '@goalkeeper/texts/contract'
/** What somebody may be, from the least to the most: each may do everything that those before it may. */
export const roles = ['viewer', 'editor', 'operator', 'admin'] as const
export type Role = (typeof roles)[number]

/**
 * The one policy: what can be done here, the least role that may, and the words for it ("… needs the role editor").
 * Server and screens read it: every endpoint names the permission that it needs, and so does every button.
 */
export const policy = {
  read: { role: 'viewer', words: texts.seeingGoals },
  write: { role: 'editor', words: texts.changingGoals },
  change: { role: 'operator', words: texts.changingManyGoalsAtOnce },
  share: { role: 'editor', words: texts.sharingViewsWithEveryone },
  connect: { role: 'admin', words: texts.changingTheConnection },
  stop: { role: 'admin', words: texts.stoppingAllCalls },
  people: { role: 'admin', words: texts.managingPeople },
  tokens: { role: 'admin', words: texts.managingTokens },
  curate: { role: 'admin', words: texts.changingViewsAndListLinksOf },
} as const satisfies Record<string, { role: Role; words: string }>
export type Permission = keyof typeof policy
export const permissions = Object.keys(policy) as Permission[]

/**
 * What a request needs: a permission; `self`, which everyone has who is known, whatever their role; or `none`, for what
 * anyone may ask.
 */
export type Needs = Permission | 'self' | 'none'

/** Why a role may not do something, as a sentence for people; null when it may. `null` is somebody who was given no role. */
export function refusalOf(role: Role | null, permission: Permission): string | null {
  const { role: least, words } = policy[permission]
  if (role === null) return texts.youHaveNotBeenGivenA
  if (roles.indexOf(role) >= roles.indexOf(least)) return null
  return texts.needsTheRoleAndYoursIs(words, least, role)
}
