import { expect, test } from 'vitest'
import { duration, exactDay, exactInstant, relativeDay } from './relative-words.ts'

test.each([
  ['2026-11-23', 'today'],
  ['2026-11-24', 'tomorrow'],
  ['2026-11-22', 'yesterday'],
  ['2026-12-03', 'in 10 days'],
  ['2026-11-11', '12 days ago'],
  ['someday', ''],
])('%s is %s', (date, words) => {
  expect(relativeDay(date, '2026-11-23')).toBe(words)
})

test('the tooltip names date, weekday and distance', () => {
  expect(exactDay('2026-11-24', '2026-11-23')).toBe('2026-11-24, Tuesday, tomorrow')
})

test.each([
  [-3, '0 s'],
  [59.9, '59 s'],
  [60, '1 min'],
  [3 * 3600, '3 h'],
  [49 * 3600, '2 d'],
  [100 * 86_400, '3 mo'],
  [800 * 86_400, '2 y'],
])('%d seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})

test('an instant is told by the viewer’s clock', () => {
  expect(exactInstant(new Date(2026, 10, 3, 4, 5, 6).getTime())).toBe('2026-11-03 04:05:06')
})
