import { shortDate } from '#web/shared/time/calendar-date.ts'
import { exactDay } from '#web/shared/time/relative-words.ts'
import { useToday } from '#web/shared/time/use-clock.ts'

/** A calendar date that nothing depends on: no colour, no lateness. */
export function PlainDate({ date }: { date: string }) {
  const today = useToday()
  return (
    <time dateTime={date} title={exactDay(date, today)}>
      {shortDate(date, today)}
    </time>
  )
}
