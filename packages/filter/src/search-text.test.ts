import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord, unfoldedLength, wordsIn } from './search-text.ts'

const words = (text: string) => wordsIn(text).map(({ word }) => word)

test.each([
  ['Élan vital', ['elan', 'vital']],
  ['STRASSE, Straße', ['strasse', 'strasse']],
  ['Łódź Ørsted İzmir', ['lodz', 'orsted', 'izmir']],
  ['quote-to-cash (SOC 2)', ['quote', 'to', 'cash', 'soc', '2']],
  ['ﬁt ＡＢＣ', ['fit', 'abc']],
  ['期間を30日', ['期', '間', 'を', '30', '日']],
  ['รายได้', ['ร', 'า', 'ย', 'ไ', 'ด้'].map(foldWord)],
  ['📈 %_ \' " \\ --', []],
])('%j is read as %j', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test('a word stands where it says, and is one word by itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { word, start, end } of wordsIn(text)) {
        expect(foldWord(text.slice(start, end)).slice(0, 64)).toBe(word)
        expect(word).not.toMatch(/[\s\p{M}]/u)
      }
    }),
  )
})

test('letters with marks, and such as become two, are counted as they are written', () => {
  expect(unfoldedLength('Élan', 1)).toBe(1)
  expect(unfoldedLength('E\u0301lan', 1)).toBe(2)
  expect(unfoldedLength('Straße', 5)).toBe(5)
  expect(unfoldedLength('Straße', 6)).toBe(5)
  expect(unfoldedLength('abc', 9)).toBe(3)
})
