import { checkFilter } from '@goalkeeper/filter/check'
import { goldenFields } from '@goalkeeper/filter/golden-goals'
import { describe, expect, it } from 'vitest'
import { briefDate, dateChoices, rangeChoices } from './filter-date-choices.ts'

describe('usual dates', () => {
  it.each(dateChoices)('are dates that filters take: $label', ({ value }) => {
    expect(checkFilter({ field: 'DueDate', op: 'LT', value: [value] }, goldenFields)).toEqual([])
  })

  it.each(rangeChoices)('are ranges that filters take: $label', ({ value }) => {
    expect(checkFilter({ field: 'DueDate', op: 'BTW', value }, goldenFields)).toEqual([])
  })

  it.each([
    ['TODAY', 'today'],
    ['TODAY+7', '+7 days'],
    ['TODAY-30', '−30 days'],
    ['END_OF_QUARTER', 'end of quarter'],
    ['2027-03-31', '31 Mar 2027'],
  ])('%s is %s where there is little room', (value, words) => {
    expect(briefDate(value)).toBe(words)
  })
})
