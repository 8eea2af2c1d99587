import type { Runtime } from '../runtime.ts'
import type { FieldValue, Row } from '../tenant/field.ts'
import type { Goal, Links } from '../tenant/goal-store.ts'
import { tableOf } from '../tenant/tenant.ts'

/** What a person changes on a goal in Gainsight itself: stored values by field name, and links as they are to be. */
export interface HandChange {
  record?: Record<string, FieldValue> | undefined
  links?: { CTA?: string[] | undefined; SP?: string[] | undefined } | undefined
}

/** A goal as it is stored. */
export interface GoalReport {
  record: Row
  links: Links
  /** How many writes of clients were applied to it since the start or the last reset. */
  writes: number
}

export function goalReport(runtime: Runtime, gsid: string): GoalReport | null {
  const goal = runtime.tenant.goals.read(gsid)
  return goal ? { ...goal, writes: runtime.report().writes.byGoal[gsid] ?? 0 } : null
}

/** Does what somebody else would do in Gainsight's own screens: the second user's name stands on it, and it counts as no call. */
export async function changeByHand(runtime: Runtime, gsid: string, change: HandChange): Promise<GoalReport | null> {
  const goal = runtime.tenant.goals.read(gsid)
  if (!goal) return null
  const somebody = tableOf(runtime.tenant, 'gsuser').rows[1]
  const record = { ...goal.record, ...change.record, ModifiedById: somebody?.Gsid ?? null, ModifiedDate: Date.now() }
  const links = { CTA: change.links?.CTA ?? goal.links.CTA, SP: change.links?.SP ?? goal.links.SP }
  await runtime.changeGoal({ record, links } satisfies Goal)
  return goalReport(runtime, gsid)
}
