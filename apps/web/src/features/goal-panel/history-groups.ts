import type { GoalChange } from '@goalkeeper/contract/goals'

/** Changes that were made, or found, together: by one write, or by one look at the goal. Newest first, as the changes are. */
export function historyGroups(changes: readonly GoalChange[]): GoalChange[][] {
  const groups: GoalChange[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last?.[0] && occasionOf(last[0]) === occasionOf(change)) last.push(change)
    else groups.push([change])
  }
  return groups
}

const occasionOf = ({ writeId, seenAt, by }: GoalChange) => writeId ?? `${seenAt} ${by ?? ''}`
