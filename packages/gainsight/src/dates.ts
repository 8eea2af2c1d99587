import { z } from 'zod'

/** A day as the tenant writes it, YYYY-MM-DD, that exists in the calendar. */
export const calendarDateSchema = z.iso.date('must be a day of the calendar, written YYYY-MM-DD.')

export function isCalendarDate(value: unknown): value is string {
  return calendarDateSchema.safeParse(value).success
}

/** The day in a DATE value of any of the tenant's dialects (YYYY-MM-DD, ISO instant, epoch milliseconds), read in UTC; null for none. */
export function readCalendarDate(value: unknown): string | null {
  if (typeof value === 'string' && isCalendarDate(value.slice(0, 10))) return value.slice(0, 10)
  const instant = readInstant(value)
  return instant === null ? null : new Date(instant).toISOString().slice(0, 10)
}

/** Epoch milliseconds of a DATETIME value of any of the tenant's dialects (epoch milliseconds as number or digits, ISO text); null for none. */
export function readInstant(value: unknown): number | null {
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return readInstant(Number(value))
  const instant = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Math.abs(instant) <= 8.64e15 ? instant : null
}
