import type { FilterTree } from '@goalkeeper/filter/tree'
import type { QueryClient } from '@tanstack/react-query'
import { firstLayout, prefetchGoals } from '#web/features/goals/prefetch-goals.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'

/** What every list of goals needs before it can be drawn. Its first rows are asked for as well, but not waited for: the page comes up with what it has. */
export async function loadList(
  queryClient: QueryClient,
  search: Record<string, unknown> | Promise<Record<string, unknown>>,
  scope: FilterTree | null,
): Promise<void> {
  void prefetchGoals(queryClient, search, scope)
  await Promise.all([loadFields(queryClient), firstLayout(queryClient)])
}

/** What the tenant's goals hold. */
export const loadFields = (queryClient: QueryClient) =>
  Promise.all([queryClient.ensureQueryData(fieldsQuery()), queryClient.ensureQueryData(statusesQuery())])

/** What the goals of one company have in common. */
export const ofCompany = (gsid: string): FilterTree => ({ field: 'CompanyId', op: 'EQ', value: [gsid] })
