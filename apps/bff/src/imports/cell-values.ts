import type { dateFormats } from '@goalkeeper/contract/imports'
import { isDay } from '@goalkeeper/filter/dates'

export type DateFormat = (typeof dateFormats)[number]

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A cell as a calendar date, YYYY-MM-DD; null when it is none. Nothing of a zone is looked at, so that no day is shifted. */
export function readDate(cell: string, format: DateFormat): string | null {
  const text = cell.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d\d:\d\d.*)?$/.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  if (format === 'words') return readWords(text)
  const parts = /^(\d{1,2})[./\- ]\s?(\d{1,2})[./\- ]\s?(\d{4}|\d\d)(?:\s+\d{1,2}:\d\d.*)?$/.exec(text)
  if (!parts || format === 'iso') return null
  const [, first, second, year] = parts
  return format === 'day-month-year' ? dayOf(year, second, first) : dayOf(year, first, second)
}

/** `31 March 2026`, `March 31, 2026`, `31-Mar-26`. */
function readWords(text: string): string | null {
  const parts = text.split(/[\s,.\-/]+/).filter(Boolean)
  const month = parts.findIndex((part) => /^[a-z]{3,}$/i.test(part))
  if (month < 0 || parts.length !== 3) return null
  const number = months.findIndex((name) => isMonth(parts[month] ?? '', name)) + 1
  const [day, year] = parts.filter((_, at) => at !== month)
  if (number === 0) return null
  return dayOf(year, String(number), day?.replace(/(st|nd|rd|th)$/i, ''))
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const isMonth = (word: string, start: string) =>
  monthNames.some((name) => name.startsWith(start) && name.startsWith(word.toLowerCase()))

function dayOf(year = '', month = '', day = ''): string | null {
  if (!/^\d{2}$|^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** A cell as a number; null when it is none. `isPlain`: as a workbook holds numbers, whatever sign the texts of it have. */
export function readNumber(cell: string, decimal: '.' | ',', isPlain: boolean): number | null {
  const text = cell.trim().replaceAll(/[\u00a0\u202f]/g, ' ')
  if (isPlain && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text)
  const group = decimal === '.' ? ',' : '.'
  const escaped = (sign: string) => (sign === '.' ? '\\.' : sign)
  const grouped = `\\d{1,3}(?:(?:${escaped(group)}|[ '’])\\d{3})+`
  const form = new RegExp(`^[+-]?(?:\\d+|${grouped})?(?:${escaped(decimal)}\\d+)?(?:e[+-]?\\d+)?$`, 'i')
  if (!/\d/.test(text) || !form.test(text)) return null
  const number = Number(text.replaceAll(/[ '’]/g, '').replaceAll(group, '').replace(decimal, '.'))
  return Number.isFinite(number) ? number : null
}

export function readBoolean(cell: string): boolean | null {
  const text = cell.trim().toLowerCase()
  if (['true', 'yes', '1', 'y', 'x'].includes(text)) return true
  return ['false', 'no', '0', 'n'].includes(text) ? false : null
}

/** An instant in epoch milliseconds: as such, or ISO with its zone; null for what does not say which instant it is. */
export function readMoment(cell: string): number | null {
  const text = cell.trim()
  if (/^\d{11,14}$/.test(text)) return Number(text)
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)$/i.test(text)) return null
  const instant = Date.parse(text.replace(' ', 'T'))
  return Number.isNaN(instant) ? null : instant
}
