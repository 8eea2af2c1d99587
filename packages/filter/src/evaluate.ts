import { derivedFields } from './derived.ts'
import { fieldNamed, type FieldType, type FilterField } from './field.ts'
import { textOfHtml } from './html-text.ts'
import { deniedBy } from './operator.ts'
import { isCondition, type Condition, type FilterTree, type Operator } from './tree.ts'
import { foldCase, position, readBoolean, readNumber, readOperand, type Held, type Operand } from './values.ts'

/** What a filter looks at: a goal's fields by name, and the Gsids of its CTAs and success plans. A goal row of the contract is one. */
export type FilterableGoal = {
  fields: Record<string, FilterableValue>
  CTA: string[]
  SP: string[]
}
export type FilterableValue = string | number | boolean | string[] | null | undefined

/** The fields that filters may name, and the viewer's date. */
export type FilterContext = { fields: readonly FilterField[]; today: string }

/** Whether a goal passes a filter that `checkFilter` found nothing wrong with. What every operator means is in docs/filter.md. */
export function passes(tree: FilterTree, goal: FilterableGoal, context: FilterContext): boolean {
  if ('and' in tree) return tree.and.every((child) => passes(child, goal, context))
  if ('or' in tree) return tree.or.some((child) => passes(child, goal, context))
  if (!isCondition(tree)) return !passes(tree.not, goal, context)
  const type = fieldNamed(context.fields, tree.field)?.type
  return type !== undefined && holds(tree, type, heldBy(goal, tree.field, type, context), context.today)
}

/** Whether a condition holds on what a field of a type holds: nothing when it is empty, several values in a multi-picklist. */
export function holds({ field, op, value = [] }: Condition, type: FieldType, held: Held[], today: string): boolean {
  const affirmed = deniedBy[op]
  if (affirmed) return !holds({ field, op: affirmed, value }, type, held, today)
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

/** What a goal holds in a field, in the form in which it is compared; empty values left out. */
function heldBy(goal: FilterableGoal, field: string, type: FieldType, context: FilterContext): Held[] {
  if (field === 'CTA' || field === 'SP') return goal[field]
  if (field === 'CTACount') return [goal.CTA.length]
  if (field === 'SPCount') return [goal.SP.length]
  const cases = derivedFields[field]
  const value = cases ? cases.find(({ when }) => passes(when, goal, context))?.value : goal.fields[field]
  const values = Array.isArray(value) ? value : [value]
  return values.map((each) => readHeld(type, each)).filter((each): each is Held => each !== null && each !== '')
}

type SingleValue = Exclude<FilterableValue, string[]>
const asText = (value: SingleValue) => (value == null ? null : String(value))

function readHeld(type: FieldType, value: SingleValue): Held | null {
  switch (type) {
    case 'number':
    case 'datetime':
      return readNumber(value)
    case 'boolean':
      return readBoolean(value)
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null
    case 'html':
      return foldCase(textOfHtml(asText(value) ?? ''))
    case 'gsid':
    case 'ids':
      return asText(value)
    default:
      return foldCase(asText(value) ?? '')
  }
}
