import { withoutDerived } from '@goalkeeper/filter/derived'
import type { FilterContext } from '@goalkeeper/filter/evaluate'
import { fieldNamed } from '@goalkeeper/filter/field'
import { frozenIdIn, frozenList } from '@goalkeeper/filter/frozen'
import { deniedBy } from '@goalkeeper/filter/operator'
import { type Condition, type FilterTree, isCondition } from '@goalkeeper/filter/tree'
import { readOperand } from '@goalkeeper/filter/values'
import { type RawBuilder, sql } from 'kysely'
import { emptySql, filledSql, meetsSql } from './condition-sql.ts'

/**
 * A checked filter as a condition on the table `goal`: true for the goals that pass, false or null for all others.
 * Values are bound parameters, a few per condition however many values it has; field names come from the list of fields only.
 */
export function filterSql(tree: FilterTree, context: FilterContext): RawBuilder<boolean> {
  if ('and' in tree) return joined(tree.and, 'and', context)
  if ('or' in tree) return joined(tree.or, 'or', context)
  return isCondition(tree) ? conditionSql(tree, context) : denied(filterSql(tree.not, context))
}

function joined(parts: FilterTree[], word: 'and' | 'or', context: FilterContext): RawBuilder<boolean> {
  if (parts.length === 0) return word === 'and' ? sql`true` : sql`false`
  const members = parts.map((part) => filterSql(part, context))
  return sql`(${sql.join(members, word === 'and' ? sql` and ` : sql` or `)})`
}

/** Null counts as no: what is denied lets through everything else, the empty included. */
const denied = (condition: RawBuilder<boolean>): RawBuilder<boolean> => sql`((${condition}) is not true)`

function conditionSql(condition: Condition, context: FilterContext): RawBuilder<boolean> {
  const field = fieldNamed(context.fields, condition.field)
  if (!field) throw new Error(`A filter on ${condition.field} was run without being checked`)
  const stored = withoutDerived(condition, field.type, context.today)
  if (stored) return filterSql(stored, context)
  if (condition.op === 'IS_NOT_NULL') return filledSql(field)
  const affirmed = deniedBy[condition.op]
  if (affirmed) return denied(conditionSql({ ...condition, op: affirmed }, context))
  if (condition.op === 'IS_NULL') return emptySql(field)
  const lists = field.name === 'Gsid' ? (condition.value ?? []).flatMap((value) => frozenIdIn(value) ?? []) : []
  if (lists.length > 0) {
    const value = (condition.value ?? []).filter((each) => frozenIdIn(each) === null)
    return value.length > 0
      ? joined([{ ...condition, value }, ...lists.map(frozenList)], 'or', context)
      : frozenSql(lists)
  }
  const wanted = (condition.value ?? []).map((value) => readOperand(field.type, value, context.today))
  return meetsSql(
    field,
    condition.op,
    wanted.filter((operand) => operand !== null),
  )
}

/**
 * That a goal is in one of some frozen lists. "is true" keeps the planner from looking each of them up by itself, which it would do for
 * a long list as well: it takes lists for short.
 */
const frozenSql = (ids: string[]): RawBuilder<boolean> =>
  sql`((goal.gsid in (select unnest(gsids) from frozen_list where id = any (${ids}::text[]))) is true)`
