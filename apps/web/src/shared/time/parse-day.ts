import { addDays, daysBetween, isDay, maxRelativeDays, startOfDay } from '@goalkeeper/filter/dates'
import type { CalendarDate } from './calendar-date.ts'

/** What a person typed for a day: a day, nothing at all, or something that is neither. */
export type TypedDay = { kind: 'day'; day: CalendarDate } | { kind: 'none' } | { kind: 'unclear' }

/**
 * Reads a day as people type it, seen from the viewer's `today`: "31 mar", "mar 31", "31.3.", "2027-03-31", "31 March 2027", "+30", "-7",
 * "+2w", "+3m", "fri", "today", "tomorrow". A day without a year is the next one that comes, today included.
 */
export function parseDay(text: string, today: CalendarDate): TypedDay {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (words === '') return { kind: 'none' }
  const day = readers.reduce<CalendarDate | null>((found, read) => found ?? read(words, today), null)
  return day !== null && isDay(day) ? { kind: 'day', day } : { kind: 'unclear' }
}

type Reader = (words: string, today: CalendarDate) => CalendarDate | null

const named: Record<string, number> = { today: 0, tod: 0, tomorrow: 1, tom: 1, yesterday: -1 }
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
const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const readers: Reader[] = [
  (words) => (isDay(words) ? words : null),
  (words, today) => (Object.hasOwn(named, words) ? addDays(today, named[words] ?? 0) : null),
  readDistance,
  readWeekday,
  readDayOfMonth,
]

/** "+30", "-7", "+30d", "+2w", "+3m", "+1y". */
function readDistance(words: string, today: CalendarDate): CalendarDate | null {
  const found = /^([+-]) ?(\d{1,5}) ?(d|w|m|y|days?|weeks?|months?|years?)?$/.exec(words)
  if (!found) return null
  const count = Number(found[2]) * (found[1] === '-' ? -1 : 1)
  const unit = (found[3]?.[0] ?? 'd') as 'd' | 'w' | 'm' | 'y'
  const days = count * { d: 1, w: 7, m: 31, y: 366 }[unit]
  if (Math.abs(days) > maxRelativeDays) return null
  return unit === 'd' || unit === 'w' ? addDays(today, days) : addMonths(today, unit === 'y' ? count * 12 : count)
}

/** The same day some months on, or the last of that month when it is shorter. */
function addMonths(day: CalendarDate, count: number): CalendarDate | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + count
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  for (let last = date; last > 27; last--) {
    const candidate = written(toYear, toMonth, last)
    if (isDay(candidate)) return candidate
  }
  return written(toYear, toMonth, Math.min(date, 27))
}

/** "fri", "next friday": the next such day after today. */
function readWeekday(words: string, today: CalendarDate): CalendarDate | null {
  const word = words.replace(/^next /, '')
  const wanted = weekdayNames.findIndex((name) => word.length >= 2 && name.startsWith(word))
  if (wanted < 0) return null
  const distance = (wanted - new Date(startOfDay(today)).getUTCDay() + 7) % 7
  return addDays(today, distance === 0 ? 7 : distance)
}

/** "31 mar", "31st of march 2027", "mar 31", "31.3.", "31.3.2027". Numbers alone are day and month, as the dots say. */
function readDayOfMonth(words: string, today: CalendarDate): CalendarDate | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of )?([a-z]{3,9})\.?,? ?(\d{4})?$/.exec(words)
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})?$/.exec(words)
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?$/.exec(words)
  if (dayFirst) return dayOf(monthOf(dayFirst[2]), dayFirst[1], dayFirst[3], today)
  if (monthFirst) return dayOf(monthOf(monthFirst[1]), monthFirst[2], monthFirst[3], today)
  return dotted ? dayOf(Number(dotted[2]), dotted[1], dotted[3], today) : null
}

function monthOf(word = ''): number {
  return monthNames.findIndex((name) => name.startsWith(word)) + 1
}

function dayOf(
  month: number,
  date: string | undefined,
  year: string | undefined,
  today: CalendarDate,
): CalendarDate | null {
  const day = (ofYear: number) => written(ofYear, month, Number(date))
  if (year !== undefined) return day(Number(year))
  const thisYear = Number(today.slice(0, 4))
  // 29 February waits for its leap year; anything else exists this year or next.
  for (let next = thisYear; next <= thisYear + 8; next++) {
    const candidate = day(next)
    if (isDay(candidate) && daysBetween(today, candidate) >= 0) return candidate
  }
  return null
}

const written = (year: number, month: number, date: number): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
