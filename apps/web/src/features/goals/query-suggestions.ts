import * as texts from '@goalkeeper/texts/goals-filter'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { fieldNamed } from '@goalkeeper/filter/field'
import { me } from '@goalkeeper/filter/me'
import { parseQuery, type QueryEnd } from '@goalkeeper/filter/parse-query'
import { fieldOfName, nameOfField } from '@goalkeeper/filter/query-names'
import { operatorOfSign, signs } from '@goalkeeper/filter/query-operators'
import { printValue } from '@goalkeeper/filter/query-values'
import { switchedOn } from '@goalkeeper/filter/switched-off'
import { dateChoices } from './filter-date-choices.ts'
import { offeredOperators, offeredWords } from './filter-operators.ts'

/** Something that can stand next in a query. `text` takes the place of what was begun. */
export type Suggestion = { text: string; label: string; hint: string | null; count: number | null }

/** As many as can be looked over. */
const most = 12

/** What somebody may mean by the name that they began; all fields where nothing is begun yet. */
export function suggestNames(text: string, end: QueryEnd, fields: readonly Field[]): Suggestion[] {
  const begun = text.slice(end.from)
  const words = begun.replace(/^["]/, '').toLowerCase()
  // Behind has: and no: the name of a field is all.
  const isAfterHas = /(^|[\s(-])(has|no):$/i.test(text.slice(0, end.from))
  const named = fields.map((field) => ({ field, name: nameOfField(field.name, [], fields) }))
  const own = named.filter(({ field }) => field.type !== 'gsid' || words !== '')
  const found = own.filter(({ field, name }) => `${name} ${field.label}`.toLowerCase().includes(words))
  const begins = ({ field, name }: (typeof named)[number]) =>
    Number(name.toLowerCase().startsWith(words)) + Number(field.label.toLowerCase().startsWith(words))
  const names = found
    .toSorted((one, other) => isId(one.field) - isId(other.field) || begins(other) - begins(one))
    .map(({ field, name }) => suggestion(isAfterHas ? name : `${name}:`, field.label))
  const emptiness = isAfterHas
    ? []
    : [suggestion('has:', texts.isNotEmpty), suggestion('no:', texts.isEmpty), suggestion('off(', texts.isSwitchedOff)]
  return [...names, ...emptiness.filter(({ text: word }) => word.startsWith(words))].slice(0, most)
}

/** Ids that have a name beside them are for scripts: they come last. */
const isId = ({ type }: Field) => Number(type === 'gsid')

/** What a value can be: the field's own ones that were found, and, before anything is begun, what can stand before them. */
export function suggestValues(
  text: string,
  end: QueryEnd & { kind: 'value' },
  fields: readonly Field[],
  found: readonly FacetBucket[],
): Suggestion[] {
  const field = fieldNamed(fields, end.field)
  if (!field) return []
  const begun = begunValue(text, end).toLowerCase()
  // Where names and ids share a short name, `@me` means the id.
  const ofMe = fieldOfName(nameOfField(field.name, [], fields), [me], fields)
  const own: FacetBucket[] = [...(ofMe?.lookup === 'user' ? [meBucket] : []), ...found]
  const values = own.flatMap(({ value, label, hint, count }) =>
    value === null ? [] : [{ ...suggestion(printValue(value, field.type), label, hint), count }],
  )
  const isInTime = field.type === 'date' || field.type === 'datetime'
  const days = isInTime ? dateChoices.map(({ value, label }) => suggestion(value, label)) : []
  const truth = field.type === 'boolean' ? ['true', 'false'].map((word) => suggestion(word, word)) : []
  const fitting = [...values, ...days, ...truth].filter(({ text: word, label }) =>
    `${word} ${label}`.toLowerCase().includes(begun),
  )
  const isFirst = begun === '' && text[end.from - 1] === ':'
  return [...fitting.slice(0, most), ...(isFirst ? suggestSigns(field) : [])]
}

/** Whatever only introduces the condition that follows. */
const introduces = /(\s|-|\b(AND|NOT)\s|(off|OFF|ALL|ANY)?\()+$/

/**
 * The filter under which the values of a condition are counted: what stands before it. The condition itself reads as a word until its colon
 * is typed, and would find nothing. Null, which is every goal, beside an OR and inside of brackets.
 */
export function filterBefore(text: string, { condition }: QueryEnd & { kind: 'value' }, fields: readonly Field[]) {
  const before = text.slice(0, condition).replace(introduces, '')
  return /(^|\s)OR$/.test(before) ? null : switchedOn(parseQuery(before, fields).tree)
}

/** The value that was begun, without the quotation mark that it may begin with. */
export const begunValue = (text: string, { from }: QueryEnd) => text.slice(from).replace(/^"/, '')

/** Signs that fit the field, as far as the visual builder offers what they stand for and nothing in their place does not. */
function suggestSigns({ type }: Field): Suggestion[] {
  const unsigned = operatorOfSign('', type, 1)
  const meant = signs.filter((sign) => sign !== '').map((sign) => ({ sign, op: operatorOfSign(sign, type, 1) }))
  const offered = meant.filter(({ op }) => op !== unsigned && offeredOperators[type].includes(op === 'EQ' ? 'IN' : op))
  const first = offered.filter(({ op }, at) => offered.findIndex((other) => other.op === op) === at)
  return first.map(({ sign, op }) => suggestion(sign, offeredWords(type, op)))
}

const suggestion = (text: string, label: string, hint: string | null = null): Suggestion => ({
  text,
  label,
  hint,
  count: null,
})

/** Whoever looks: so a list can be shared that shows everyone their own. */
const meBucket: FacetBucket = { value: me, label: texts.me, hint: texts.whoeverLooks, count: 0 }
