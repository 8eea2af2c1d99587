import * as texts from '@goalkeeper/texts/time-first'
import { daysBetween, isDay } from '@goalkeeper/filter/dates'
import { weekdayOf, type CalendarDate } from './calendar-date.ts'

/** "today", "tomorrow", "in 128 days", "12 days ago"; empty when it is not a date. */
export function relativeDay(date: CalendarDate, today: CalendarDate): string {
  if (!isDay(date)) return ''
  const distance = daysBetween(today, date)
  if (distance === 0) return texts.today
  if (distance === 1) return texts.tomorrow
  if (distance === -1) return texts.yesterday
  return distance > 0 ? texts.inDays(distance) : texts.daysAgo(-distance)
}

/** The long form for tooltips: "2026-03-31, Tuesday, in 128 days". */
export function exactDay(date: CalendarDate, today: CalendarDate): string {
  return [date, weekdayOf(date), relativeDay(date, today)].filter(Boolean).join(', ')
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** How long a stretch of seconds is, in its largest unit: "20 s", "14 min", "3 h", "2 d", "5 mo", "2 y". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  if (whole < minute) return texts.seconds(whole)
  if (whole < hour) return texts.minutes(Math.floor(whole / minute))
  if (whole < day) return texts.hours(Math.floor(whole / hour))
  if (whole < 60 * day) return texts.shortDays(Math.floor(whole / day))
  if (whole < 730 * day) return texts.shortMonths(Math.floor(whole / (30.44 * day)))
  return texts.years(Math.floor(whole / (365.25 * day)))
}

/** An instant (epoch milliseconds) on the viewer's clock: "2026-11-23 14:05:09". */
export function exactInstant(instant: number): string {
  const date = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}`
}

/** The time of day of an instant (epoch milliseconds) on the viewer's clock: "14:05". */
export function clockTime(instant: number): string {
  return exactInstant(instant).slice(11, 16)
}
