import { operatorsOf, type FieldType } from './field.ts'
import type { Operator } from './tree.ts'

/** What may stand between `field:` and its values. The empty sign is what is meant most often; `docs/filter.md` lists them. */
export const signs = ['', '=', '!', '!=', '~', '!~', '^', '$', '<', '<=', '>', '>='] as const
export type Sign = (typeof signs)[number]

const fixed: Partial<Record<Sign, Operator>> = {
  '!=': 'NE',
  '~': 'CONTAINS',
  '!~': 'DOES_NOT_CONTAINS',
  '^': 'STARTS_WITH',
  $: 'ENDS_WITH',
  '<': 'LT',
  '<=': 'LTE',
  '>': 'GT',
  '>=': 'GTE',
}

/** The operator that a sign stands for before so many values of a field: texts are searched, lists hold one of them, all else is one of them. */
export function operatorOfSign(sign: Sign, type: FieldType, values: number): Operator {
  const known = fixed[sign]
  if (known) return known
  const isText = type === 'text' || type === 'html'
  const isList = type === 'multipicklist' || type === 'ids'
  if (sign === '!') return isText ? 'DOES_NOT_CONTAINS' : isList ? 'EXCLUDES' : 'NE'
  if (sign === '' && isText) return 'CONTAINS'
  if (sign === '' && isList) return 'INCLUDES'
  return values > 1 && operatorsOf[type].includes('IN') ? 'IN' : 'EQ'
}

/** The sign that stands for an operator, or null: it is then written by its name, as `field:OPERATOR(value)`. */
export const signOfOperator = (op: Operator, type: FieldType, values: number): Sign | null =>
  signs.find((sign) => operatorOfSign(sign, type, values) === op) ?? null
