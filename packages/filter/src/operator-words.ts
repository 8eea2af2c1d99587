import * as texts from '@goalkeeper/texts/filter-sentence'
import type { FieldType } from './field.ts'
import type { Operator } from './tree.ts'

type Words = Record<Operator, string>

const plain: Words = texts.operators
const inTime: Words = { ...plain, ...texts.operatorsInTime }
const inOrder: Words = { ...plain, ...texts.operatorsInOrder }
const ofMany: Words = { ...plain, ...texts.operatorsOfMany }
const ofLinks: Words = { ...ofMany, ...texts.operatorsOfLinks }

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
