export const dayMs = 86_400_000

/** Written days by their number since 1970: a tenant of 100,000 goals writes the same few thousand days over and over. */
const written = new Map<number, string>()

/** YYYY-MM-DD of the UTC day that many days after (or before) an instant. */
export function calendarDay(instant: number, daysLater = 0): string {
  const number = Math.floor(instant / dayMs) + daysLater
  const known = written.get(number)
  if (known !== undefined) return known
  const day = new Date(number * dayMs).toISOString().slice(0, 10)
  written.set(number, day)
  return day
}

/** Epoch milliseconds at which a calendar day begins in UTC; null for a day that does not exist. */
export function startOfDay(day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null
  const instant = Date.parse(day)
  return Number.isNaN(instant) || calendarDay(instant) !== day ? null : instant
}
