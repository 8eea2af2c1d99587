import { readGoal, type GoalDetail } from '@goalkeeper/contract/goals'
import { queryOptions } from '@tanstack/react-query'
import { requestWithReply } from './request.ts'

/** A goal with the ETag of this version of it, which a later write sends as If-Match. */
export type GoalVersion = GoalDetail & { etag: string | null }

/** Reads one goal with its associations from our copy or, `fresh`, from the tenant: one call. */
export async function readGoalVersion(
  gsid: string,
  { fresh = false, signal }: { fresh?: boolean; signal?: AbortSignal } = {},
): Promise<GoalVersion> {
  const query = fresh ? { fresh: '1' as const } : {}
  const { data, etag } = await requestWithReply(readGoal, { params: { gsid }, query }, { signal })
  return { ...data, etag }
}

/** One goal with its associations resolved, from our copy. */
export const goalDetailQuery = (gsid: string) =>
  queryOptions({
    queryKey: ['goals', 'detail', gsid] as const,
    queryFn: ({ signal }) => readGoalVersion(gsid, { signal }),
  })
