import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useToday } from '#web/shared/time/use-clock.ts'
import { facetGroups } from './facets.ts'
import { goalFacetsQuery } from './goal-queries.ts'
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
  const model = useMemo(
    () => listModel({ search, fields, today, remembered: layoutColumns, scope }),
    [search, fields, today, layoutColumns, scope],
  )
  const state = useShownList(model.list)
  const total = state.first?.total ?? null

  const groups = useMemo(() => facetGroups(fields, statuses, scope), [fields, statuses, scope])
  const counted = [...new Set([...summaryFields, ...(hasFacets ? groups.map(({ field }) => field) : [])])]
  const facets = useQuery({
    ...goalFacetsQuery(model.list, counted),
    // Rows come first: only then is it asked how many there are of what.
    enabled: state.shown?.list === model.list,
    placeholderData: keepPreviousData,
  })

  return {
    model,
    state,
    total,
    isExact: state.first?.exact ?? true,
    selection: useGoalSelection(model.list, total ?? 0),
    groups,
    buckets: facets.data?.facets ?? noBuckets,
  }
}
