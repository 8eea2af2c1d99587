import * as texts from '@goalkeeper/texts/days'
import { shortDate, weekdayOf, type CalendarDate } from '../time/calendar-date.ts'
import type { TypedDay } from '../time/parse-day.ts'
import { relativeDay } from '../time/relative-words.ts'

/** How a typed day was understood: "Wednesday 31 Mar 2027, in 128 days". */
export function dayWords(typed: TypedDay, today: CalendarDate): string {
  switch (typed.kind) {
    case 'day':
      return `${weekdayOf(typed.day)} ${shortDate(typed.day, today)}, ${relativeDay(typed.day, today)}`
    case 'none':
      return texts.noDueDate
    case 'unclear':
      return texts.notADayTry31Mar
  }
}
