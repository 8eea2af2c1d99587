import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/activity'
import type { ActivityEntry } from '@goalkeeper/contract/activity'
import { addDays } from '@goalkeeper/filter/dates'
import { calendarDateAt, shortDate, weekdayOf, type CalendarDate } from '#web/shared/time/calendar-date.ts'

type Day = { day: CalendarDate; entries: ActivityEntry[] }

/** Entries, newest first, by the day on the viewer's clock. */
export function daysOf(entries: readonly ActivityEntry[]): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const day = calendarDateAt(new Date(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

/** "Today", "Yesterday", "Mon 23 Nov", with the year when it is another. */
export function dayWords(day: CalendarDate, today: CalendarDate): string {
  if (day === today) return common.today
  if (day === addDays(today, -1)) return texts.yesterday
  return `${weekdayOf(day).slice(0, 3)} ${shortDate(day, today)}`
}
