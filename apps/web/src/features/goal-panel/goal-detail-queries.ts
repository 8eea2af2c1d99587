import { previewPutBack, readGoalChanges } from '@goalkeeper/contract/goals'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { goalDetailQuery, readGoalVersion } from '#web/shared/api/goal-detail-query.ts'
import { request } from '#web/shared/api/request.ts'

/** What is known to have changed on one goal, newest first. */
export const goalChangesQuery = (gsid: string) =>
  queryOptions({
    queryKey: ['goals', 'changes', gsid] as const,
    queryFn: ({ signal }) => request(readGoalChanges, { params: { gsid } }, { signal }),
  })

/** Changes by their ids, or all that came after a moment in epoch milliseconds. */
export type Chosen = { changes: string[] } | { at: number }

/** How they would be put back, as things stand now: asked anew each time, for the goal moves on. */
export const putBackQuery = (gsid: string, chosen: Chosen) =>
  queryOptions({
    queryKey: ['goals', 'put-back', gsid, chosen] as const,
    queryFn: ({ signal }) => request(previewPutBack, { params: { gsid }, body: chosen }, { signal }),
    gcTime: 0,
  })

/** Reads the goal from the tenant now: one call. */
export function useRefreshGoal(gsid: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => readGoalVersion(gsid, { fresh: true }),
    onSuccess: async (goal) => {
      queryClient.setQueryData(goalDetailQuery(gsid).queryKey, goal)
      await queryClient.invalidateQueries({ queryKey: goalChangesQuery(gsid).queryKey })
    },
  })
}
