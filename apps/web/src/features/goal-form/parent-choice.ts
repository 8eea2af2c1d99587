import { entityWords } from '#web/shared/names/entity-words.ts'
import { parentFields, type EntityType } from '@goalkeeper/gainsight/goal-write'

/** Why a chosen opportunity cannot be sent to a tenant that takes no ids of parents. */
export const noWayWords =
  'This tenant does not take the id of a parent, and the name of its opportunity object is not known, so the chosen opportunity cannot be named safely.'

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
