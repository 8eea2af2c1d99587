import { readGoalChanges } from '@goalkeeper/contract/goals'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { goalDetailQuery, readGoalVersion } from '#web/shared/api/goal-detail-query.ts'
import { request } from '#web/shared/api/request.ts'

/** What is known to have changed on one goal, newest first. */
export const goalChangesQuery = (gsid: string) =>
  queryOptions({
    queryKey: ['goals', 'changes', gsid] as const,
    queryFn: ({ signal }) => request(readGoalChanges, { params: { gsid } }, { signal }),
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
