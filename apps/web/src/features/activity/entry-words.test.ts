import type { Field } from '@goalkeeper/contract/catalogue'
import { describe, expect, test } from 'vitest'
import { entry } from './entry-of-test.ts'
import { betweenWords, changeWords, whoWords } from './entry-words.ts'

const field: Field = {
  name: 'Description',
  label: 'Description',
  type: 'html',
  group: 'standard',
  operators: [],
  options: [],
  sortable: false,
  editable: true,
  required: false,
  dataType: 'RICHTEXTAREA',
  lookup: null,
  decimalPlaces: null,
  maxLength: null,
}

describe('a change', () => {
  test('goes from one value to another, by the labels of the field, and empty is said', () => {
    const status: Field = {
      ...field,
      type: 'picklist',
      label: 'Status',
      options: [{ value: '1I00', label: 'At risk', active: true }],
    }
    expect(changeWords(entry({ field: 'StatusId', before: '', after: '1I00' }), status)).toEqual({
      what: 'Status',
      before: 'empty',
      after: 'At risk',
    })
  })

  test('of a field that is no more keeps its name', () => {
    expect(changeWords(entry({ field: 'Old__gc', before: 1, after: 2 }), undefined)).toEqual({
      what: 'Old__gc',
      before: '1',
      after: '2',
    })
  })

  test('of a long text is cut between words', () => {
    const { after } = changeWords(entry({ after: `<p>${'word '.repeat(40)}</p>` }), field)
    expect(after).toBe(`${'word '.repeat(15)}word…`)
  })

  test('that both sides hide says where it is', () => {
    const text = 'word '.repeat(40)
    expect(changeWords(entry({ before: text, after: `${text} more` }), field).after).toMatch(
      /^changed further on: word/,
    )
    expect(changeWords(entry({ before: 'one', after: '<b>one</b>' }), field)).toMatchObject({
      before: null,
      after: 'formatted anew',
    })
  })

  test('of associations is counted', () => {
    const words = (before: string[] | null, after: string[]) =>
      changeWords(entry({ field: 'CTA', before, after }), undefined)
    expect(words(['a'], ['b', 'c'])).toEqual({ what: 'CTAs', before: null, after: '+2 links / −1 link' })
    expect(words(null, ['a']).after).toBe('+1 link')
  })

  test('can be a goal that comes or goes', () => {
    const words = (through: 'goalkeeper' | 'gainsight', after: string | null) =>
      changeWords(entry({ field: 'Gsid', through, after }), undefined).what
    expect(words('goalkeeper', '1CG0')).toBe('Created')
    expect(words('gainsight', '1CG0')).toBe('Appeared in Gainsight')
    expect(words('gainsight', null)).toBe('No longer in Gainsight')
  })
})

test('who did it, and who says so', () => {
  expect(whoWords({ actor: 'Ana Reyes', through: 'goalkeeper' })).toBe('Ana Reyes')
  expect(whoWords({ actor: 'Ana Reyes', through: 'gainsight' })).toBe('Ana Reyes, as Gainsight states')
  expect(whoWords({ actor: null, through: 'gainsight' })).toBe('somebody in Gainsight')
})

test('when a sync can have missed it', () => {
  const at = new Date(2026, 10, 23, 10, 7).getTime()
  const words = (notBefore: Date | null) => betweenWords({ at, notBefore: notBefore && notBefore.getTime() })
  expect(words(null)).toBeNull()
  expect(words(new Date(2026, 10, 23, 10, 2))).toBe('between 10:02 and 10:07')
  expect(words(new Date(2026, 10, 22, 18, 0))).toBe('between 2026-11-22 18:00 and 10:07')
})
