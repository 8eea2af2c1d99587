import { useSyncExternalStore } from 'react'
import { calendarDateAt, type CalendarDate } from './calendar-date.ts'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One ticking second for the whole page, running only while someone looks. */
function onSecond(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => listeners.forEach((tick) => tick()), 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const wholeSeconds = () => Math.floor(Date.now() / 1000) * 1000

/** Now in epoch milliseconds, to the second. Keep it in the smallest component that shows it. */
export function useNow(): number {
  return useSyncExternalStore(onSecond, wholeSeconds)
}

/** The viewer's calendar date; re-renders at midnight. */
export function useToday(): CalendarDate {
  return useSyncExternalStore(onSecond, today)
}

let known = { second: 0, date: '' }

/** Worked out once a second: every row on screen asks for it. */
function today(): CalendarDate {
  const second = wholeSeconds()
  if (second !== known.second) known = { second, date: calendarDateAt(new Date(second)) }
  return known.date
}

/** Now in epoch milliseconds, to the minute: for cells that many rows show. */
export function useNowRoughly(): number {
  return useSyncExternalStore(onSecond, () => Math.floor(Date.now() / 60_000) * 60_000)
}
