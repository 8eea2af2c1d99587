/** Choices, each with how often it is taken in relation to the others. */
export type Weighted<T> = readonly (readonly [T, number])[]

/** A small seeded generator: the same seed gives the same sequence on every machine. Not for secrets. */
export interface Random {
  /** The next number, at least 0 and below 1. */
  next(): number
  /** A whole number between both bounds, both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Picks by weight: `[['New', 3], ['Dropped', 1]]` gives New three times in four. */
  weighted<T>(choices: Weighted<T>): T
  /** An independent generator, so that one part of the data can change without moving the others. */
  fork(label: string): Random
}

/** FNV-1a: spreads a label over 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** mulberry32, of which one 32-bit number is the whole state. */
export function createRandom(seed: number | string): Random {
  let state = hash(String(seed))

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('There is nothing to pick from.')
    return list[Math.floor(next() * list.length)] as T
  }

  function weighted<T>(choices: Weighted<T>): T {
    let total = 0
    for (const [, weight] of choices) total += weight
    let left = next() * total
    for (const [choice, weight] of choices) {
      left -= weight
      if (left < 0) return choice
    }
    return pick(choices)[0]
  }

  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted,
    fork: (label) => createRandom(`${seed}/${label}`),
  }
}
