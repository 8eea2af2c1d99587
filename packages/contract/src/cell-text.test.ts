import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protectedText, unprotectedText } from './cell-text.ts'

const starts = ["'", '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', ' ', '\u00a0', '\uFEFF', 'x']
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .tuple(fc.array(fc.constantFrom(...starts), { maxLength: 5 }), fc.string({ maxLength: 5 }))
    .map(([start, end]) => start.join('') + end),
)

test('every text is given back as it was', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(unprotectedText(protectedText(text))).toBe(text)
    }),
    { numRuns: 2_000 },
  )
})

test('no cell begins as a formula does, and other texts stay as they are', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const cell = protectedText(text)
      expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u)
      expect(cell).not.toMatch(/^[\t\r\n]/)
      if (!/[=+\-@＝＋－＠\t\r\n]/u.test(text)) expect(cell).toBe(text)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  [' =1+1', "' =1+1"],
  ["'tis", "'tis"],
  ['a=b', 'a=b'],
])('%j stands in a cell as %j', (text, cell) => {
  expect(protectedText(text)).toBe(cell)
  expect(unprotectedText(cell)).toBe(text)
})
