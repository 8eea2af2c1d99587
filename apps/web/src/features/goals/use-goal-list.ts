import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useRemembered } from '#web/shared/storage/remembered.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { facetsSetting, offeredFacets, shownFacets } from './facets.ts'
import { goalFacetsQuery, goalWindowQuery } from './goal-queries.ts'
import { listModel } from './list-model.ts'
import type { GoalListSearch } from './list-search.ts'
import { summaryFields } from './summary-toggles.ts'
import { useGoalSelection } from './use-goal-selection.ts'
import { useShownList } from './use-shown-list.ts'

type Sources = {
  search: GoalListSearch
  fields: Field[]
  statuses: Status[]
  scope: FilterTree | null
  hasFacets: boolean
  /** The columns of this person's layout, in their short form. */
  layoutColumns: string | null
}

const noBuckets: Record<string, FacetBucket[]> = {}

/** What the list page knows of its list: which one is on screen, how many goals are in it, counts by value, and what is selected. The rows are read where they are drawn. */
export function useGoalList({ search, fields, statuses, scope, hasFacets, layoutColumns }: Sources) {
  const today = useToday()
  const queryClient = useQueryClient()
  const model = useMemo(
    () => listModel({ search, fields, today, remembered: layoutColumns, scope }),
    [search, fields, today, layoutColumns, scope],
  )
  const state = useShownList(model.list)
  const total = state.first?.total ?? null

  const [chosenFacets, rememberFacets] = useRemembered(facetsSetting)
  const offered = useMemo(() => offeredFacets(fields, statuses, scope), [fields, statuses, scope])
  const groups = useMemo(() => shownFacets(offered, chosenFacets), [offered, chosenFacets])
  const counted = [...new Set([...summaryFields, ...(hasFacets ? groups.map(({ field }) => field) : [])])]
  const counts = useQuery({
    ...goalFacetsQuery(model.list, counted),
    // Rows come first: only then is it asked how many there are of what.
    enabled: state.shown?.list === model.list,
    placeholderData: keepPreviousData,
  })

  /** Asks for the first rows of the list that a change of the address leads to: it is known before anything of it is drawn. */
  function askAhead(patch: GoalListSearch): void {
    const { list } = listModel({ search: { ...search, ...patch }, fields, today, remembered: layoutColumns, scope })
    void queryClient.prefetchQuery(goalWindowQuery(list, 0))
  }

  return {
    model,
    askAhead,
    state,
    total,
    isExact: state.first?.exact ?? true,
    selection: useGoalSelection(model.list, total ?? 0),
    facets: {
      groups,
      offered,
      onGroupsChange: (chosen: string[] | null) => rememberFacets(chosen && chosen.join(',')),
    },
    buckets: counts.data?.facets ?? noBuckets,
  }
}
