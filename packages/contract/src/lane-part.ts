import type { lanes } from './status.ts'

/** The part of our share that each lane leaves free for the lanes above, in reserves. */
const reservesOfLane: Record<(typeof lanes)[number], number> = { people: 0, changes: 1, scripts: 1.5, sync: 2 }

/** Of some calls, how many a lane may have in use when so many per cent are reserved for people; one at least. */
export function callsOfLane(calls: number, lane: keyof typeof reservesOfLane, reserve: number): number {
  return atLeastOne(calls * (1 - (reservesOfLane[lane] * reserve) / 100))
}

/** Whole calls, and never none. What is a whole number but for the last digit of its fraction counts as one. */
export function atLeastOne(calls: number): number {
  return Math.max(1, Math.floor(calls + 1e-9))
}
