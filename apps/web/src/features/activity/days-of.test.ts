import { expect, test } from 'vitest'
import { dayWords, daysOf } from './days-of.ts'
import { entry } from './entry-of-test.ts'

test('entries stand under the day of the viewer’s clock, in their order', () => {
  const at = [new Date(2026, 10, 23, 0, 0), new Date(2026, 10, 22, 23, 59), new Date(2026, 10, 22, 0, 0)]
  const days = daysOf(at.map((date, index) => entry({ id: String(index), at: date.getTime() })))
  expect(days.map(({ day, entries }) => [day, entries.map(({ id }) => id)])).toEqual([
    ['2026-11-23', ['0']],
    ['2026-11-22', ['1', '2']],
  ])
})

test.each([
  ['2026-11-24', 'Today'],
  ['2026-11-23', 'Yesterday'],
  ['2026-11-22', 'Sun 22 Nov'],
  ['2025-12-31', 'Wed 31 Dec 2025'],
])('%s is headed %s', (day, words) => {
  expect(dayWords(day, '2026-11-24')).toBe(words)
})
