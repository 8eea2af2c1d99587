import { grouped } from '@goalkeeper/texts/counted'
import * as texts from '@goalkeeper/texts/filter-sentence'
import { isDay, parseRelativeDate } from './dates.ts'
import { fieldNamed, type FieldType, type FilterField } from './field.ts'
import { frozenIdIn } from './frozen.ts'
import { me } from './me.ts'
import { operatorWords } from './operator-words.ts'
import { valueCountOf } from './operator.ts'
import { countSwitchedOff, switchedOn } from './switched-off.ts'
import {
  isCondition,
  type Condition,
  type FilterTree,
  type FilterValue,
  type KeptFilter,
  type Operator,
} from './tree.ts'
import { searchedWord } from './word-search.ts'

/** Labels of fields, and of values that are ids or codes where somebody knows them. */
export type Wording = {
  fields: readonly FilterField[]
  labelOf?: (field: string, value: FilterValue) => string | undefined
}

/** A filter in words: `Status is New or On Track and Due date is before today + 30 days`. */
export function filterSentence(tree: FilterTree, wording: Wording): string {
  if ('and' in tree) return joined(tree.and, 'and', wording) ?? texts.everyGoal
  const word = searchedWord(tree, wording.fields)
  if (word !== null) return texts.isInIt(word)
  if ('or' in tree) return joined(tree.or, 'or', wording) ?? texts.noGoal
  if (isCondition(tree)) return conditionSentence(tree, wording)
  const opposite = isCondition(tree.not) && opposites[tree.not.op]
  return opposite
    ? filterSentence({ ...tree.not, op: opposite }, wording)
    : texts.not(filterSentence(tree.not, wording))
}

/** Where not the one is the other, the other is said. */
const opposites: Partial<Record<Operator, Operator>> = { IS_NULL: 'IS_NOT_NULL', IS_NOT_NULL: 'IS_NULL' }

/** What is at work of a filter in words, and how much of it is switched off. */
export function keptSentence(kept: KeptFilter | null, wording: Wording): string {
  const atWork = switchedOn(kept)
  const off = countSwitchedOff(kept)
  const sentence = atWork ? filterSentence(atWork, wording) : texts.everyGoal
  return off > 0 ? texts.switchedOff(sentence, off) : sentence
}

function joined(parts: FilterTree[], word: 'and' | 'or', wording: Wording): string | null {
  const [only, ...others] = parts
  if (!only) return null
  if (others.length === 0) return filterSentence(only, wording)
  const said = parts.map((part) =>
    isLoose(part, word, wording) ? `(${filterSentence(part, wording)})` : filterSentence(part, wording),
  )
  return word === 'and' ? texts.all(said) : texts.any(said)
}

/** Whether a part would read wrongly without parentheses: another connective, or a list of values that has an "or" of its own. */
function isLoose(part: FilterTree, word: 'and' | 'or', wording: Wording): boolean {
  if ('and' in part) return part.and.length > 1 && word === 'or'
  if ('or' in part) return part.or.length > 1 && word === 'and' && searchedWord(part, wording.fields) === null
  return isCondition(part) && word === 'or' && part.op !== 'BTW' && (part.value?.length ?? 0) > 1
}

/** One condition in words. */
export function conditionSentence(condition: Condition, wording: Wording): string {
  const field = fieldNamed(wording.fields, condition.field)
  const label = field?.label ?? condition.field
  const type = field?.type ?? 'text'
  const { op, value = [] } = condition
  if (type === 'ids' && valueCountOf[op] === 'none') return op === 'IS_NULL' ? texts.noneOf(label) : texts.someOf(label)
  // With its values listed, "is New or On Track" says it all.
  const words = `${label} ${operatorWords(type, op === 'IN' ? 'EQ' : op)}`
  if (valueCountOf[op] === 'none') return words
  const named = value.map((each) => wording.labelOf?.(condition.field, each) ?? valueWords(type, each))
  return `${words} ${op === 'BTW' ? texts.all(named) : listed(named)}`
}

const listedAtMost = 5

function listed(values: string[]): string {
  const shown = values.length > listedAtMost ? values.slice(0, listedAtMost - 1) : values
  const rest = values.length - shown.length
  const parts = rest > 0 ? [...shown, texts.more(rest)] : shown
  return parts.length > 1 ? texts.any([parts.slice(0, -1).join(', '), ...parts.slice(-1)]) : parts.join('')
}

/** A value of a condition in words: a day as `31 Mar 2027`, `TODAY+30` as `today + 30 days`, a text in quotation marks. */
export function valueWords(type: FieldType, value: FilterValue): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (typeof value === 'number')
    return type === 'datetime' ? new Date(value).toISOString() : grouped(value, { maximumFractionDigits: 20 })
  if (type === 'text' || type === 'html') return texts.quoted(value)
  if (type === 'gsid' && value === me) return texts.me
  if (type === 'gsid' && frozenIdIn(value) !== null) return texts.inAFrozenList
  return type === 'date' || type === 'datetime' ? dateWords(value) : value
}

function dateWords(text: string): string {
  if (isDay(text)) return texts.day(Number(text.slice(8)), Number(text.slice(5, 7)), Number(text.slice(0, 4)))
  const date = parseRelativeDate(text)
  if (!date) return text
  if ('edge' in date) return texts.edgeOf(date.edge.toLowerCase(), date.period.toLowerCase())
  if (date.days === 0) return texts.today
  return texts.todayAnd(date.days > 0 ? '+' : '−', Math.abs(date.days))
}
