import { expect, test } from 'vitest'
import { paceOf } from './pace.ts'

test('the pace is that of the last minute', () => {
  const sightings = Array.from({ length: 121 }, (_, second) => ({
    at: second * 1000,
    settled: second < 60 ? 0 : (second - 60) * 2,
  }))
  expect(paceOf(sightings)).toBe(120)
  expect(paceOf(sightings.slice(0, 31))).toBe(0)
})

test('a moment says nothing yet', () => {
  expect(paceOf([])).toBeNull()
  expect(
    paceOf([
      { at: 0, settled: 0 },
      { at: 2_000, settled: 9 },
    ]),
  ).toBeNull()
})
