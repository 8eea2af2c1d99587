import type { Random } from './random.ts'

const alphabet = Buffer.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const prefixLength = 18

/** One buffer for all ids: written and read in one go, an id is one flat text, which matters when there are 200,000. */
const bytes = Buffer.alloc(2 * prefixLength)

/** Fills the buffer from a place on with random characters, six from each number: 36^6 is just below 2^32. */
function fillRandomly(random: Random, from: number): void {
  for (let start = from; start < bytes.length; start += 6) {
    let number = Math.floor(random.next() * 36 ** 6)
    for (let place = start; place < start + 6; place++) {
      bytes[place] = alphabet[number % 36] ?? 0
      number = Math.floor(number / 36)
    }
  }
}

/** The 18 characters that all records of one object share in this tenant. `kind` is the object's own four, such as `1CG0` (reference 1.6). */
export function createPrefix(random: Random, kind: string): string {
  fillRandomly(random, 0)
  bytes.write(kind, 0, 'latin1')
  return bytes.toString('latin1', 0, prefixLength)
}

/** A record's id: 36 characters, the first 18 of which are its object's prefix. */
export function createGsid(random: Random, prefix: string): string {
  bytes.write(prefix, 0, 'latin1')
  fillRandomly(random, prefixLength)
  return bytes.toString('latin1')
}
