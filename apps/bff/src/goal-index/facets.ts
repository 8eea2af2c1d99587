import * as texts from '@goalkeeper/texts/server/goals'
import { type Field, namedKindSchema } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { derivedCases, isDerivedField } from '@goalkeeper/filter/derived'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { emptyLabel } from './empty-label.ts'
import { facetSql } from './field-sql.ts'
import type { Label, Labels } from './labels.ts'
import { conditionOf, type QueryContext } from './query.ts'
import { isList } from './stored-sql.ts'

type Value = FacetBucket['value']
/** How many goals hold a value. */
export type Counted = { value: Value; count: number }

/** Beyond these, the values that the most goals hold are enough to choose from. */
export const mostBuckets = 500

/** Counts the goals that pass a filter by a field's values, the most frequent first. */
export async function countByValue(
  { db }: Database,
  field: Field,
  filter: FilterTree | null,
  context: QueryContext,
): Promise<Counted[]> {
  const value = facetSql(field, context)
  const condition = conditionOf(filter, context)
  const { rows } =
    isList(field) && field.type !== 'ids'
      ? await sql<Counted>`
        SELECT item AS value, count(*) FROM goal
        LEFT JOIN LATERAL jsonb_array_elements_text(
          CASE jsonb_typeof(${value}) WHEN 'array' THEN ${value} ELSE '[]' END
        ) AS list (item) ON true
        WHERE ${condition} GROUP BY item ORDER BY count(*) DESC LIMIT ${mostBuckets}`.execute(db)
      : await sql<Counted>`
        SELECT ${value} AS value, count(*) FROM goal
        WHERE ${condition} GROUP BY 1 ORDER BY count(*) DESC LIMIT ${mostBuckets}`.execute(db)
  return rows
}

/**
 * The buckets of a facet: what is counted, and what could be and is not (with zero, so that nothing jumps), where the field's
 * values are few and known. In their own order then, otherwise the most frequent first; empty last.
 */
export async function bucketsOf(field: Field, counts: readonly Counted[], named: Labels): Promise<FacetBucket[]> {
  const possible = possibleValues(field)
  const kind = namedKindSchema.safeParse(field.lookup).data
  const ids = counts.map(({ value }) => value).filter((value) => typeof value === 'string')
  const labels = kind ? await named.of(kind, ids) : new Map<string, Label>()
  const byValue = new Map(counts.map(({ value, count }) => [value, count]))
  const zeros = possible.filter((value) => !byValue.has(value)).map((value) => ({ value, count: 0 }))
  const place = new Map(possible.map((value, index) => [value, index]))
  return [...counts, ...zeros]
    .toSorted(
      (a, b) =>
        Number(a.value === null) - Number(b.value === null) ||
        (place.get(a.value) ?? possible.length) - (place.get(b.value) ?? possible.length) ||
        b.count - a.count,
    )
    .map(({ value, count }) => ({
      value,
      count,
      ...((typeof value === 'string' && labels.get(value)) || { label: labelOf(field, value), hint: null }),
    }))
}

/** What the field's goals can be told apart by, in order. */
function possibleValues(field: Field): Value[] {
  if (field.type === 'ids') return [true, null]
  if (isDerivedField(field.name))
    return derivedCases[field.name].map(({ value }) => value).filter((value) => value !== null)
  // What is stored of a custom picklist is its label.
  return field.options
    .filter(({ active }) => active)
    .map(({ value, label }) => (field.group === 'custom' ? label : value))
}

function labelOf(field: Field, value: Value): string {
  if (value === null) return emptyLabel(field)
  if (typeof value === 'boolean') return field.type === 'ids' ? texts.some : value ? texts.yes : texts.no
  return field.options.find((option) => option.value === value)?.label ?? String(value)
}
