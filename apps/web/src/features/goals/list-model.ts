import type { Field } from '@goalkeeper/contract/catalogue'
import { canGroupBy } from '@goalkeeper/contract/goal-groups'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { defaultColumns, parseColumns, type ColumnChoice } from './column-choice.ts'
import { answerable } from './filter-parts.ts'
import { allColumns, fieldsNeeded, shownColumns, type GoalColumn } from './goal-columns.ts'
import type { GoalList } from './goal-queries.ts'
import type { GoalListSearch } from './list-search.ts'
import { quickSearchFilter } from './quick-search.ts'
import { defaultSort, parseGroup, parseSort } from './sort-keys.ts'

/** What the page works with: the address, understood by way of the tenant's fields. */
export type ListModel = {
  /** What is asked of the server. */
  list: GoalList
  /** The filter as people set it: without the quick search and without the page's own scope. */
  filter: FilterTree | null
  /** What is asked of the server but for the quick search. */
  withoutSearch: FilterTree | null
  columns: GoalColumn[]
  shown: ColumnChoice[]
  /** Sentences on the parts of the filter that this tenant cannot answer. */
  problems: string[]
}

type Sources = {
  search: GoalListSearch
  fields: readonly Field[]
  today: string
  /** The columns of this person's layout, in their short form. */
  remembered: string | null
  /** What every goal of this page has in common, such as its company. */
  scope: FilterTree | null
}

export function listModel({ search, fields, today, remembered, scope }: Sources): ListModel {
  const columns = allColumns(fields)
  const chosen = parseColumns(search.columns ?? '') ?? parseColumns(remembered ?? '') ?? defaultColumns
  const shown = shownColumns(chosen, columns)
  const { filter, problems } = answerable(search.filter ?? null, fields)
  const withoutSearch = joinParts([...partsOf(scope), ...partsOf(filter)])
  const quick = quickSearchFilter(search.q, fields)
  const sortable = (parseSort(search.sort ?? '') ?? defaultSort).filter(({ field }) =>
    columns.some(({ sortField }) => sortField === field),
  )
  const group = parseGroup(search.group ?? '')
  const isGrouped = fields.some((field) => field.name === group?.field && canGroupBy(field))
  return {
    list: {
      filter: joinParts([...partsOf(withoutSearch), ...partsOf(quick)]),
      sort: sortable,
      group: isGrouped ? group : null,
      select: fieldsNeeded(shown, columns, fields, isGrouped && group ? [group.field] : []),
      today,
    },
    filter,
    withoutSearch,
    columns,
    shown,
    problems,
  }
}
