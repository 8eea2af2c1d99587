import type { FieldReader } from '../tenant/path.ts'
import type { Row } from '../tenant/field.ts'

export const operators = [
  'EQ',
  'NE',
  'GT',
  'GTE',
  'LT',
  'LTE',
  'BTW',
  'IN',
  'CONTAINS',
  'DOES_NOT_CONTAINS',
  'STARTS_WITH',
  'ENDS_WITH',
  'IS_NULL',
  'IS_NOT_NULL',
  'INCLUDES',
  'EXCLUDES',
] as const
export type Operator = (typeof operators)[number]

/** How one API of the tenant reads a `where`. */
export interface Dialect {
  /** The key that names the field of a condition: goals and cockpit lists say `fieldName`, queries say `name` (reference 3). */
  fieldKey: 'fieldName' | 'name'
  operators: 'all' | 'eq'
  expression: 'one-connective' | 'and' | 'full'
  instants: 'any' | 'epoch' | 'iso'
  /** Epoch milliseconds: what TODAY and its like are reckoned from. */
  now: number
  /** The field that a condition names; null when it may not be filtered by. */
  reader(name: string): FieldReader | null
  /** Dresses a fault in the error of this API. */
  refuse(message: string): Error
}

export type RowTest = (row: Row) => boolean

/** A `where` that the tenant does not accept. */
export class WhereFault extends Error {
  override name = 'WhereFault'
}
