import { z } from 'zod'

/** A day as the tenant writes it, YYYY-MM-DD, that exists in the calendar. */
export const calendarDateSchema = z.iso.date()

export function isCalendarDate(value: unknown): value is string {
  return calendarDateSchema.safeParse(value).success
}

/**
 * The day, YYYY-MM-DD, of a DATE in any of the tenant's dialects: such a day, a text that starts with one, or epoch
 * milliseconds, read in UTC (reference 3). Null for anything else.
 */
export function readCalendarDate(value: unknown): string | null {
  if (typeof value === 'string') {
    const day = value.split(/[T ]/, 1)[0]
    if (isCalendarDate(day)) return day
  }
  const instant = readInstant(value)
  return instant === null ? null : new Date(instant).toISOString().slice(0, 10)
}

/**
 * Epoch milliseconds of a DATETIME in any of the tenant's dialects: epoch milliseconds as a number or its digits, or ISO
 * text, which is read in UTC where it names no zone (reference 3). Null for anything else.
 */
export function readInstant(value: unknown): number | null {
  const instant = typeof value === 'string' ? instantOfText(value) : value
  return typeof instant === 'number' && Math.abs(instant) <= latestInstant ? instant : null
}

const latestInstant = 8.64e15

function instantOfText(text: string): number {
  if (/^-?\d{5,}$/.test(text)) return Number(text)
  const [, day, time = '00:00', zone = 'Z'] = isoText.exec(text) ?? []
  return !isCalendarDate(day) ? Number.NaN : Date.parse(`${day}T${time}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`)
}

const isoText = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(Z|[+-]\d\d:?\d\d)?$/
