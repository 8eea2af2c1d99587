import type { DataType } from '../tenant/field.ts'
import type { Operator } from './dialect.ts'

/** How a field is compared. */
export type Kind = 'number' | 'boolean' | 'day' | 'instant' | 'id' | 'choice' | 'text'

export const kindOf: Record<DataType, Kind> = {
  GSID: 'id',
  LOOKUP: 'id',
  STRING: 'text',
  EMAIL: 'text',
  URL: 'text',
  RICHTEXTAREA: 'text',
  NUMBER: 'number',
  CURRENCY: 'number',
  PERCENTAGE: 'number',
  BOOLEAN: 'boolean',
  DATE: 'day',
  DATETIME: 'instant',
  PICKLIST: 'choice',
  MULTISELECTDROPDOWNLIST: 'choice',
}

const equality: readonly Operator[] = ['EQ', 'NE', 'IN', 'IS_NULL', 'IS_NOT_NULL', 'INCLUDES', 'EXCLUDES']
const order: readonly Operator[] = ['GT', 'GTE', 'LT', 'LTE', 'BTW']
export const wordOperators: readonly Operator[] = ['CONTAINS', 'DOES_NOT_CONTAINS', 'STARTS_WITH', 'ENDS_WITH']

/** After the operator tables of the sister APIs (reference 2.4). */
export const operatorsOf: Record<Kind, readonly Operator[]> = {
  number: [...equality, ...order],
  boolean: equality,
  day: [...equality, ...order],
  instant: [...equality, ...order],
  id: [...equality, ...wordOperators],
  choice: [...equality, ...wordOperators],
  text: [...equality, ...wordOperators, ...order],
}

/** How many values an operator takes. */
export function takesCount(operator: Operator, count: number): boolean {
  if (operator === 'IS_NULL' || operator === 'IS_NOT_NULL') return count === 0
  if (operator === 'BTW') return count === 2
  return order.includes(operator) ? count === 1 : count > 0
}
