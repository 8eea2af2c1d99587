import * as texts from '@goalkeeper/texts/overview'
import { daysAhead, type Overview } from '@goalkeeper/contract/overview'
import { addDays, endOf, mondayOf } from '@goalkeeper/filter/dates'
import { type CalendarDate, shortDate } from '#web/shared/time/calendar-date.ts'
import type { OpenCounts } from './open-meanings.ts'

export type Period = 'week' | 'month'

/** Open goals that are due from a day to another, both included. */
export type DueColumn = { from: CalendarDate; to: CalendarDate; label: string; goals: OpenCounts }

export type DueTimeline = {
  overdue: OpenCounts
  columns: DueColumn[]
  later: OpenCounts
  undated: OpenCounts
  /** The last day that belongs to a column. */
  horizon: CalendarDate
}

const nothing = (): OpenCounts => ({ planned: 0, 'on track': 0, 'at risk': 0 })

/**
 * Open goals by week (from Monday on) or month of the calendar, from today to the horizon; the first and last column may be short.
 * Days are those of the calendar: no time zone moves a goal into another column.
 */
export function dueTimeline(due: Overview['due'], today: CalendarDate, period: Period): DueTimeline {
  const horizon = addDays(today, daysAhead)
  const columns: DueColumn[] = []
  for (let from = today; from <= horizon;) {
    const end = period === 'week' ? addDays(mondayOf(from), 6) : endOf('MONTH', from)
    const to = end < horizon ? end : horizon
    columns.push({ from, to, label: rangeWords(from, to, today), goals: nothing() })
    from = addDays(to, 1)
  }
  const timeline: DueTimeline = { overdue: nothing(), columns, later: nothing(), undated: nothing(), horizon }
  const outside: Record<string, OpenCounts> = {
    overdue: timeline.overdue,
    later: timeline.later,
    none: timeline.undated,
  }
  for (const { when, ...goals } of due) {
    const place = outside[when] ?? columns.find(({ from, to }) => from <= when && when <= to)?.goals
    if (!place) continue
    place.planned += goals.planned
    place['on track'] += goals['on track']
    place['at risk'] += goals['at risk']
  }
  return timeline
}

/** "2 to 8 Mar", "30 Mar to 5 Apr", "30 Mar". */
export function rangeWords(from: CalendarDate, to: CalendarDate, today: CalendarDate): string {
  if (from === to) return shortDate(from, today)
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  const first = isOneMonth ? String(Number(from.slice(8))) : shortDate(from, today)
  return texts.to(first, shortDate(to, today))
}
