import { readGoal, readGoalChanges } from '@goalkeeper/contract/goals'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

/** One goal with its associations resolved, from our copy. */
export const goalDetailQuery = (gsid: string) =>
  queryOptions({
    queryKey: ['goals', 'detail', gsid] as const,
    queryFn: ({ signal }) => request(readGoal, { params: { gsid }, query: {} }, { signal }),
  })

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
    mutationFn: () => request(readGoal, { params: { gsid }, query: { fresh: '1' } }),
    onSuccess: async (goal) => {
      queryClient.setQueryData(goalDetailQuery(gsid).queryKey, goal)
      await queryClient.invalidateQueries({ queryKey: goalChangesQuery(gsid).queryKey })
    },
  })
}
