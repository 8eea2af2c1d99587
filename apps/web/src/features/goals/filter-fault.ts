import { checkFilter } from '@goalkeeper/filter/check'
import type { FilterField } from '@goalkeeper/filter/field'
import type { Condition } from '@goalkeeper/filter/tree'
import { readOperand } from '@goalkeeper/filter/values'

const nouns: Partial<Record<FilterField['type'], string>> = { number: 'number', date: 'date', datetime: 'date' }

/** What is wrong with a condition that someone has filled in, in the words of the screen; null while it is right or only half done. */
export function faultWords(condition: Condition, field: FilterField, today: string): string | null {
  const { op, value = [] } = condition
  const [problem] = checkFilter(condition, [field])
  if (!problem || value.length === 0 || value.includes('')) return null
  const bad = value.find((each) => readOperand(field.type, each, today) === null)
  if (bad !== undefined) return `“${bad}” is not a ${nouns[field.type] ?? 'value of this field'}.`
  return op === 'BTW' && value.length === 2 ? 'The lower value comes first.' : problem.sentence
}
