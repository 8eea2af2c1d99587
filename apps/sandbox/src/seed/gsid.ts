import type { Random } from './random.ts'

/** Six of the 36 characters 0-9 A-Z; 36^6 is just below 2^32. */
function sixCharacters(random: Random): string {
  return Math.floor(random.next() * 36 ** 6)
    .toString(36)
    .toUpperCase()
    .padStart(6, '0')
}

/** The 18 characters that all records of one object share in this tenant. `kind` is the object's own four, such as `1CG0` (reference 1.6). */
export function createPrefix(random: Random, kind: string): string {
  const tail = sixCharacters(random) + sixCharacters(random) + sixCharacters(random)
  return kind + tail.slice(0, 14)
}

/** A record's id: 36 characters, the first 18 of which are its object's prefix. */
export function createGsid(random: Random, prefix: string): string {
  return prefix + sixCharacters(random) + sixCharacters(random) + sixCharacters(random)
}
