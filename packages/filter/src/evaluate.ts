import { holds } from './condition.ts'
import { withoutDerived } from './derived.ts'
import { fieldNamed, type FieldType, type FilterField } from './field.ts'
import { textOfHtml } from './html-text.ts'
import { isCondition, type FilterTree } from './tree.ts'
import { foldCase, readBoolean, readNumber, type Held } from './values.ts'

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
  if (!type) return false
  const stored = withoutDerived(tree, type, context.today)
  return stored ? passes(stored, goal, context) : holds(tree, type, heldBy(goal, tree.field, type), context.today)
}

/** What a goal holds in a field, in the form in which it is compared; empty values left out. */
function heldBy(goal: FilterableGoal, field: string, type: FieldType): Held[] {
  if (field === 'CTA' || field === 'SP') return goal[field]
  if (field === 'CTACount') return [goal.CTA.length]
  if (field === 'SPCount') return [goal.SP.length]
  return heldIn(goal.fields[field], type)
}

/** What a value of a field is in the form in which it is compared: nothing when it is empty. */
export function heldIn(value: FilterableValue, type: FieldType): Held[] {
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
