import { queryGoalGroups, type GoalGroup } from '@goalkeeper/contract/goal-groups'
import { queryGoals, type GoalPage, type SortKey } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { queryOptions } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'
import { windowSize } from '#web/shared/table/row-windows.ts'

/** Which goals, in which order and groups, with which fields, seen from which day. What a search finds comes best first when `sort` is empty. */
export type GoalList = {
  filter: FilterTree | null
  search: string
  sort: SortKey[]
  /** The field whose equal values stand together, and which of them come first; null: no groups. */
  group: SortKey | null
  select: string[]
  today: string
}

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

/** Rows of a list that are read once and not kept, such as those that are copied. */
export const goalRowsQuery = (list: GoalList, offset: number, limit: number) =>
  queryOptions({
    queryKey: ['goals', 'rows', list, offset, limit] as const,
    queryFn: ({ signal }): Promise<GoalPage> =>
      request(queryGoals, { body: { ...list, offset, limit, facets: [] } }, { signal }),
    gcTime: 0,
  })

/** The groups of a list in their order, each with its size; none in a list without groups. */
export const goalGroupsQuery = ({ filter, search, today, group }: WhichGoals & Pick<GoalList, 'group'>) =>
  queryOptions({
    queryKey: ['goals', 'groups', { filter, search, today, group }] as const,
    queryFn: async ({ signal }): Promise<GoalGroup[]> =>
      group ? (await request(queryGoalGroups, { body: { filter, search, today, group } }, { signal })).groups : [],
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
