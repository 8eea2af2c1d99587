import type { QuietHours } from '@goalkeeper/contract/connection'

const dayMinutes = 24 * 60

/**
 * When the quiet hours that `now` falls into are over; null when it falls into none. Both are epoch milliseconds. Hours that
 * end before they begin go over midnight. On a night that changes the clocks the end may be told an hour off; it is asked for
 * again before then.
 */
export function quietUntil(now: number, hours: QuietHours | null): number | null {
  if (!hours) return null
  const [from, to, local] = [minutesOf(hours.from), minutesOf(hours.to), localMinutes(now, hours.timeZone)]
  const length = (to - from + dayMinutes) % dayMinutes
  const since = (local - from + dayMinutes) % dayMinutes
  return since < length ? now + Math.ceil((length - since) * 60_000) : null
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

function localMinutes(now: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return minutesOf(clock.format(now)) + (now % 60_000) / 60_000
}
