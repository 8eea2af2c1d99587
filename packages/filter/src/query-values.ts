import type { FieldType } from './field.ts'
import type { FilterValue } from './tree.ts'

/**
 * Values in a query. Bare or in quotation marks they are texts, but for bare numbers of number fields and bare `true` and `false` of
 * boolean ones; `#5` and `#true` are a number and a truth value wherever they stand.
 */
export function readBare(text: string, type: FieldType): FilterValue {
  if (text.startsWith('#')) return literal(text.slice(1)) ?? text
  if (type !== 'number' && type !== 'boolean') return text
  const read = literal(text)
  return typeof read === type ? (read ?? text) : (wordsForTruth[text.toLowerCase()] ?? text)
}

const wordsForTruth: Record<string, boolean> = { yes: true, no: false }

function literal(text: string): number | boolean | null {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : null
}

/** Where a bare value ends. */
export const endsBare = /[\s,()"]/

/** A value as a query has to write it to be read as the same again. */
export function printValue(value: FilterValue, type: FieldType): string {
  if (typeof value === 'string') return isBare(value, type) ? value : quoted(value)
  const text = Object.is(value, -0) ? '0' : String(value)
  return typeof value === type ? text : `#${text}`
}

/** A text in quotation marks, which may hold anything. */
export const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`

/** Whether a text is read as itself without quotation marks: nothing in it begins or ends anything else. */
function isBare(text: string, type: FieldType): boolean {
  return /^[\p{L}\p{N}@]/u.test(text) && !endsBare.test(text) && !text.includes('..') && readBare(text, type) === text
}
