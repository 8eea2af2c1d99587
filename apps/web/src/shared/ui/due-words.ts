import * as texts from '@goalkeeper/texts/ui-first'
import * as common from '@goalkeeper/texts/common'
import { daysBetween, isDay } from '@goalkeeper/filter/dates'
import { shortDate, type CalendarDate } from '../time/calendar-date.ts'
import { exactDay } from '../time/relative-words.ts'

export type DueWords = { text: string; title: string; isOverdue: boolean }

/**
 * A due date in words: "31 Mar"; "12 d late" when an open goal's date has passed; "Today". Null when there is no date.
 * `isOpen` null: nobody has said what the status means, so nothing is called late.
 */
export function dueWords(due: CalendarDate | null, today: CalendarDate, isOpen: boolean | null): DueWords | null {
  if (!due) return null
  const title = exactDay(due, today)
  const distance = isDay(due) ? daysBetween(today, due) : null
  if (isOpen && distance !== null && distance < 0) return { text: texts.dLate(-distance), title, isOverdue: true }
  return { text: distance === 0 ? common.today : shortDate(due, today), title, isOverdue: false }
}
