import { randomInt } from 'node:crypto'

/** Without letters and digits that look alike; the first is a letter, so that no address takes it for a number. */
const letters = 'abcdefghjkmnpqrstuvwxyz'
const signs = `${letters}23456789`
const length = 10

/** An id that is short enough to be read out, of 9e14 that there are. It opens nothing by itself. */
export function shortId(): string {
  const rest = Array.from({ length: length - 1 }, () => signs[randomInt(signs.length)])
  return `${letters[randomInt(letters.length)]}${rest.join('')}`
}
