import type { CallLimit } from './window.ts'

export const limitClasses = ['synchronous', 'asynchronous', 'users'] as const
export type LimitClass = (typeof limitClasses)[number]

/** What each class of calls is allowed, the shortest window first. */
export type Limits = Record<LimitClass, readonly CallLimit[]>

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** customer-goals-api.txt, "Throttling Limits"; those of the user calls: reference 1.5. */
export const documentedLimits = {
  synchronous: [
    { calls: 100, seconds: minute },
    { calls: 50_000, seconds: day },
  ],
  asynchronous: [
    { calls: 10, seconds: hour },
    { calls: 100, seconds: day },
  ],
  users: [
    { calls: 100, seconds: hour },
    { calls: 1000, seconds: day },
  ],
} as const satisfies Limits
