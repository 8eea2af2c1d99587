import * as texts from '@goalkeeper/texts/goals-filter'
import { checkFilter } from '@goalkeeper/filter/check'
import type { FilterField } from '@goalkeeper/filter/field'
import type { Condition } from '@goalkeeper/filter/tree'
import { readOperand } from '@goalkeeper/filter/values'

const nouns: Partial<Record<FilterField['type'], string>> = {
  number: texts.number,
  date: texts.date,
  datetime: texts.date,
}

/** What is wrong with a condition that someone has filled in, in the words of the screen; null while it is right or only half done. */
export function faultWords(condition: Condition, field: FilterField, today: string): string | null {
  const { op, value = [] } = condition
  const [problem] = checkFilter(condition, [field])
  if (!problem || value.length === 0 || value.includes('')) return null
  const bad = value.find((each) => readOperand(field.type, each, today) === null)
  if (bad !== undefined) return texts.isNotA(String(bad), nouns[field.type])
  return op === 'BTW' && value.length === 2 ? texts.theLowerValueComesFirst : problem.sentence
}
