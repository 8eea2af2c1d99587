import type { Effect } from '../routes.ts'
import { createRandom, type Random } from '../seed/random.ts'
import { faultSchema, type Fault } from './fault.ts'

/** The call that a fault may meet. */
export interface Target {
  route: string
  path: string
  effect: Effect
  /** The goal that an update or a fetch names. */
  gsid: string | undefined
}

/** What befalls one call: how long it waits before and after it is carried out, and at most one misfortune. */
export interface Misfortune {
  delayMs: number
  replyDelayMs: number
  fault: Exclude<Fault, { kind: 'latency' | 'slow-reply' }> | null
}

interface Standing {
  fault: Fault
  random: Random
  seen: number
  met: number
}

/** The faults in force. Latencies add up; of the others the first that meets a call wins. */
export class FaultList {
  #standing: Standing[] = []
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  /** Puts these faults in the place of those in force; throws a ZodError that names what is wrong. */
  replace(faults: readonly unknown[]): void {
    this.#standing = faults.map((each, index) => {
      const fault = faultSchema.parse(each)
      return { fault, random: createRandom(fault.seed ?? `${this.#seed} fault ${index}`), seen: 0, met: 0 }
    })
  }

  /** The faults in force, each with the number of calls that it met. */
  report(): (Fault & { met: number })[] {
    return this.#standing.map(({ fault, met }) => ({ ...fault, met }))
  }

  meet(target: Target): Misfortune {
    const misfortune: Misfortune = { delayMs: 0, replyDelayMs: 0, fault: null }
    for (const standing of this.#standing) {
      const { fault, random } = standing
      const isTaken = misfortune.fault !== null && fault.kind !== 'latency' && fault.kind !== 'slow-reply'
      if (isTaken || !isMet(standing, target)) continue
      if (fault.kind === 'latency') misfortune.delayMs += duration(fault.ms, random)
      else if (fault.kind === 'slow-reply') misfortune.replyDelayMs += duration(fault.ms, random)
      else misfortune.fault = fault
    }
    return misfortune
  }
}

function isMet(standing: Standing, { route, path, effect, gsid }: Target): boolean {
  const { fault, random } = standing
  const isAimedAt =
    (fault.route === undefined ||
      fault.route === route ||
      (fault.route.startsWith('/') && path.startsWith(fault.route))) &&
    (fault.effect === undefined || fault.effect === effect) &&
    (fault.gsid === undefined || fault.gsid === gsid)
  if (!isAimedAt || (fault.times !== undefined && standing.met >= fault.times)) return false
  standing.seen += 1
  if (standing.seen <= fault.after || !random.chance(fault.probability)) return false
  standing.met += 1
  return true
}

/** A fixed number of milliseconds, or one between two bounds. */
export function duration(ms: number | readonly [number, number], random: Random): number {
  return typeof ms === 'number' ? ms : ms[0] + random.next() * (ms[1] - ms[0])
}
