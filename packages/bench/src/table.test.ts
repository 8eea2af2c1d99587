import { expect, test } from 'vitest'
import { markdownOf, partOf, type Table, withPart, withWhatStands } from './table.ts'

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

test('rows that were not measured anew stay where they were, and so does what is promised of them', () => {
  const table: Table = {
    title: 'Pace',
    head: ['by', 'took'],
    rows: [
      ['us', '1 s'],
      ['p-queue, strict', '3 s'],
    ],
    promises: [
      { what: 'at most 1.02', holds: false },
      { what: 'no refusal', holds: true },
    ],
  }
  const part = partOf(withPart('# Speed\n', 'pace', markdownOf(table)), 'pace')
  expect(withWhatStands({ ...table, rows: [], promises: [] }, part)).toEqual(table)
  expect(
    withWhatStands(
      {
        ...table,
        rows: [
          ['us', '2 s'],
          ['other', '4 s'],
        ],
        promises: [],
      },
      part,
    ),
  ).toEqual({
    ...table,
    rows: [
      ['us', '2 s'],
      ['p-queue, strict', '3 s'],
      ['other', '4 s'],
    ],
  })
  expect(withWhatStands(table, partOf('# Speed\n', 'pace'))).toEqual(table)
})
