import type { FilterField } from '@goalkeeper/filter/field'
import { linkedField } from '@goalkeeper/filter/linked-fields'
import type { Operator } from '@goalkeeper/filter/tree'
import type { Operand, Span } from '@goalkeeper/filter/values'
import { type RawBuilder, sql } from 'kysely'
import { filledTerm, valueTerm } from './linked-columns.ts'
import { hasColumn, isFolded, storedSql, turnKindOf, wordsSql } from './stored-sql.ts'

type Expression = RawBuilder<unknown>

/** That a field is empty: null, an empty text, an empty list. */
export function emptySql(field: FilterField): RawBuilder<boolean> {
  const turn = turnKindOf(field)
  if (turn) return sql`goal.gsid not in (select gsid from goal_turn where kind = ${turn})`
  const stored = storedSql(field)
  if (linkedField(field.name)) return sql`not (${filledSql(field)})`
  switch (field.type) {
    case 'ids':
      return sql`cardinality(${stored}) = 0`
    case 'multipicklist':
      return sql`coalesce(${stored}, 'null') in ('null', '""', '[]')`
    case 'html':
      return sql`coalesce(${wordsSql(field)}, '') = ''`
    case 'text':
    case 'picklist':
    case 'gsid':
      return sql`coalesce(${stored}, '') = ''`
    default:
      return sql`${stored} is null`
  }
}

/** That a field holds something. Of linked records in a form that an index finds. */
export function filledSql(field: FilterField): RawBuilder<boolean> {
  return linkedField(field.name) ? hasTermSql([filledTerm(field.name)]) : sql`not (${emptySql(field)})`
}

/** That what a field holds meets an operator that affirms, with one of the wanted values; null when it is empty. */
export function meetsSql(field: FilterField, op: Operator, wanted: Operand[]): RawBuilder<boolean> {
  if (linkedField(field.name) && isEquality(op)) {
    return hasTermSql(wanted.flatMap((operand) => (typeof operand === 'string' ? valueTerm(field.name, operand) : [])))
  }
  const turn = turnKindOf(field)
  if (turn)
    return sql`goal.gsid in (select gsid from goal_turn where kind = ${turn} and week = any (${wanted}::text[]))`
  switch (field.type) {
    case 'text':
    case 'picklist':
      return textSql(isFolded(field) ? storedSql(field) : folded(storedSql(field)), op, wanted.map(String))
    case 'html':
      return textSql(folded(wordsSql(field)), op, wanted.map(String))
    case 'multipicklist':
      return sql`${folded(sql`${storedSql(field)}::text`)}::jsonb ?| ${wanted}::text[]`
    case 'ids':
      return sql`${storedSql(field)} && ${wanted}::text[]`
    case 'gsid':
      return comparedSql(storedSql(field), op, wanted, sql`text`)
    case 'number':
      return comparedSql(storedSql(field), op, wanted, sql`numeric`)
    case 'boolean':
      return comparedSql(storedSql(field), op, wanted, sql`boolean`)
    case 'date':
      return comparedSql(storedSql(field), op, wanted, hasColumn(field) ? sql`date` : sql`text`)
    case 'datetime':
      return spanSql(
        storedSql(field),
        op,
        wanted.filter((operand) => typeof operand === 'object'),
      )
  }
}

/** That something is known of the linked records; an index finds it. */
const hasTermSql = (terms: string[]) => sql<boolean>`goal.linked_terms && ${terms}::text[]`

const isEquality = (op: Operator) => op === 'EQ' || op === 'IN' || op === 'INCLUDES'

/** Lower case by the same rules as the evaluator's. An index serves a condition only if it is made on this very expression. */
const folded = (text: Expression): Expression => sql`lower(${text} collate "und-x-icu")`

function textSql(text: Expression, op: Operator, wanted: string[]): RawBuilder<boolean> {
  const patterns = patternsFor(op, wanted)
  if (!patterns) return comparedSql(text, op, wanted, sql`text`)
  // Only the single pattern can be found by a trigram index.
  return patterns.length === 1 ? sql`${text} like ${patterns[0]}` : sql`${text} like any (${patterns}::text[])`
}

function patternsFor(op: Operator, wanted: string[]): string[] | null {
  const literals = wanted.map((text) => text.replace(/[\\%_]/g, '\\$&'))
  switch (op) {
    case 'CONTAINS':
      return literals.map((text) => `%${text}%`)
    case 'STARTS_WITH':
      return literals.map((text) => `${text}%`)
    case 'ENDS_WITH':
      return literals.map((text) => `%${text}`)
    default:
      return null
  }
}

function comparedSql(held: Expression, op: Operator, wanted: Operand[], type: Expression): RawBuilder<boolean> {
  const [low, high] = wanted
  switch (op) {
    case 'GT':
      return sql`${held} > ${low}::${type}`
    case 'GTE':
      return sql`${held} >= ${low}::${type}`
    case 'LT':
      return sql`${held} < ${low}::${type}`
    case 'LTE':
      return sql`${held} <= ${low}::${type}`
    case 'BTW':
      return sql`${held} between ${low}::${type} and ${high}::${type}`
    default:
      return sql`${held} = any (${wanted}::${type}[])`
  }
}

/** Instants against whole days or single milliseconds: after a day is from its end on, before it is until its start. */
function spanSql(held: Expression, op: Operator, wanted: Span[]): RawBuilder<boolean> {
  const [low, high = low] = wanted
  switch (op) {
    case 'GT':
      return sql`${held} >= ${low?.to}::bigint`
    case 'GTE':
      return sql`${held} >= ${low?.from}::bigint`
    case 'LT':
      return sql`${held} < ${low?.from}::bigint`
    case 'LTE':
      return sql`${held} < ${low?.to}::bigint`
    case 'BTW':
      return sql`${held} >= ${low?.from}::bigint and ${held} < ${high?.to}::bigint`
    default:
      return sql`exists (
        select from unnest(${wanted.map((span) => span.from)}::bigint[], ${wanted.map((span) => span.to)}::bigint[])
          as span (start, stop) where ${held} >= span.start and ${held} < span.stop)`
  }
}
