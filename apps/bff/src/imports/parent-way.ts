import type { Capabilities } from '#bff/connection/capabilities.ts'
import type { EntityType, GoalParent } from '@goalkeeper/gainsight/goal-write'

/** Objects that are called the same at every tenant; opportunities have a name of the tenant's own. */
const objectNames: Partial<Record<EntityType, string>> = { COMPANY: 'company', RELATIONSHIP: 'relationship' }

/** A new goal's parent as this tenant takes it: by id where it does or nobody knows better, else by a lookup; null: not at all. */
export function parentAs(
  { entityType, gsid }: Pick<GoalParent, 'entityType' | 'gsid'>,
  { parentById, objects }: Pick<Capabilities, 'parentById' | 'objects'>,
): GoalParent | null {
  if (parentById !== 'no') return { entityType, gsid, sentAs: 'id' }
  const objectName = objectNames[entityType] ?? objects.opportunity
  return objectName === null ? null : { entityType, gsid, sentAs: 'lookup', objectName }
}
