import type { Condition, FilterValue, Operator } from '@goalkeeper/filter/tree'
import { describe, expect, it } from 'vitest'
import { faultWords } from './filter-fault.ts'

const arr = { name: 'CompanyId__gr.Arr', label: 'ARR', type: 'number' as const }
const on = (op: Operator, ...value: FilterValue[]): Condition => ({ field: arr.name, op, value })
const words = (condition: Condition) => faultWords(condition, arr, '2028-02-28')

describe('what is wrong with a condition', () => {
  it('is said of what is no value, and of a range the wrong way round', () => {
    expect(words(on('GTE', '12,5'))).toBe('“12,5” is not a number.')
    expect(words(on('BTW', 2, 1))).toBe('The lower value comes first.')
  })

  it('is not said of what is right or not finished', () => {
    expect(words(on('GTE', 12.5))).toBeNull()
    expect(words(on('GTE'))).toBeNull()
    expect(words(on('BTW', 2, ''))).toBeNull()
  })
})
