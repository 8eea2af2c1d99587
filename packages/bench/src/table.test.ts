import { expect, test } from 'vitest'
import { markdownOf, withPart } from './table.ts'

test('a table says what holds of what is promised', () => {
  const promises = [
    { what: 'fast', holds: true },
    { what: 'small', holds: false },
  ]
  expect(markdownOf({ title: 'Pace', head: ['by', 'took'], rows: [['us', '1 s']], promises })).toBe(
    '### Pace\n\n| by | took |\n| --- | --- |\n| us | 1 s |\n\nPromised: fast: holds; small: **does not hold**.\n',
  )
})

test('a subject takes the place that it had, and others stay', () => {
  const first = withPart('# Speed\n\nWords.\n', 'pace', 'one')
  const both = withPart(first, 'preview', 'two')
  expect(withPart(both, 'pace', 'three')).toBe(
    '# Speed\n\nWords.\n\n<!-- pace -->\n\nthree\n\n<!-- /pace -->\n\n<!-- preview -->\n\ntwo\n\n<!-- /preview -->\n',
  )
})
