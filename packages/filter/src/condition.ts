import type { FieldType } from './field.ts'
import { deniedBy } from './operator.ts'
import type { Condition, Operator } from './tree.ts'
import { position, readOperand, type Held, type Operand } from './values.ts'

/** Whether a value, or one of several, is what a condition asks for. */
export type Test = (held: readonly Held[]) => boolean

/**
 * A condition as a test of what a field of a type holds: nothing when it is empty, several values in a multi-picklist. The wanted values are
 * read once, however many goals are tested. Always yes or no: on an empty field only IS_NULL and the operators that deny hold.
 */
export function testOf({ op, value = [], ...condition }: Condition, type: FieldType, today: string): Test {
  const affirmed = deniedBy[op]
  if (affirmed) {
    const test = testOf({ ...condition, value, op: affirmed }, type, today)
    return (held) => !test(held)
  }
  if (op === 'IS_NULL') return (held) => held.length === 0
  const wanted = value.map((each) => readOperand(type, each, today)).filter((each) => each !== null)
  const [low, high] = wanted
  if (op === 'BTW') return (held) => held.some((each) => isWithin(each, low, high))
  const meets = meetsOf(op)
  if (low !== undefined && wanted.length === 1) return (held) => held.some((each) => meets(each, low))
  return (held) => held.some((each) => wanted.some((operand) => meets(each, operand)))
}

/** Whether a condition holds on what a field of a type holds. */
export const holds = (condition: Condition, type: FieldType, held: readonly Held[], today: string): boolean =>
  testOf(condition, type, today)(held)

const isWithin = (held: Held, low: Operand | undefined, high: Operand | undefined) =>
  low !== undefined && high !== undefined && position(held, low) >= 0 && position(held, high) <= 0

function meetsOf(op: Operator): (held: Held, wanted: Operand) => boolean {
  const wordTest = wordTests[op]
  if (wordTest)
    return (held, wanted) => typeof held === 'string' && typeof wanted === 'string' && wordTest(held, wanted)
  const orderTest = orderTests[op]
  if (orderTest) return (held, wanted) => orderTest(position(held, wanted))
  // What is equal is the same, but for an instant, which lies in a day.
  return (held, wanted) => (typeof wanted === 'object' ? position(held, wanted) === 0 : held === wanted)
}

const wordTests: Partial<Record<Operator, (held: string, wanted: string) => boolean>> = {
  CONTAINS: (held, wanted) => held.includes(wanted),
  STARTS_WITH: (held, wanted) => held.startsWith(wanted),
  ENDS_WITH: (held, wanted) => held.endsWith(wanted),
}

const orderTests: Partial<Record<Operator, (place: number) => boolean>> = {
  GT: (place) => place > 0,
  GTE: (place) => place >= 0,
  LT: (place) => place < 0,
  LTE: (place) => place <= 0,
}
