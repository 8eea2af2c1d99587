import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind])
    .join(' ')

test.each([
  ['one two three', 'one two three', 'one two three'],
  ['one two three', 'one 2 three', 'one [-two] [+2] three'],
  ['', 'new words', '[+new words]'],
  ['old words', '', '[-old words]'],
  ['a b c d', 'b c x d e', '[-a] b c [+x] d [+e]'],
])('%j becomes %j', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('both texts can be read from it, however long they are', () => {
  const before = Array.from({ length: 5000 }, (_, word) => `w${word % 97}`).join(' ')
  const after = Array.from({ length: 5000 }, (_, word) => `w${word % 89}`).join(' ')
  const parts = wordDiff(before, after)
  const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join(' ')
  expect(without('added')).toBe(before)
  expect(without('removed')).toBe(after)
})
