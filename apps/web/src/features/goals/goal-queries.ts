import { queryGoals, type GoalPage, type SortKey } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { queryOptions } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'
import { windowSize } from '#web/shared/table/row-windows.ts'

/** Which goals, in which order, with which fields, seen from which day. */
export type GoalList = { filter: FilterTree | null; sort: SortKey[]; select: string[]; today: string }

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
export const goalFacetsQuery = ({ filter, today }: Pick<GoalList, 'filter' | 'today'>, facets: string[]) =>
  queryOptions({
    queryKey: ['goals', 'facets', { filter, today }, facets] as const,
    queryFn: ({ signal }) =>
      request(queryGoals, { body: { filter, today, sort: [], offset: 0, limit: 0, facets } }, { signal }),
    gcTime: 60_000,
  })

/** How many goals a filter lets through. */
export const goalCountQuery = ({ filter, today }: Pick<GoalList, 'filter' | 'today'>) =>
  queryOptions({
    queryKey: ['goals', 'count', { filter, today }] as const,
    queryFn: ({ signal }) =>
      request(queryGoals, { body: { filter, today, sort: [], offset: 0, limit: 0, facets: [] } }, { signal }),
    select: (page) => page.total,
    gcTime: 60_000,
  })
