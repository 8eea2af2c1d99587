import { dayMs, isDay, resolveDate, startOfDay } from './dates.ts'
import type { FieldType } from './field.ts'
import type { FilterValue } from './tree.ts'

/** An instant or a whole day as epoch milliseconds, `from` included and `to` not. */
export type Span = { from: number; to: number }

/** A condition's value in the form in which it is compared. */
export type Operand = string | number | boolean | Span

/** What a goal holds in the form in which it is compared; instants as epoch milliseconds. */
export type Held = string | number | boolean

/** Texts are compared in lower case, by Unicode's rules for no particular language; accents count. */
export const foldCase = (text: string): string => text.toLowerCase()

const number = /^-?\d{1,255}(\.\d{1,255})?$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/
/** The last that a Date can hold. */
const lastInstant = 8.64e15

/** A number, also when it is written as text in plain decimals; null for anything else. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' && number.test(value) ? Number(value) : null
}

/** True or false, also when written as text; null for anything else. */
export function readBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : null
}

function readSpan(value: FilterValue, today: string): Span | null {
  if (typeof value === 'boolean') return null
  const day = typeof value === 'string' ? resolveDate(value, today) : null
  if (day) return { from: startOfDay(day), to: startOfDay(day) + dayMs }
  const from = typeof value === 'number' ? value : readInstant(value)
  return from !== null && Number.isInteger(from) && Math.abs(from) <= lastInstant ? { from, to: from + 1 } : null
}

function readInstant(text: string): number | null {
  const moment = instant.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) ? null : moment
}

/** Whatever can be looked for: not nothing, and nothing that the index could not hold (a NUL, half a character). */
const isSearchable = (value: FilterValue): value is string =>
  typeof value === 'string' && value !== '' && value.isWellFormed() && !value.includes('\0')
const readText = (value: FilterValue) => (isSearchable(value) ? value : null)
const readFolded = (value: FilterValue) => (isSearchable(value) ? foldCase(value) : null)
const readDate = (value: FilterValue, today: string) => (typeof value === 'string' ? resolveDate(value, today) : null)

const readers: Record<FieldType, (value: FilterValue, today: string) => Operand | null> = {
  text: readFolded,
  html: readFolded,
  picklist: readFolded,
  multipicklist: readFolded,
  gsid: readText,
  ids: readText,
  number: readNumber,
  boolean: readBoolean,
  date: readDate,
  datetime: readSpan,
}

/** Reads one value of a condition on a field of a type; null when it is not of that type. `today` is the viewer's date. */
export function readOperand(type: FieldType, value: FilterValue, today: string): Operand | null {
  return readers[type](value, today)
}

/** Unicode's root order, in which the database sorts too: accents beside their letter, ties settled by code points. */
const comparing = () => (collator ??= new Intl.Collator('en', { ignorePunctuation: false }))
let collator: Intl.Collator | undefined

/** A goal's value before (-1), at (0) or after (1) a condition's; an instant is at a whole day as long as the day lasts. */
export function position(held: Held, wanted: Operand): -1 | 0 | 1 {
  if (typeof wanted === 'object') return Number(held) < wanted.from ? -1 : Number(held) >= wanted.to ? 1 : 0
  if (held === wanted) return 0
  const isText = typeof held === 'string' && typeof wanted === 'string'
  const difference = isText ? comparing().compare(held, wanted) : 0
  return (difference || (held < wanted ? -1 : 1)) < 0 ? -1 : 1
}
