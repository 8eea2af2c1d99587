import type { FieldType } from './field.ts'
import type { Operator } from './tree.ts'

type Words = Record<Operator, string>

const plain: Words = {
  EQ: 'is',
  NE: 'is not',
  IN: 'is one of',
  GT: 'is more than',
  GTE: 'is at least',
  LT: 'is less than',
  LTE: 'is at most',
  BTW: 'is between',
  CONTAINS: 'contains',
  DOES_NOT_CONTAINS: 'does not contain',
  STARTS_WITH: 'starts with',
  ENDS_WITH: 'ends with',
  INCLUDES: 'is any of',
  EXCLUDES: 'is none of',
  IS_NULL: 'is empty',
  IS_NOT_NULL: 'is not empty',
}
const inTime: Words = { ...plain, GT: 'is after', GTE: 'is on or after', LT: 'is before', LTE: 'is on or before' }
const inOrder: Words = { ...plain, GT: 'sorts after', GTE: 'sorts from', LT: 'sorts before', LTE: 'sorts up to' }
const ofMany: Words = { ...plain, INCLUDES: 'includes', EXCLUDES: 'does not include' }
const ofLinks: Words = { ...ofMany, IS_NULL: 'is none', IS_NOT_NULL: 'is some' }

const wordsOf: Record<FieldType, Words> = {
  text: inOrder,
  html: inOrder,
  picklist: plain,
  gsid: plain,
  number: plain,
  boolean: plain,
  date: inTime,
  datetime: inTime,
  multipicklist: ofMany,
  ids: ofLinks,
}

/** An operator in words, as it reads between a field of a type and its value. */
export function operatorWords(type: FieldType, op: Operator): string {
  return wordsOf[type][op]
}
