import { isDay, startOfDay } from '@goalkeeper/filter/dates'

/** A calendar date as 'YYYY-MM-DD'. It names a square on a wall calendar, never an instant of the viewer's zone. */
export type CalendarDate = string

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** The calendar date at an instant where the viewer sits. */
export function calendarDateAt(instant: Date): CalendarDate {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}

/** "31 Mar", or "31 Mar 2027" when the year is not today's. What is not a date stays as it is. */
export function shortDate(date: CalendarDate, today: CalendarDate): string {
  if (!isDay(date)) return date
  const [year, month, day] = date.split('-')
  const words = `${Number(day)} ${months[Number(month) - 1]}`
  return year === today.slice(0, 4) ? words : `${words} ${year}`
}

/** The name of the weekday, such as "Tuesday"; empty when it is not a date. */
export function weekdayOf(date: CalendarDate): string {
  return isDay(date) ? (weekdays[new Date(startOfDay(date)).getUTCDay()] ?? '') : ''
}
