import type { GoalRow } from '@goalkeeper/contract/goals'
import { useState } from 'react'
import { editsOf } from '#web/shared/writes/edit-store.ts'

const none: ReadonlySet<string> = new Set()

/** Fields that are in both versions of a goal and differ, and CTA or SP where its links do. When it was changed is not counted: it always differs. */
export function changedFields(before: GoalRow, after: GoalRow): ReadonlySet<string> {
  const names = Object.keys(after.fields).filter((name) => name in before.fields && !beside.has(name))
  const fields = names.filter((name) => !isSame(before.fields[name], after.fields[name]))
  const links = (['CTA', 'SP'] as const).filter((kind) => !isSame(before[kind], after[kind]))
  return new Set([...fields, ...links])
}

const beside: ReadonlySet<string> = new Set(['ModifiedDate', 'ModifiedById', 'ModifiedByName'])
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What became different in a goal while it was on screen, by somebody else: our own edits are shown as such. */
export function useChangedFields(goal: GoalRow | null): ReadonlySet<string> {
  const [seen, setSeen] = useState({ goal, changed: none })
  if (seen.goal === goal) return seen.changed
  const isSameGoal = goal !== null && seen.goal?.gsid === goal.gsid && editsOf(goal.gsid).length === 0
  const changed = isSameGoal && seen.goal ? changedFields(seen.goal, goal) : none
  setSeen({ goal, changed })
  return changed
}
