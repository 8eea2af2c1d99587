import * as says from '@goalkeeper/texts/goals-filter'
import type { FieldType } from '@goalkeeper/filter/field'
import { operatorWords } from '@goalkeeper/filter/operator-words'
import { valueCountOf } from '@goalkeeper/filter/operator'
import type { FilterValue, Operator } from '@goalkeeper/filter/tree'

/** How the values of a condition are typed in. */
export type ValueEditor = 'none' | 'choices' | 'text' | 'number' | 'date' | 'boolean'

const words: Operator[] = [says.contains, says.doesNotContains, says.startsWith, says.endsWith]
const order: Operator[] = ['LT', 'LTE', 'GT', 'GTE', 'BTW']
const emptiness: Operator[] = ['IS_NULL', 'IS_NOT_NULL']

/**
 * The operators that people choose from, the usual one first. EQ and IN are one "is". The order of texts is left to scripts.
 */
export const offeredOperators: Record<FieldType, readonly Operator[]> = {
  text: [...words.slice(0, 2), says.within, says.ne, ...words.slice(2), ...emptiness],
  html: [...words, ...emptiness],
  number: ['GTE', 'LTE', 'GT', 'LT', 'BTW', 'EQ', 'NE', ...emptiness],
  boolean: ['EQ', ...emptiness],
  date: ['BTW', 'LT', 'LTE', 'GT', 'GTE', 'EQ', 'NE', ...emptiness],
  datetime: ['BTW', 'LT', 'LTE', 'GT', 'GTE', 'EQ', 'NE', ...emptiness],
  picklist: ['IN', 'NE', ...words, ...emptiness],
  multipicklist: ['INCLUDES', 'EXCLUDES', ...emptiness],
  gsid: ['IN', 'NE', ...emptiness],
  ids: [...emptiness, 'INCLUDES', 'EXCLUDES'],
}

const singleLabelled: readonly FieldType[] = ['text', 'picklist', 'gsid']

/** The operator under which a condition is shown: the one of its equals that people choose from. */
export function shownOperator(type: FieldType, op: Operator): Operator {
  if (singleLabelled.includes(type)) {
    if (op === 'EQ' || op === 'INCLUDES') return 'IN'
    if (op === 'EXCLUDES') return 'NE'
  }
  return op === 'IN' && !singleLabelled.includes(type) ? 'EQ' : op
}

/** The operator that a condition is kept with: IN of a single value is EQ, so that one filter has one address. */
export function keptOperator(op: Operator, value: readonly FilterValue[]): Operator {
  return op === 'IN' && value.length === 1 ? 'EQ' : op
}

/** An operator in words, as the picker lists it. */
export function offeredWords(type: FieldType, op: Operator): string {
  return operatorWords(type, op === 'IN' ? 'EQ' : op)
}

/** Which editor the values of an operator need. */
export function editorOf(type: FieldType, op: Operator): ValueEditor {
  if (valueCountOf[op] === 'none') return 'none'
  if (type === 'number' || type === 'boolean') return type
  if (type === 'date' || type === 'datetime') return 'date'
  if (type === 'html' || words.includes(op) || order.includes(op)) return 'text'
  return 'choices'
}

/** What stays of a condition's values when its operator changes. */
export function valuesFor(type: FieldType, from: Operator, to: Operator, value: FilterValue[]): FilterValue[] {
  if (editorOf(type, from) !== editorOf(type, to)) return []
  const count = valueCountOf[to]
  return count === 'one' ? value.slice(0, 1) : count === 'two' ? value.slice(0, 2) : value
}
