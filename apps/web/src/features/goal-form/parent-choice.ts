import type { Capability } from '@goalkeeper/contract/connection'
import { parentFields, type EntityType, type GoalParent } from '@goalkeeper/gainsight/goal-write'

export const entityWords: Record<EntityType, string> = {
  COMPANY: 'Company',
  RELATIONSHIP: 'Relationship',
  OPPORTUNITY: 'Opportunity',
}

/** How a new goal's parent can be named to this tenant: by its id, by a lookup on its Gsid, or not at all. */
export type ParentWay = { kind: 'id' } | { kind: 'lookup'; objectName: string } | { kind: 'none'; reason: string }

/** Objects that are called the same at every tenant; opportunities have a name of the tenant's own. */
const objectNames: Partial<Record<EntityType, string>> = { COMPANY: 'company', RELATIONSHIP: 'relationship' }

/** By id where the tenant takes it or nobody knows better, else by a lookup, else refused with the reason. `objectName` is the tenant's, where it was found. */
export function parentWay(entityType: EntityType, byId: Capability['state'], objectName: string | null): ParentWay {
  if (byId !== 'no') return { kind: 'id' }
  const name = objectNames[entityType] ?? objectName
  if (name !== null && name !== undefined) return { kind: 'lookup', objectName: name }
  return {
    kind: 'none',
    reason:
      'This tenant does not take the id of a parent, and the name of its opportunity object is not known, so the chosen opportunity cannot be named safely.',
  }
}

export function parentOf(entityType: EntityType, gsid: string, way: Exclude<ParentWay, { kind: 'none' }>): GoalParent {
  return way.kind === 'id'
    ? { entityType, gsid, sentAs: 'id' }
    : { entityType, gsid, sentAs: 'lookup', objectName: way.objectName }
}

/** Ends a sentence about the goal. */
export const wrongParentWords = (entityType: EntityType, parent: string) =>
  `was created, but under another ${entityWords[entityType].toLowerCase()} than the chosen one: ${parent}. Correct it in Gainsight.`

/** The parent that a created goal really has, when it is another one than was chosen; null when it is right, or not told. */
export function otherParent(
  entityType: EntityType,
  chosen: string,
  made: Record<string, unknown> | null,
): string | null {
  const parent = made?.[parentFields[entityType].id]
  return typeof parent === 'string' && parent !== chosen ? parent : null
}
