import type { FieldValue } from '@goalkeeper/contract/goals'
import { derivedCases, isDerivedField } from '@goalkeeper/filter/derived'
import type { FilterField } from '@goalkeeper/filter/field'
import { mostBuckets } from '../facets.ts'
import { isList } from '../stored-sql.ts'
import type { Column } from './column.ts'
import type { Selection } from './selection.ts'
import type { Table } from './table.ts'

type Value = Exclude<FieldValue, string[]>

/** How many of some goals hold each value of a field, the most frequent first; of a list each entry counts, of associations whether there are any. */
export function countRows(
  table: Table,
  rows: Uint32Array,
  field: FilterField,
  casesOf: Selection['cases'],
): { value: Value; count: number }[] {
  const counts = isDerivedField(field.name)
    ? sumsOf(rows, casesOf(field.name), derivedCases[field.name].length + 1)
    : columnSums(table, rows, field)
  const byValue = new Map<Value, number>()
  const add = (value: Value, count: number) => {
    if (count > 0) byValue.set(value, (byValue.get(value) ?? 0) + count)
  }
  for (const [code, count] of counts.entries()) for (const value of valuesOf(code)) add(value, count)
  return [...byValue]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostBuckets)

  function valuesOf(code: number): Value[] {
    if (isDerivedField(field.name)) return [derivedCases[field.name][code - 1]?.value ?? null]
    const value = table.column(field)?.values[code] ?? null
    if (field.type === 'ids') return [Array.isArray(value) && value.length > 0 ? true : null]
    if (Array.isArray(value)) return value.length > 0 ? value : [null]
    return [isList(field) ? null : value]
  }
}

export type Pairs = { values: [FieldValue, FieldValue]; count: number }[]

/** How many of some goals hold each value of a stored field that occurs. */
export function countEach(table: Table, rows: Uint32Array, field: FilterField): [FieldValue, number][] {
  const { values } = columnOf(table, field)
  return Array.from(columnSums(table, rows, field)).flatMap((count, code) =>
    count === 0 ? [] : [[values[code] ?? null, count] as [FieldValue, number]],
  )
}

/** So many pairs are counted at most: a place is kept for each that could be. */
const mostPairs = 1 << 20

/** How many of some goals hold each value of one field together with each of another; null when there could be too many pairs. */
export function countPairs(
  table: Table,
  rows: Uint32Array,
  [first, second]: readonly [FilterField, FilterField],
): Pairs | null {
  const [one, other] = [columnOf(table, first), columnOf(table, second)]
  const width = other.values.length
  if (one.values.length * width > mostPairs) return null
  const sums = new Uint32Array(one.values.length * width)
  for (const row of rows) sums[one.codes[row]! * width + other.codes[row]!]! += 1
  return Array.from(sums.entries()).flatMap(([pair, count]) =>
    count === 0
      ? []
      : { values: [one.values[Math.floor(pair / width)] ?? null, other.values[pair % width] ?? null], count },
  )
}

function columnSums(table: Table, rows: Uint32Array, field: FilterField): Uint32Array {
  const { codes, values } = columnOf(table, field)
  return sumsOf(rows, codes, values.length)
}

function columnOf(table: Table, field: FilterField): Column {
  const column = table.column(field)
  if (!column) throw new Error(`${field.name} was counted in memory, where it is not`)
  return column
}

/** By number, how many of some rows have it. */
function sumsOf(rows: Uint32Array, codes: Uint8Array | Uint32Array, numbers: number): Uint32Array {
  const sums = new Uint32Array(numbers)
  for (const row of rows) sums[codes[row]!]! += 1
  return sums
}
