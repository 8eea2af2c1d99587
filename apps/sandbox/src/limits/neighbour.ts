import type { Limiter } from './limiter.ts'

/** Another integration with the same key: calls at an even pace, and gets in what is left. */
export interface Neighbour {
  /** Lets it make the calls that were due up to an instant (epoch milliseconds). */
  catchUp(now: number): void
  /** How often it was let in, and how often refused. */
  readonly calls: { admitted: number; refused: number }
}

export function createNeighbour(
  limiter: Limiter,
  callsPerWindow: number,
  windowSeconds: number,
  since: number,
): Neighbour {
  const calls = { admitted: 0, refused: 0 }
  const pause = (windowSeconds * 1000) / callsPerWindow
  let next = since + pause
  return {
    calls,
    catchUp(now) {
      if (callsPerWindow === 0) return
      for (; next <= now; next += pause) {
        if (limiter.take('synchronous', 'neighbour', next) === 0) calls.admitted += 1
        else calls.refused += 1
      }
    },
  }
}
