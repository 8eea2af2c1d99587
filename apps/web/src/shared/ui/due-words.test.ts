import { expect, test } from 'vitest'
import { dueWords } from './due-words.ts'

const today = '2026-11-23'

test('no date has no words', () => {
  expect(dueWords(null, today, true)).toBeNull()
})

test('an open goal whose date has passed is late by whole days', () => {
  expect(dueWords('2026-11-11', today, true)).toEqual({
    text: '12 d late',
    title: '2026-11-11, Wednesday, 12 days ago',
    isOverdue: true,
  })
})

test('due today is not late', () => {
  expect(dueWords(today, today, true)).toMatchObject({ text: 'Today', isOverdue: false })
})

test('a closed goal, and one whose status means nothing yet, is never late', () => {
  expect(dueWords('2026-11-11', today, false)).toMatchObject({ text: '11 Nov', isOverdue: false })
  expect(dueWords('2026-11-11', today, null)).toMatchObject({ text: '11 Nov', isOverdue: false })
})

test('what is to come is told as a date', () => {
  expect(dueWords('2027-03-31', today, true)).toMatchObject({ text: '31 Mar 2027', isOverdue: false })
})
