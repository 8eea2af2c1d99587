import { expect, test } from 'vitest'
import { shortDiff, wordDiff, type DiffPart } from './word-diff.ts'

const shown = (parts: DiffPart[]) =>
  parts.map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind]).join(' ')

test.each([
  ['one two three', 'one two three', 'one two three'],
  ['one two three', 'one 2 three', 'one [-two] [+2] three'],
  ['', 'new words', '[+new words]'],
  ['old words', '', '[-old words]'],
  ['a b c d', 'b c x d e', '[-a] b c [+x] d [+e]'],
])('%j becomes %j', (before, after, expected) => {
  expect(shown(wordDiff(before, after))).toBe(expected)
})

test('both texts can be read from it, however long they are', () => {
  const before = Array.from({ length: 5000 }, (_, word) => `w${word % 97}`).join(' ')
  const after = Array.from({ length: 5000 }, (_, word) => `w${word % 89}`).join(' ')
  const parts = wordDiff(before, after)
  const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join(' ')
  expect(without('added')).toBe(before)
  expect(without('removed')).toBe(after)
})

test.each([
  [
    'Connect Workday and retire the nightly export of it',
    'Connect Workday and retire our nightly export of it',
    '… and retire [-the] [+our] nightly export …',
  ],
  ['one two three four', 'one two three four five', '… three four [+five]'],
  ['a b c d e f g', 'x b c d e f y', '[-a] [+x] b c … e f [-g] [+y]'],
])('in one line only what changes is told, with the words beside it: %j', (before, after, expected) => {
  expect(shown(shortDiff(before, after))).toBe(expected)
})
