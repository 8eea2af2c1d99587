import * as texts from '@goalkeeper/texts/time-first'
import { isDay, startOfDay } from '@goalkeeper/filter/dates'

/** A calendar date as 'YYYY-MM-DD'. It names a square on a wall calendar, never an instant of the viewer's zone. */
export type CalendarDate = string

/** The calendar date at an instant where the viewer sits. */
export function calendarDateAt(instant: Date): CalendarDate {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}

/** "31 Mar", or "31 Mar 2027" when the year is not today's. What is not a date stays as it is. */
export function shortDate(date: CalendarDate, today: CalendarDate): string {
  if (!isDay(date) || date.slice(0, 4) !== today.slice(0, 4)) return fullDate(date)
  const [, month, day] = date.split('-')
  return texts.dayOf(Number(day), texts.months[Number(month) - 1] ?? '')
}

/** "31 Mar 2027", for what is read in any year. What is not a date stays as it is. */
export function fullDate(date: CalendarDate): string {
  if (!isDay(date)) return date
  const [year, month, day] = date.split('-')
  return texts.dateOf(Number(day), texts.months[Number(month) - 1] ?? '', Number(year))
}

/** The name of the weekday, such as "Tuesday"; empty when it is not a date. */
export function weekdayOf(date: CalendarDate): string {
  return isDay(date) ? (texts.weekdays[new Date(startOfDay(date)).getUTCDay()] ?? '') : ''
}
