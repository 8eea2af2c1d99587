import type { QueryClient } from '@tanstack/react-query'
import { goalDetailQuery } from '#web/shared/api/goal-detail-query.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'

/** What the panel needs before it can be drawn. Apart from the panel, so that the first chunk holds no more than this. */
export const loadGoal = (queryClient: QueryClient, gsid: string) =>
  Promise.all([queryClient.ensureQueryData(goalDetailQuery(gsid)), queryClient.ensureQueryData(statusQuery())])
