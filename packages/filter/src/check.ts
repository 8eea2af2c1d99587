import * as texts from '@goalkeeper/texts/filter'
import { parseRelativeDate } from './dates.ts'
import { fieldNamed, operatorsOf, type FieldType, type FilterField } from './field.ts'
import { valueCountOf } from './operator.ts'
import { position, readOperand, type Operand } from './values.ts'
import {
  conditionsOf,
  levelsOf,
  maxConditions,
  maxLevels,
  tooDeep,
  type Condition,
  type KeptFilter,
  type FilterValue,
} from './tree.ts'

/** What is wrong with one place of a filter. `path` leads to it (`and.0.value.1`); `field` is the condition's, null for the whole filter. */
export type FilterProblem = { path: string; field: string | null; sentence: string }

/** Whether a value is well formed does not depend on the day on which one looks. */
const someDay = '2026-01-15'

/**
 * Everything that keeps a filter from being run over these fields; at most one problem per condition. Empty when it can.
 * What is switched off is looked at too: it could not be switched on again.
 */
export function checkFilter(tree: KeptFilter, fields: readonly FilterField[]): FilterProblem[] {
  if (levelsOf(tree) > maxLevels) return [{ path: '', field: null, sentence: tooDeep }]
  const conditions = conditionsOf(tree).length
  if (conditions > maxConditions) {
    const sentence = texts.aFilterCanHoldAtMost(maxConditions, conditions)
    return [{ path: '', field: null, sentence }]
  }
  return checkPart(tree, fields, [])
}

function checkPart(tree: KeptFilter, fields: readonly FilterField[], path: (string | number)[]): FilterProblem[] {
  if ('and' in tree) return tree.and.flatMap((child, index) => checkPart(child, fields, [...path, 'and', index]))
  if ('or' in tree) return tree.or.flatMap((child, index) => checkPart(child, fields, [...path, 'or', index]))
  if ('not' in tree) return checkPart(tree.not, fields, [...path, 'not'])
  if ('off' in tree) return checkPart(tree.off, fields, [...path, 'off'])
  const fault = checkCondition(tree, fields)
  return fault ? [{ path: [...path, ...fault.at].join('.'), field: tree.field, sentence: fault.sentence }] : []
}

type Fault = { at: (string | number)[]; sentence: string }

function checkCondition({ field: name, op, value = [] }: Condition, fields: readonly FilterField[]): Fault | null {
  const field = fieldNamed(fields, name)
  if (!field)
    return { at: ['field'], sentence: texts.thereIsNoFieldSuggesting(JSON.stringify(name), suggestion(name, fields)) }
  if (!operatorsOf[field.type].includes(op)) {
    const allowed = operatorsOf[field.type].join(', ')
    return { at: ['op'], sentence: texts.operatorDoesNotGoWith(op, name, allowed) }
  }
  const miscounted = checkCount(value.length, op)
  if (miscounted) return { at: ['value'], sentence: texts.wrongCountOn(op, name, miscounted) }
  const operands = value.map((each) => readOperand(field.type, each, someDay))
  const malformed = operands.indexOf(null)
  if (malformed !== -1) {
    const sentence = texts.valueDoesNotGoWith(JSON.stringify(value[malformed]), name, valueWords[field.type])
    return { at: ['value', malformed], sentence }
  }
  return op === 'BTW' && isReversed(value, operands)
    ? { at: ['value'], sentence: texts.btwOnTakesTheLowerValue(name) }
    : null
}

function checkCount(count: number, op: Condition['op']): string | null {
  const allowed = valueCountOf[op]
  if (allowed === 'none') return count === 0 ? null : texts.takesNoValue
  if (allowed === 'one') return count === 1 ? null : texts.takesOneValueNot(count)
  if (allowed === 'two') return count === 2 ? null : texts.takesTwoValuesNot(count)
  return count > 0 ? null : texts.takesAtLeastOneValue
}

/** Of a day and a relative day, or of the edges of periods, nobody can say which comes first: they are let through. */
function isReversed(value: FilterValue[], operands: (Operand | null)[]): boolean {
  const isRelative = value.map((each) => typeof each === 'string' && parseRelativeDate(each))
  const sameKind = isRelative.every((each) => each && 'days' in each) || isRelative.every((each) => !each)
  const [low, high] = operands
  return sameKind && low != null && high != null && position(typeof low === 'object' ? low.from : low, high) > 0
}

const valueWords: Record<FieldType, string> = {
  text: texts.aTextThatIsNotEmpty,
  html: texts.aTextThatIsNotEmpty,
  picklist: texts.aLabelThatIsNotEmpty,
  multipicklist: texts.aLabelThatIsNotEmpty,
  gsid: texts.aGsid,
  ids: texts.aGsid,
  number: texts.aNumberSuchAs12Or,
  boolean: texts.trueOrFalse,
  date: texts.aDayThatExistsWrittenYyyy,
  datetime: texts.aDayYyyyMmDdToday,
}

/** Field names are case-sensitive; whoever missed only the case is told. */
function suggestion(name: string, fields: readonly FilterField[]): string {
  const meant = fields.find((field) => field.name.toLowerCase() === name.toLowerCase())
  return meant ? texts.didYouMean(meant.name) : ''
}
