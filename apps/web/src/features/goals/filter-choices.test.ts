import type { FacetBucket } from '@goalkeeper/contract/goals'
import { describe, expect, it } from 'vitest'
import { choicesShown, pastedValues } from './filter-choices.ts'

const bucket = (value: FacetBucket['value'], label = String(value), count = 1): FacetBucket => ({
  value,
  label,
  hint: null,
  count,
})

describe('choices of a condition', () => {
  it('are those that contain the words, in any case', () => {
    const buckets = [bucket('C1', 'Harborline Freight'), bucket('C2', 'Österberg')]
    expect(choicesShown(buckets, [], ' FREI').map(({ value }) => value)).toEqual(['C1'])
  })

  it('start with what was chosen and is not among them', () => {
    expect(choicesShown([bucket('New')], [bucket('Gone'), bucket('New')], '').map(({ value }) => value)).toEqual([
      'Gone',
      'New',
    ])
  })

  it('never offer emptiness, which is an operator', () => {
    expect(choicesShown([bucket(null, 'Empty')], [], '')).toEqual([])
  })
})

describe('a pasted text', () => {
  it('is a list when it has several lines or columns', () => {
    expect(pastedValues('Achieved\r\n Dropped \n\nAchieved')).toEqual(['Achieved', 'Dropped'])
    expect(pastedValues('a\tb;c')).toEqual(['a', 'b', 'c'])
  })

  it('is looked for when it is one', () => {
    expect(pastedValues('Harborline, Freight\n')).toEqual([])
  })
})
