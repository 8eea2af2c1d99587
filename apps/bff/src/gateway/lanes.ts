import { lanes } from '@goalkeeper/contract/status'
import type { Lane } from './gateway.ts'

type Queued = { lane: Lane; session: string }

/** Who waits for a slot of one limit class, in the order in which slots are given out. */
export type LaneQueue<Waiter extends Queued> = {
  add(waiter: Waiter): void
  /** False when it was not waiting any more. */
  remove(waiter: Waiter): boolean
  /** Takes note that the waiter got its slot: its session goes behind the others of its lane. */
  serve(waiter: Waiter): void
  inOrder(): Waiter[]
}

/**
 * A higher lane goes first. Within a lane, sessions take turns: everyone's first waiter before anyone's second, and among
 * equals the session that was served longest ago.
 */
export function createLaneQueue<Waiter extends Queued>(): LaneQueue<Waiter> {
  let waiting: Waiter[] = []
  let serial = 0
  const lastServed = new Map<string, number>()

  const remove = (waiter: Waiter) => {
    const before = waiting.length
    waiting = waiting.filter((each) => each !== waiter)
    // Whose turn it is matters only while somebody waits.
    if (waiting.length === 0) lastServed.clear()
    return waiting.length < before
  }

  return {
    add(waiter) {
      waiting.push(waiter)
    },
    remove,
    serve(waiter) {
      lastServed.set(waiter.session, ++serial)
      remove(waiter)
    },
    inOrder() {
      const seen = new Map<string, number>()
      const ranked = waiting.map((waiter) => {
        const key = `${waiter.lane} ${waiter.session}`
        const turn = seen.get(key) ?? 0
        seen.set(key, turn + 1)
        return { waiter, lane: lanes.indexOf(waiter.lane), turn, served: lastServed.get(waiter.session) ?? 0 }
      })
      // The sort is stable: who came first stays first among equals.
      return ranked
        .toSorted((a, b) => a.lane - b.lane || a.turn - b.turn || a.served - b.served)
        .map(({ waiter }) => waiter)
    },
  }
}
