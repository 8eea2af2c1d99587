export interface CallLimit {
  calls: number
  seconds: number
}

/** Counts calls in a window that follows the clock, or in one that moves along with time. Times are epoch milliseconds. */
export interface CallWindow {
  /** Milliseconds until a call would be let in; 0 when it would be now. */
  wait(now: number): number
  take(now: number): void
}

export function createWindow(kind: 'clock' | 'sliding', limit: CallLimit): CallWindow {
  return kind === 'clock' ? clockWindow(limit) : slidingWindow(limit)
}

/** Starts afresh at every full window: for a minute, when the clock's minute changes (reference 1.5). */
function clockWindow({ calls, seconds }: CallLimit): CallWindow {
  const length = seconds * 1000
  let current = -1
  let count = 0
  const turn = (now: number) => {
    const window = Math.floor(now / length)
    if (window !== current) count = 0
    current = window
  }
  return {
    wait(now) {
      turn(now)
      return count < calls ? 0 : (current + 1) * length - now
    },
    take(now) {
      turn(now)
      count += 1
    },
  }
}

/** Never more than the limit in any stretch of the window's length. */
function slidingWindow({ calls, seconds }: CallLimit): CallWindow {
  const length = seconds * 1000
  const taken: number[] = []
  const forget = (now: number) => {
    const first = taken.findIndex((time) => now - time < length)
    taken.splice(0, first === -1 ? taken.length : first)
  }
  return {
    wait(now) {
      forget(now)
      const oldest = taken[taken.length - calls]
      return oldest === undefined ? 0 : oldest + length - now
    },
    take(now) {
      forget(now)
      taken.push(now)
    },
  }
}
