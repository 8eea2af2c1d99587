import { expect, test } from 'vitest'
import { happened } from './weeks.ts'

const week = (daysSeen: number) => ({ week: '2026-11-23', created: 4, later: 2, achieved: 0, daysSeen })

test('of a week that was watched all is known, also that nothing happened', () => {
  expect([happened(week(1), 'later'), happened(week(1), 'achieved')]).toEqual([2, 0])
})

test('of a week in which nobody looked only that is known which Gainsight says itself', () => {
  expect([happened(week(0), 'created'), happened(week(0), 'later'), happened(week(0), 'achieved')]).toEqual([
    4,
    null,
    null,
  ])
})
