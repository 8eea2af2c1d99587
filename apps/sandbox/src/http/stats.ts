import { limitClasses, type LimitClass, type Limits } from '../limits/limits.ts'
import { RollingMost } from '../limits/rolling-most.ts'

/** What became of a call at the gate. */
export type Verdict = 'admitted' | 'throttled' | 'unauthorized'

/** The class of calls with the most that arrived in any rolling window of its shortest limit. */
export interface ClassStats {
  windowSeconds: number
  /** Of all calls, refused ones included. */
  mostReceived: number
  /** Of the calls that were let in. */
  mostAdmitted: number
}

export interface Stats {
  calls: number
  admitted: number
  throttled: number
  unauthorized: number
  /** Calls received by method and path. */
  byPath: Record<string, number>
  /** Calls received by the name of their route; `unknown` for paths that the tenant does not have. */
  byRoute: Record<string, number>
  windows: Record<LimitClass, ClassStats>
  /** Names of the headers that arrived, never their values. */
  headers: string[]
  writes: {
    applied: number
    /** How often a write was applied to each goal, creates included. */
    byGoal: Record<string, number>
    created: string[]
    /** Writes that a fault holds back and that are still to be applied. */
    late: number
  }
  neighbour: { admitted: number; refused: number }
}

export interface Arrival {
  method: string
  path: string
  route: string
  limitClass: LimitClass
  headers: Iterable<string>
}

/** Counts what arrives and what is applied. Arrivals are timed on a clock that never goes back. */
export class StatsCounter {
  #calls = 0
  #verdicts: Record<Verdict, number> = { admitted: 0, throttled: 0, unauthorized: 0 }
  #byPath = new Map<string, number>()
  #byRoute = new Map<string, number>()
  #headers = new Set<string>()
  #byGoal = new Map<string, number>()
  #created: string[] = []
  readonly #windows: Record<LimitClass, { seconds: number; received: RollingMost; admitted: RollingMost }>

  constructor(limits: Limits) {
    const windowOf = (limitClass: LimitClass) => {
      const seconds = limits[limitClass][0]?.seconds ?? 60
      return { seconds, received: new RollingMost(seconds * 1000), admitted: new RollingMost(seconds * 1000) }
    }
    this.#windows = {
      synchronous: windowOf('synchronous'),
      asynchronous: windowOf('asynchronous'),
      users: windowOf('users'),
    }
  }

  /** Counts a call at the moment it arrives; the function that it gives back takes the verdict of the gate. */
  arrive(arrival: Arrival): (verdict: Verdict) => void {
    const time = performance.now()
    const window = this.#windows[arrival.limitClass]
    this.#calls += 1
    raise(this.#byPath, `${arrival.method} ${arrival.path}`)
    raise(this.#byRoute, arrival.route)
    for (const name of arrival.headers) this.#headers.add(name)
    window.received.add(time)
    return (verdict) => {
      this.#verdicts[verdict] += 1
      if (verdict === 'admitted') window.admitted.add(time)
    }
  }

  applied(gsid: string, isNew: boolean): void {
    raise(this.#byGoal, gsid)
    if (isNew) this.#created.push(gsid)
  }

  report(late: number, neighbour: Stats['neighbour']): Stats {
    const classes = limitClasses.map((limitClass): [LimitClass, ClassStats] => {
      const { seconds, received, admitted } = this.#windows[limitClass]
      return [limitClass, { windowSeconds: seconds, mostReceived: received.most, mostAdmitted: admitted.most }]
    })
    const applied = [...this.#byGoal.values()].reduce((sum, count) => sum + count, 0)
    return {
      calls: this.#calls,
      ...this.#verdicts,
      byPath: Object.fromEntries(this.#byPath),
      byRoute: Object.fromEntries(this.#byRoute),
      windows: Object.fromEntries(classes) as Record<LimitClass, ClassStats>,
      headers: [...this.#headers].toSorted(),
      writes: { applied, byGoal: Object.fromEntries(this.#byGoal), created: [...this.#created], late },
      neighbour: { ...neighbour },
    }
  }
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
