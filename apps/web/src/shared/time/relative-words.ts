import { daysBetween, isDay } from '@goalkeeper/filter/dates'
import { weekdayOf, type CalendarDate } from './calendar-date.ts'

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** "today", "tomorrow", "in 128 days", "12 days ago"; empty when it is not a date. */
export function relativeDay(date: CalendarDate, today: CalendarDate): string {
  if (!isDay(date)) return ''
  const distance = daysBetween(today, date)
  if (distance === 0) return 'today'
  if (distance === 1) return 'tomorrow'
  if (distance === -1) return 'yesterday'
  return distance > 0 ? `in ${days(distance)}` : `${days(-distance)} ago`
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
  if (whole < minute) return `${whole} s`
  if (whole < hour) return `${Math.floor(whole / minute)} min`
  if (whole < day) return `${Math.floor(whole / hour)} h`
  if (whole < 60 * day) return `${Math.floor(whole / day)} d`
  if (whole < 730 * day) return `${Math.floor(whole / (30.44 * day))} mo`
  return `${Math.floor(whole / (365.25 * day))} y`
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
