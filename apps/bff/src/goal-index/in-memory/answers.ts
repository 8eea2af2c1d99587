import type { FieldValue } from '@goalkeeper/contract/goals'
import type { FilterField } from '@goalkeeper/filter/field'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { Counted } from '../facets.ts'
import type { QueryContext } from '../query.ts'
import type { CheckedQuery } from '../query-input.ts'
import { countEach, countPairs, countRows, type Pairs } from './counting.ts'
import { canOrderBy, orderRows } from './ordering.ts'
import { createSelection, fieldsBehind, storedFields } from './selection.ts'
import type { Table } from './table.ts'

/** What is answered from memory to one who asks. Null: a field is not there, and the database has to be asked. */
export type Answers = {
  /** How many goals pass a filter. */
  total: (filter: FilterTree | null) => number | null
  /** How many of them hold each value of a field, the most frequent first. */
  countByValue: (field: FilterField, filter: FilterTree | null) => Counted[] | null
  /** How many of them hold each value of a stored field, of which there may be many. */
  countEach: (field: FilterField, filter: FilterTree | null) => [FieldValue, number][] | null
  /** How many of them hold each value of one stored field together with each of another. */
  countPairs: (fields: readonly [FilterField, FilterField], filter: FilterTree | null) => Pairs | null
  /** The Gsids of a window, in its order. */
  window: (query: Pick<CheckedQuery, 'filter' | 'sort' | 'offset' | 'limit'>) => string[] | null
}

export function createAnswers(table: Table, context: QueryContext): Answers {
  const selection = createSelection(table, context)
  const selected = new Map<FilterTree | null, Uint32Array | null>()
  const areThere = (fields: readonly FilterField[] | null) =>
    fields !== null && fields.every((field) => table.column(field) !== undefined)

  function select(filter: FilterTree | null): Uint32Array | null {
    const known = selected.get(filter)
    if (known !== undefined) return known
    const trees = [context.within, filter].filter((tree) => tree !== null)
    const rows = trees.every((tree) => areThere(fieldsBehind(tree, context))) ? selection.rows(trees) : null
    selected.set(filter, rows)
    return rows
  }

  return {
    total: (filter) => select(filter)?.length ?? null,
    countByValue(field, filter) {
      if (!areThere(storedFields(field.name, context))) return null
      const rows = select(filter)
      return rows && countRows(table, rows, field, selection.cases)
    },
    countEach(field, filter) {
      const rows = areThere([field]) ? select(filter) : null
      return rows && countEach(table, rows, field)
    },
    countPairs(fields, filter) {
      const rows = areThere(fields) ? select(filter) : null
      return rows && countPairs(table, rows, fields)
    },
    window({ filter, sort, offset, limit }) {
      const canOrder = sort.every(
        ({ field }) => areThere(storedFields(field.name, context)) && canOrderBy(table, field),
      )
      const rows = canOrder ? select(filter) : null
      if (!rows) return null
      const ordered = orderRows(table, rows, sort, selection.cases)
      return Array.from(ordered.subarray(offset, offset + limit), table.gsidAt)
    },
  }
}
