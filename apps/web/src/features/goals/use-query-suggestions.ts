import type { Field } from '@goalkeeper/contract/catalogue'
import { fieldNamed } from '@goalkeeper/filter/field'
import { endOfQuery } from '@goalkeeper/filter/parse-query'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { useDeferredValue } from 'react'
import type { WhichGoals } from './goal-queries.ts'
import { begunValue, filterBefore, suggestNames, suggestValues, type Suggestion } from './query-suggestions.ts'
import { useFilterChoices } from './use-filter-choices.ts'

type Question = {
  /** The query up to where somebody types. */
  text: string
  fields: readonly Field[]
  /** The list whose filter it is. */
  list: Pick<WhichGoals, 'search' | 'today'>
  /** What every goal of the page has in common. */
  scope: FilterTree | null
  isOpen: boolean
}

/** What can stand next in a query, and from which character on it takes the place of what was begun. */
export function useQuerySuggestions({ text, fields, list: { search: words, today }, scope, isOpen }: Question): {
  from: number
  suggestions: Suggestion[]
} {
  const end = endOfQuery(text, fields)
  const field = end.kind === 'value' ? (fieldNamed(fields, end.field) ?? null) : null
  const search = useDeferredValue(end.kind === 'value' ? begunValue(text, end) : '')
  const isListed = field !== null && !unlisted.includes(field.type)
  const before = end.kind === 'value' ? filterBefore(text, end, fields) : null
  const list = { filter: joinParts([...partsOf(scope), ...partsOf(before)]), search: words, today }
  const { data = [] } = useFilterChoices({ field: isListed ? field : null, list, search, isOpen })
  if (end.kind !== 'value') return { from: end.from, suggestions: suggestNames(text, end, fields) }
  return { from: end.from, suggestions: suggestValues(text, end, fields, data) }
}

/** Types whose values are too many to choose from. */
const unlisted: Field['type'][] = ['date', 'datetime', 'number', 'boolean', 'html']
