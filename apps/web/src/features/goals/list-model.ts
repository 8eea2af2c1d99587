import * as texts from '@goalkeeper/texts/goals-first'
import type { Field } from '@goalkeeper/contract/catalogue'
import { canGroupBy } from '@goalkeeper/contract/goal-groups'
import type { SortKey } from '@goalkeeper/contract/goals'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { switchedOn } from '@goalkeeper/filter/switched-off'
import type { FilterTree, KeptFilter } from '@goalkeeper/filter/tree'
import { defaultColumns, parseColumns, printColumns, type ColumnChoice } from './column-choice.ts'
import { answerable } from './filter-parts.ts'
import { allColumns, fieldsNeeded, shownColumns, type GoalColumn } from './goal-columns.ts'
import type { GoalList } from './goal-queries.ts'
import type { GoalListSearch } from './list-search.ts'
import { defaultSort, parseGroup, parseSort, printSort } from './sort-keys.ts'

/** What the page works with: the address, understood by way of the tenant's fields. */
export type ListModel = {
  /** What is asked of the server. */
  list: GoalList
  /** The filter as people set it, with what they have switched off, and without the page's own scope. */
  filter: KeptFilter | null
  /** What would be asked of the server with another filter in its place. */
  asked: (filter: KeptFilter | null) => FilterTree | null
  columns: GoalColumn[]
  shown: ColumnChoice[]
  /** Sentences on the parts of the address that this tenant cannot answer. */
  problems: string[]
  /** The parts of the address as they are understood. */
  understood: Pick<GoalListSearch, 'filter' | 'sort' | 'group' | 'columns'>
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
  const given = parseColumns(search.columns ?? '')
  const chosen = given ?? parseColumns(remembered ?? '') ?? defaultColumns
  const shown = shownColumns(chosen, columns)
  const { filter, problems } = answerable(search.filter ?? null, fields)
  const words = search.q?.trim() ?? ''
  const asked = (kept: KeptFilter | null) => joinParts([...partsOf(scope), ...partsOf(switchedOn(kept))])
  const group = parseGroup(search.group ?? '')
  const isGrouped = fields.some((field) => field.name === group?.field && canGroupBy(field))
  const isSortable = ({ field }: SortKey) => columns.some(({ sortField }) => sortField === field)
  const keys = parseSort(search.sort ?? '')
  // What a search finds comes best first, where no groups tear it apart.
  const sortable = (keys ?? (words === '' || isGrouped ? defaultSort : [])).filter(isSortable)
  const unknownColumns = given?.filter(({ id }) => columns.every((column) => column.id !== id)) ?? []
  const unsortable = keys?.filter((key) => !isSortable(key)) ?? []
  return {
    list: {
      filter: asked(filter),
      search: words,
      sort: sortable,
      group: isGrouped ? group : null,
      select: fieldsNeeded(shown, columns, fields, isGrouped && group ? [group.field] : []),
      today,
    },
    filter,
    asked,
    columns,
    shown,
    problems: [
      ...problems,
      ...unknownColumns.map(({ id }) => texts.thereIsNoColumn(id)),
      ...unsortable.map(({ field }) => texts.goalsCannotBeOrderedBy(field)),
      ...(group && !isGrouped ? [texts.goalsCannotBeGroupedBy(group.field)] : []),
    ],
    understood: {
      filter: filter ?? undefined,
      sort: (keys && printSort(sortable)) || undefined,
      group: isGrouped ? search.group : undefined,
      columns: given ? printColumns(shown) : undefined,
    },
  }
}
