import type { Switches } from '../switches.ts'
import { createWindow, type CallLimit, type CallWindow } from './window.ts'

export const limitClasses = ['synchronous', 'asynchronous', 'users'] as const
export type LimitClass = (typeof limitClasses)[number]
export type Limits = Record<LimitClass, readonly CallLimit[]>

/** Lets calls in as far as the tenant's limits go, all integrations of the one key together. */
export class Limiter {
  readonly #limits: Limits
  readonly #switches: Pick<Switches, 'window' | 'counters' | 'refusedCallsCount'>
  readonly #windows = new Map<string, CallWindow[]>()

  constructor(limits: Limits, switches: Pick<Switches, 'window' | 'counters' | 'refusedCallsCount'>) {
    this.#limits = limits
    this.#switches = switches
  }

  /** Takes a call of a class at an instant (epoch milliseconds); tells how many milliseconds it came too early, 0 when it is let in. */
  take(limitClass: LimitClass, family: string, now: number): number {
    const windows = this.#windowsOf(limitClass, family)
    const wait = Math.max(...windows.map((window) => window.wait(now)))
    if (wait === 0 || this.#switches.refusedCallsCount) for (const window of windows) window.take(now)
    return wait
  }

  #windowsOf(limitClass: LimitClass, family: string): CallWindow[] {
    const key = this.#switches.counters === 'shared' ? limitClass : `${limitClass} ${family}`
    const known = this.#windows.get(key)
    if (known) return known
    const fresh = this.#limits[limitClass].map((limit) => createWindow(this.#switches.window, limit))
    this.#windows.set(key, fresh)
    return fresh
  }
}
