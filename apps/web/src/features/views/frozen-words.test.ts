import { expect, test } from 'vitest'
import { frozenWords } from './frozen-words.ts'

test('then and now are both told', () => {
  const all = { before: 1312, exact: true, there: 1312, still: 1312 }
  expect(frozenWords(all)).toBe('1,312 goals then, and all of them still match now.')
  expect(frozenWords({ ...all, still: 1305 })).toBe('1,312 goals then, 1,305 of them still match now.')
  expect(frozenWords({ ...all, there: 1310, still: 1 })).toBe(
    '1,312 goals then, 1 of them still matches now; 2 have left.',
  )
  expect(frozenWords({ ...all, exact: false, there: null, still: null })).toBe('1,312 goals then, so far as was known.')
})
