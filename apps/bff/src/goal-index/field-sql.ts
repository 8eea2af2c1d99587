import type { FieldValue } from '@goalkeeper/contract/goals'
import { derivedCases, type DerivedField, isDerivedField } from '@goalkeeper/filter/derived'
import type { FilterContext } from '@goalkeeper/filter/evaluate'
import type { FilterField } from '@goalkeeper/filter/field'
import type { FilterValue } from '@goalkeeper/filter/tree'
import { type RawBuilder, sql } from 'kysely'
import { filterSql } from './filter-sql.ts'
import { hasColumn, isList, storedSql, wordsSql } from './stored-sql.ts'

/** What a field shows in a row: text, number, boolean, YYYY-MM-DD, epoch milliseconds, a list, or null. */
export function valueSql(field: FilterField, context: FilterContext): RawBuilder<unknown> {
  return isDerivedField(field.name) ? caseSql(field.name, context, ({ value }) => value) : storedSql(field)
}

/** The most arguments that a function of PostgreSQL takes; a tenant may have more fields. */
const mostArguments = 100

/** The values of fields as one JSON array. */
export function valuesSql(fields: readonly FilterField[], context: FilterContext): RawBuilder<FieldValue[]> {
  const values = fields.map((field) => valueSql(field, context))
  const parts = Array.from({ length: Math.ceil(values.length / mostArguments) || 1 }, (_, part) =>
    values.slice(part * mostArguments, (part + 1) * mostArguments),
  )
  return sql`(${sql.join(
    parts.map((part) => sql`jsonb_build_array(${sql.join(part)})`),
    sql` || `,
  )})`
}

/** What a list is sorted by. Texts sort as people expect (Unicode's root order), lists by their length, due buckets by urgency. */
export function sortSql(field: FilterField, context: FilterContext): RawBuilder<unknown> {
  if (isDerivedField(field.name))
    return caseSql(field.name, context, ({ value }, place) => (value === null ? null : place))
  switch (field.type) {
    case 'html':
      return sql`${wordsSql(field)} collate "und-x-icu"`
    case 'text':
    case 'picklist':
      return sql`${storedSql(field)} collate "und-x-icu"`
    case 'ids':
      return sql`cardinality(${storedSql(field)})`
    default:
      return isList(field) ? sql`${storedSql(field)}::text collate "und-x-icu"` : storedSql(field)
  }
}

/** What a facet counts by. Of associations it tells only some (true) from none (null); where a field holds a list each row gives that. */
export function facetSql(field: FilterField, context: FilterContext): RawBuilder<unknown> {
  return field.type === 'ids'
    ? sql`case when cardinality(${storedSql(field)}) > 0 then true end`
    : valueSql(field, context)
}

/** What goals are grouped by, as text: the month of a date, and the value of any other field. */
export function groupSql(field: FilterField, context: FilterContext): RawBuilder<string | null> {
  const value = valueSql(field, context)
  if (field.type !== 'date') return sql`(${value})::text`
  return hasColumn(field) ? sql`to_char(${value}, 'YYYY-MM')` : sql`left(${value}, 7)`
}

type Case = (typeof derivedCases)[DerivedField][number]

function caseSql(
  field: DerivedField,
  context: FilterContext,
  outcome: (each: Case, place: number) => FilterValue | null,
) {
  const cases = derivedCases[field].map(
    (each, place) => sql`when ${filterSql(each.when, context)} then ${sql.lit(outcome(each, place))}`,
  )
  return sql`case ${sql.join(cases, sql` `)} end`
}
