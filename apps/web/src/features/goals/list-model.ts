import type { Field } from '@goalkeeper/contract/catalogue'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { defaultColumns, parseColumns, type ColumnChoice } from './column-choice.ts'
import { answerable } from './filter-parts.ts'
import { allColumns, fieldsNeeded, shownColumns, type GoalColumn } from './goal-columns.ts'
import type { GoalList } from './goal-queries.ts'
import type { GoalListSearch } from './list-search.ts'
import { defaultSort, parseSort } from './sort-keys.ts'

/** What the page works with: the address, understood by way of the tenant's fields. */
export type ListModel = {
  /** What is asked of the server. */
  list: GoalList
  /** The filter as people set it: without the page's own scope. */
  filter: FilterTree | null
  columns: GoalColumn[]
  shown: ColumnChoice[]
  /** Sentences on the parts of the filter that this tenant cannot answer. */
  problems: string[]
}

type Sources = {
  search: GoalListSearch
  fields: readonly Field[]
  today: string
  /** Columns that this browser remembers, in their short form. */
  remembered: string | null
  /** What every goal of this page has in common, such as its company. */
  scope: FilterTree | null
}

export function listModel({ search, fields, today, remembered, scope }: Sources): ListModel {
  const columns = allColumns(fields)
  const chosen = parseColumns(search.columns ?? '') ?? parseColumns(remembered ?? '') ?? defaultColumns
  const shown = shownColumns(chosen, columns)
  const { filter, problems } = answerable(search.filter ?? null, fields)
  const words = search.q?.trim() ?? ''
  const usualSort = words === '' ? defaultSort : []
  const sortable = (parseSort(search.sort ?? '') ?? usualSort).filter(({ field }) =>
    columns.some(({ sortField }) => sortField === field),
  )
  return {
    list: {
      filter: joinParts([...partsOf(scope), ...partsOf(filter)]),
      search: words,
      sort: sortable,
      select: fieldsNeeded(shown, columns, fields),
      today,
    },
    filter,
    columns,
    shown,
    problems,
  }
}
