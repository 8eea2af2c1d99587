import * as texts from '@goalkeeper/texts/goal-form'
import { entityWords } from '#web/shared/names/entity-words.ts'
import { parentFields, type EntityType } from '@goalkeeper/gainsight/goal-parts'

/** Why a chosen opportunity cannot be sent to a tenant that takes no ids of parents. */
export const noWayWords = texts.thisTenantDoesNotTakeThe

/** Ends a sentence about the goal. */
export const wrongParentWords = (entityType: EntityType, parent: string) =>
  texts.wasCreatedButUnderAnotherThan(entityWords[entityType].toLowerCase(), parent)

/** The parent that a created goal really has, when it is another one than was chosen; null when it is right, or not told. */
export function otherParent(
  entityType: EntityType,
  chosen: string,
  made: Record<string, unknown> | null,
): string | null {
  const parent = made?.[parentFields[entityType].id]
  return typeof parent === 'string' && parent !== chosen ? parent : null
}
