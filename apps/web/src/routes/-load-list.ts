import type { FilterTree } from '@goalkeeper/filter/tree'
import type { QueryClient } from '@tanstack/react-query'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'

/**
 * What every list of goals needs before it can be drawn. Its first rows are asked for as well, but not waited for:
 * the page comes up with what it has. What that takes is fetched with the page's own chunk, apart from the first one.
 */
export async function loadList(
  queryClient: QueryClient,
  search: Record<string, unknown>,
  scope: FilterTree | null,
): Promise<void> {
  void import('#web/features/goals/prefetch-goals.ts').then(({ prefetchGoals }) =>
    prefetchGoals(queryClient, search, scope),
  )
  await Promise.all([queryClient.ensureQueryData(fieldsQuery()), queryClient.ensureQueryData(statusesQuery())])
}

/** What the goals of one company have in common. */
export const ofCompany = (gsid: string): FilterTree => ({ field: 'CompanyId', op: 'EQ', value: [gsid] })
