import { queryGoals, type GoalPage, type SortKey } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { queryOptions } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'
import { windowSize } from '#web/shared/table/row-windows.ts'

/** Which goals, in which order, with which fields, seen from which day. What a search finds comes best first when `sort` is empty. */
export type GoalList = { filter: FilterTree | null; search: string; sort: SortKey[]; select: string[]; today: string }

/** Which goals, in whatever order. */
export type WhichGoals = Pick<GoalList, 'filter' | 'search' | 'today'>

/** One window of a list's rows. Windows that nobody looks at are kept for a minute, so that a long scroll does not fill the memory. */
export const goalWindowQuery = (list: GoalList, window: number) =>
  queryOptions({
    queryKey: ['goals', 'list', list, window] as const,
    queryFn: ({ signal }): Promise<GoalPage> =>
      request(
        queryGoals,
        { body: { ...list, offset: window * windowSize, limit: windowSize, facets: [] } },
        { signal },
      ),
    gcTime: 60_000,
  })

/** Counts by value for several fields at once, beside the rows and never in their way. */
export const goalFacetsQuery = ({ filter, search, today }: WhichGoals, facets: string[]) =>
  queryOptions({
    queryKey: ['goals', 'facets', { filter, search, today }, facets] as const,
    queryFn: ({ signal }) =>
      request(queryGoals, { body: { filter, search, today, sort: [], offset: 0, limit: 0, facets } }, { signal }),
    gcTime: 60_000,
  })

/** How many goals a filter lets through, of those that a search finds. */
export const goalCountQuery = ({ filter, search, today }: WhichGoals) =>
  queryOptions({
    queryKey: ['goals', 'count', { filter, search, today }] as const,
    queryFn: ({ signal }) =>
      request(queryGoals, { body: { filter, search, today, sort: [], offset: 0, limit: 0, facets: [] } }, { signal }),
    select: (page) => page.total,
    gcTime: 60_000,
  })
