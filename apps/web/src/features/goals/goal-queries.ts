import { queryGoalGroups, type GoalGroup } from '@goalkeeper/contract/goal-groups'
import { queryGoals, type GoalPage, type SortKey } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { queryOptions } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'
import { windowSize } from '#web/shared/table/row-windows.ts'

/** Which goals, in which order and groups, with which fields, seen from which day. */
export type GoalList = {
  filter: FilterTree | null
  sort: SortKey[]
  /** The field whose equal values stand together, and which of them come first; null: no groups. */
  group: SortKey | null
  select: string[]
  today: string
}

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
export const goalGroupsQuery = ({ filter, today, group }: Pick<GoalList, 'filter' | 'today' | 'group'>) =>
  queryOptions({
    queryKey: ['goals', 'groups', { filter, today, group }] as const,
    queryFn: async ({ signal }): Promise<GoalGroup[]> =>
      group ? (await request(queryGoalGroups, { body: { filter, today, group } }, { signal })).groups : [],
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
