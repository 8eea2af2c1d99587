export const dayMs = 86_400_000

/** YYYY-MM-DD of the UTC day that many days after (or before) an instant. */
export function calendarDay(instant: number, daysLater = 0): string {
  return new Date(instant + daysLater * dayMs).toISOString().slice(0, 10)
}

/** Epoch milliseconds at which a calendar day begins in UTC; null for a day that does not exist. */
export function startOfDay(day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null
  const instant = Date.parse(day)
  return Number.isNaN(instant) || calendarDay(instant) !== day ? null : instant
}
