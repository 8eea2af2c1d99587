import type { FieldType } from './field.ts'
import { deniedBy } from './operator.ts'
import type { Condition, Operator } from './tree.ts'
import { position, readOperand, type Held, type Operand } from './values.ts'

/**
 * Whether a condition holds on what a field of a type holds: nothing when it is empty, several values in a multi-picklist.
 * Always yes or no. On an empty field only IS_NULL and the operators that deny hold.
 */
export function holds(condition: Condition, type: FieldType, held: Held[], today: string): boolean {
  const { op, value = [] } = condition
  const affirmed = deniedBy[op]
  if (affirmed) return !holds({ ...condition, op: affirmed }, type, held, today)
  if (op === 'IS_NULL') return held.length === 0
  const wanted = value.map((each) => readOperand(type, each, today)).filter((each) => each !== null)
  const [low, high] = wanted
  if (op === 'BTW') return held.some((each) => isWithin(each, low, high))
  return held.some((each) => wanted.some((operand) => meets(op, each, operand)))
}

const isWithin = (held: Held, low: Operand | undefined, high: Operand | undefined) =>
  low !== undefined && high !== undefined && position(held, low) >= 0 && position(held, high) <= 0

function meets(op: Operator, held: Held, wanted: Operand): boolean {
  const wordTest = wordTests[op]
  if (wordTest) return typeof held === 'string' && typeof wanted === 'string' && wordTest(held, wanted)
  const orderTest = orderTests[op] ?? ((place) => place === 0)
  return orderTest(position(held, wanted))
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
