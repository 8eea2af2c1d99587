import type { GoalEntry } from '../src/goals.ts'
import { CheckSkipped, counted, type CheckContext } from './check.ts'
import type { Where } from './goal-sample.ts'

/** A page of all goals; `index` counts from the first one. */
export function pageOf(
  { client, sample }: CheckContext,
  page: { select?: string[]; size: number; index?: number; where?: Where },
) {
  const where = page.where ?? sample.where
  return client.fetchGoals({
    select: page.select ?? ['Gsid'],
    pageSize: Math.min(page.size, sample.pageSize),
    pageNumber: sample.firstPage + (page.index ?? 0),
    ...(where && { where }),
  })
}

/** The Gsids of a page, in its order. */
export const gsidsOf = (page: { recordList: GoalEntry[] }) => page.recordList.map((entry) => entry.dataList.Gsid ?? '')

/** The goals of the sample, when there are enough of them for the check. */
export function sampled({ sample }: CheckContext, atLeast = 1): GoalEntry[] {
  if (sample.entries.length < atLeast) throw new CheckSkipped(`needs ${counted(atLeast, 'goal')}`)
  return sample.entries
}
