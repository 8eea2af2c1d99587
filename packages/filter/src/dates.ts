import { isCalendarDate } from '@goalkeeper/gainsight/dates'

/**
 * Calendar arithmetic on YYYY-MM-DD texts. Every date is read as midnight UTC and never as local time,
 * so no zone or daylight saving can move a day.
 */
export const dayMs = 86_400_000

const firstDay = '0001-01-01'
const lastDay = '9999-12-31'

/** A day that exists, in the years 1 to 9999 that the index can hold. */
export function isDay(value: unknown): value is string {
  return isCalendarDate(value) && value >= firstDay
}

/** Epoch milliseconds of a day's first moment in UTC. */
export const startOfDay = (day: string): number => Date.parse(day)

/** The day that many days later (earlier when negative), held within the years 1 to 9999. */
export function addDays(day: string, days: number): string {
  const moved = startOfDay(day) + days * dayMs
  const held = Math.min(Math.max(moved, startOfDay(firstDay)), startOfDay(lastDay))
  return new Date(held).toISOString().slice(0, 10)
}

/** Whole days from one day to another, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return (startOfDay(to) - startOfDay(from)) / dayMs
}

/** The Monday of the week that a day lies in. */
export function mondayOf(day: string): string {
  const weekday = new Date(startOfDay(day)).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

const monthsIn = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const
export type Period = keyof typeof monthsIn
export const periods = Object.keys(monthsIn) as Period[]

/** The first day of the month, quarter or year that a day lies in. */
export function startOf(period: Period, day: string): string {
  const month = Number(day.slice(5, 7)) - 1
  const first = month - (month % monthsIn[period])
  return `${day.slice(0, 5)}${String(first + 1).padStart(2, '0')}-01`
}

/** The last day of the month, quarter or year that a day lies in. */
export function endOf(period: Period, day: string): string {
  const date = new Date(startOf(period, day))
  date.setUTCMonth(date.getUTCMonth() + monthsIn[period], 0)
  return date.toISOString().slice(0, 10)
}

/** A date that depends on the day on which it is read: so many days from today, or an edge of the period that today lies in. */
export type RelativeDate = { days: number } | { edge: 'START' | 'END'; period: Period }

/** How far TODAY can be moved: a hundred years. */
export const maxRelativeDays = 36_525

/** Reads TODAY, TODAY+30, TODAY-7, START_OF_MONTH, END_OF_QUARTER and so on; null for anything else. */
export function parseRelativeDate(text: string): RelativeDate | null {
  const days = /^TODAY(?:([+-])(\d{1,5}))?$/.exec(text)
  if (days) {
    const count = Number(days[2] ?? 0)
    if (count > maxRelativeDays) return null
    return { days: days[1] === '-' ? 0 - count : count }
  }
  const edge = /^(START|END)_OF_(MONTH|QUARTER|YEAR)$/.exec(text)
  return edge ? { edge: edge[1] as 'START' | 'END', period: edge[2] as Period } : null
}

/** Writes a relative date the way `parseRelativeDate` reads it. */
export function printRelativeDate(date: RelativeDate): string {
  if ('edge' in date) return `${date.edge}_OF_${date.period}`
  if (date.days === 0) return 'TODAY'
  return date.days > 0 ? `TODAY+${date.days}` : `TODAY${date.days}`
}

/** The day meant by a day or a relative date, seen from the viewer's `today`; null when the text is neither. */
export function resolveDate(text: string, today: string): string | null {
  if (isDay(text)) return text
  const relative = parseRelativeDate(text)
  if (!relative) return null
  if ('days' in relative) return addDays(today, relative.days)
  return relative.edge === 'START' ? startOf(relative.period, today) : endOf(relative.period, today)
}
