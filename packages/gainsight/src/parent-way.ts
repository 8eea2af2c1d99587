import type { EntityType } from './goal-parts.ts'
import type { GoalParent } from './goal-create.ts'

/** How a new goal's parent is named to a tenant: by its id, or by a lookup on its Gsid in an object of that name. */
export type ParentWay = { sentAs: 'id' } | { sentAs: 'lookup'; objectName: string }

/** Objects that are called the same at every tenant; opportunities have a name of the tenant's own (reference 5). */
const objectNames: Partial<Record<EntityType, string>> = { COMPANY: 'company', RELATIONSHIP: 'relationship' }

/**
 * By id where the tenant takes it or nobody knows better, else by a lookup; null where it cannot be named safely. `objectName` is that of the
 * tenant's opportunities, where it was found.
 */
export function parentWay(
  entityType: EntityType,
  takesId: 'yes' | 'no' | 'unknown',
  objectName: string | null,
): ParentWay | null {
  if (takesId !== 'no') return { sentAs: 'id' }
  const name = objectNames[entityType] ?? objectName
  return name === null ? null : { sentAs: 'lookup', objectName: name }
}

/** A parent that is named in a way. */
export const parentIn = (
  way: ParentWay,
  { entityType, gsid }: Pick<GoalParent, 'entityType' | 'gsid'>,
): GoalParent => ({
  entityType,
  gsid,
  ...way,
})
