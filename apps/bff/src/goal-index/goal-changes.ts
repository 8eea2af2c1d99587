import type { GoalChange } from '@goalkeeper/contract/goals'
import type { Database } from '#bff/database/connect.ts'

const mostChanges = 1_000

/** What is known to have changed on one goal, newest first. */
export async function readGoalChanges({ db }: Database, gsid: string): Promise<GoalChange[]> {
  const rows = await db
    .selectFrom('goal_change')
    .selectAll()
    .where('gsid', '=', gsid)
    .orderBy('id', 'desc')
    .limit(mostChanges)
    .execute()
  return rows.map(({ id, seen_before, seen_at, ...change }) => ({
    ...change,
    id: String(id),
    seenBefore: seen_before,
    seenAt: seen_at,
  }))
}
