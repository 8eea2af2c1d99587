import { calendarDay, dayMs } from '../tenant/calendar.ts'

const days: Record<string, number> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 }

/** The UTC day that a date literal such as TODAY stands for, as a span of epoch milliseconds; null for one that is not known. */
export function literalDay(literal: string, now: number): { from: number; to: number } | null {
  const shift = days[literal]
  if (shift === undefined) return null
  const from = Date.parse(calendarDay(now, shift))
  return { from, to: from + dayMs }
}
