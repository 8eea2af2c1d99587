import type { GoalChange } from '@goalkeeper/contract/goals'
import { expect, test } from 'vitest'
import { changeWords } from './change-words.ts'

const change = (part: Partial<GoalChange>): GoalChange => ({
  id: '1',
  gsid: '1CG0',
  field: 'Name',
  before: null,
  after: null,
  by: null,
  source: 'sync',
  writeId: null,
  byId: null,
  screen: null,
  seenBefore: null,
  seenAt: 0,
  ...part,
})

test('a field goes from one value to another, and empty is said', () => {
  expect(changeWords(change({ field: 'DueDate', before: null, after: '2027-01-02' }), undefined)).toEqual({
    what: 'DueDate',
    before: 'empty',
    after: '2027-01-02',
  })
})

test('associations are counted', () => {
  expect(changeWords(change({ field: 'CTA', before: ['a', 'b'], after: ['b', 'c', 'd'] }), undefined)).toEqual({
    what: 'CTAs',
    before: null,
    after: '2 linked, 1 unlinked',
  })
})

test('a goal appears and leaves', () => {
  expect(changeWords(change({ field: 'Gsid', after: '1CG0' }), undefined).what).toBe('Appeared in Gainsight')
  expect(changeWords(change({ field: 'Gsid', before: '1CG0' }), undefined).what).toBe('No longer in Gainsight')
})
