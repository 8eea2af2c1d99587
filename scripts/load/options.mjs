import { Stop } from '../toolchain.mjs'

/**
 * Options of the command line as numbers, none below 0.
 *
 * @param {Record<string, string>} texts
 */
export function numbersOf(texts) {
  const numbers = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Number(text)]))
  const wrong = Object.keys(numbers).find((name) => !(numbers[name] >= 0))
  if (wrong) throw new Stop(`--${wrong} must be a number.`)
  return numbers
}
