/** At most `calls` in any `seconds`, over everything that uses the tenant's one access key. */
export type CallLimit = { calls: number; seconds: number }

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** The tenant's throttling limits by class of call, shortest window first (customer-goals-api.txt; reference 1.5). */
export const limitClasses = {
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
    { calls: 1_000, seconds: day },
  ],
} as const satisfies Record<string, readonly CallLimit[]>

export type LimitClass = keyof typeof limitClasses
