import type { Operator } from './tree.ts'

/**
 * How many values an operator takes. Where several are allowed a goal has to meet one of them;
 * with the operators that deny (NE, DOES_NOT_CONTAINS, EXCLUDES) it must meet none.
 */
export const valueCountOf: Record<Operator, 'none' | 'one' | 'two' | 'some'> = {
  EQ: 'some',
  NE: 'some',
  IN: 'some',
  INCLUDES: 'some',
  EXCLUDES: 'some',
  CONTAINS: 'some',
  DOES_NOT_CONTAINS: 'some',
  STARTS_WITH: 'some',
  ENDS_WITH: 'some',
  GT: 'one',
  GTE: 'one',
  LT: 'one',
  LTE: 'one',
  BTW: 'two',
  IS_NULL: 'none',
  IS_NOT_NULL: 'none',
}

/** Operators that deny, each with the one whose exact complement it is: whatever is empty passes. */
export const deniedBy: Partial<Record<Operator, Operator>> = {
  NE: 'EQ',
  DOES_NOT_CONTAINS: 'CONTAINS',
  EXCLUDES: 'INCLUDES',
  IS_NOT_NULL: 'IS_NULL',
}
