import { derivedCases, type DerivedField, isDerivedField } from '@goalkeeper/filter/derived'
import type { FieldType, FilterField } from '@goalkeeper/filter/field'
import { position } from '@goalkeeper/filter/values'
import type { Sorting } from '../query-input.ts'
import { isList } from '../stored-sql.ts'
import type { Column } from './column.ts'
import type { Selection } from './selection.ts'
import type { Table } from './table.ts'

/** Numbers and dates are soon put in order; texts, which are compared letter by letter, only where there are few. */
const mostValues = 50_000
const mostTexts = 5_000

/** What a sort key looks at: by row a number, by number its rank; `last` is the rank of nothing. */
type Key = { codes: Uint8Array | Uint32Array; ranks: Uint32Array; last: number }

/** Whether goals can be put in the order of a field here. The others lie in an index of the database in their order. */
export function canOrderBy(table: Table, field: FilterField): boolean {
  if (isDerivedField(field.name)) return true
  if (field.type === 'html' || field.type === 'gsid' || (isList(field) && field.type !== 'ids')) return false
  const isText = field.type === 'text' || field.type === 'picklist'
  const column = table.column(field)
  return column !== undefined && column.values.length <= (isText ? mostTexts : mostValues)
}

/** Puts rows in order: by each key, empty ones last in both directions, equal ones as they were. */
export function orderRows(
  table: Table,
  rows: Uint32Array,
  sort: readonly Sorting[],
  casesOf: Selection['cases'],
): Uint32Array {
  // A stable order by the last key first leaves the first one on top.
  return sort.toReversed().reduce((sorted, sorting) => sortedBy(sorted, keyOf(table, sorting, casesOf)), rows)
}

function keyOf(table: Table, { field, direction }: Sorting, casesOf: Selection['cases']): Key {
  const ranked = isDerivedField(field.name) ? derivedKey(field.name) : columnKey()
  if (direction === 'asc') return ranked
  const { ranks, last } = ranked
  return { ...ranked, ranks: ranks.map((rank) => (rank === last ? last : last - 1 - rank)) }

  function derivedKey(name: DerivedField): Key {
    const cases = derivedCases[name]
    const last = cases.length
    const ranks = Uint32Array.from([last, ...cases.map(({ value }, place) => (value === null ? last : place))])
    return { codes: casesOf(name), ranks, last }
  }

  function columnKey(): Key {
    const column = table.column(field)
    if (!column) throw new Error(`Goals were sorted in memory by ${field.name}, which is not there`)
    return { codes: column.codes, ...ranksOf(column) }
  }
}

type Ranks = Pick<Key, 'ranks' | 'last'>

/** Ranks hold until a value comes that was not there. */
const known = new WeakMap<Column, { values: number; ranks: Ranks }>()

function ranksOf(column: Column): Ranks {
  const before = known.get(column)
  if (before?.values === column.values.length) return before.ranks
  const ranks = rank(column)
  known.set(column, { values: column.values.length, ranks })
  return ranks
}

function rank({ type, values }: Column): Ranks {
  const keys = values.map((value) => (Array.isArray(value) ? value.length : value))
  const compare = (one: number, other: number) => compareKeys(type, keys[one] ?? null, keys[other] ?? null)
  const filled = keys.flatMap((key, code) => (key === null ? [] : code)).toSorted(compare)
  const ranks = new Uint32Array(values.length)
  let [last, before] = [0, filled[0]]
  for (const code of filled) {
    if (before !== undefined && compare(before, code) !== 0) last += 1
    ranks[code] = last
    before = code
  }
  if (filled.length > 0) last += 1
  for (const [code, key] of keys.entries()) if (key === null) ranks[code] = last
  return { ranks, last }
}

type SortKey = string | number | boolean | null

function compareKeys(type: FieldType, one: SortKey, other: SortKey): number {
  if (one === other || one === null || other === null) return 0
  // Days compare like the letters they are written in; only texts are put in the order of people.
  return type === 'text' || type === 'picklist' ? position(one, other) : one < other ? -1 : 1
}

/** In the order of ranks, equal ones as they were: each rank begins where those before it end. */
function sortedBy(rows: Uint32Array, { codes, ranks, last }: Key): Uint32Array {
  const rankOf = (row: number) => ranks[codes[row] ?? 0] ?? 0
  const places = new Uint32Array(last + 2)
  for (const row of rows) places[rankOf(row) + 1]! += 1
  for (let rank = 1; rank < places.length; rank += 1) places[rank]! += places[rank - 1]!
  const sorted = new Uint32Array(rows.length)
  for (const row of rows) {
    const rank = rankOf(row)
    sorted[places[rank]!] = row
    places[rank]! += 1
  }
  return sorted
}
