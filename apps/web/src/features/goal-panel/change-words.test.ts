import { expect, test } from 'vitest'
import { changeOfTest as change } from './change-of-test.ts'
import { changeWords } from './change-words.ts'

test('a field goes from one value to another, and empty is said', () => {
  expect(changeWords(change({ field: 'DueDate', before: null, after: '2027-01-02' }), undefined)).toEqual({
    what: 'DueDate',
    before: 'empty',
    after: '2027-01-02',
  })
})

test('a status is called what people call it', () => {
  expect(changeWords(change({ field: 'StatusId', before: 'a', after: 'b' }), undefined).what).toBe('Status')
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
