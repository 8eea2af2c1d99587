/** The server's calendar date at an instant (epoch milliseconds), YYYY-MM-DD, for those who do not say theirs. */
export function localDay(instant: number): string {
  const date = new Date(instant)
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}
