import type { Switches } from '../switches.ts'
import type { LimitClass, Limits } from './limits.ts'
import { createWindow, type CallWindow } from './window.ts'

type Rules = Pick<Switches, 'window' | 'counters' | 'refusedCallsCount' | 'neighbourCallsPerWindow'>

/** What the tenant lets in: all integrations of the one key together, the noisy neighbour among them. */
export class Allowance {
  /** How often the neighbour was let in, and how often refused. */
  readonly neighbour = { admitted: 0, refused: 0 }
  readonly #limits: Limits
  readonly #rules: Rules
  readonly #windows = new Map<string, CallWindow[]>()
  readonly #neighbourPauseMs: number
  #neighbourNext: number

  /** `now` is when the neighbour begins to call. Epoch milliseconds, here and below. */
  constructor(limits: Limits, rules: Rules, now: number) {
    this.#limits = limits
    this.#rules = rules
    this.#neighbourPauseMs = ((limits.synchronous[0]?.seconds ?? 60) * 1000) / rules.neighbourCallsPerWindow
    this.#neighbourNext = now + this.#neighbourPauseMs
  }

  /** Takes a call; tells how many milliseconds it came too early, 0 when it is let in. */
  take(limitClass: LimitClass, family: string, now: number): number {
    this.#letNeighbourCall(now)
    return this.#take(limitClass, family, now)
  }

  /** Another integration with the same key calls at an even pace, and gets in what is left. */
  #letNeighbourCall(now: number): void {
    for (; this.#neighbourNext <= now; this.#neighbourNext += this.#neighbourPauseMs) {
      const isAdmitted = this.#take('synchronous', 'neighbour', this.#neighbourNext) === 0
      this.neighbour[isAdmitted ? 'admitted' : 'refused'] += 1
    }
  }

  #take(limitClass: LimitClass, family: string, now: number): number {
    const windows = this.#windowsOf(limitClass, family)
    const wait = Math.max(...windows.map((window) => window.wait(now)))
    if (wait === 0 || this.#rules.refusedCallsCount) for (const window of windows) window.take(now)
    return wait
  }

  #windowsOf(limitClass: LimitClass, family: string): CallWindow[] {
    const key = this.#rules.counters === 'shared' ? limitClass : `${limitClass} ${family}`
    const known = this.#windows.get(key)
    if (known) return known
    const fresh = this.#limits[limitClass].map((limit) => createWindow(this.#rules.window, limit))
    this.#windows.set(key, fresh)
    return fresh
  }
}
