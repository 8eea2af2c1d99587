/**
 * The budget's time as one process knows it, in whole milliseconds: the newest time that the store has seen (of the
 * database's clock at the start, of another process since) carried on by a clock that cannot be set. So it never goes
 * back and never runs ahead of the time that really passes, whatever is done to any clock while the process runs.
 */
export type BudgetClock = {
  now(): number
  /** Takes note of the store's newest time. */
  follow(latest: number): void
}

export function createBudgetClock(monotonic: () => number = () => performance.now()): BudgetClock {
  let origin = -monotonic()
  return {
    now: () => Math.floor(origin + monotonic()),
    follow(latest) {
      origin = Math.max(origin, latest - monotonic())
    },
  }
}
