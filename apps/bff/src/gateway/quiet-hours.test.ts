import { expect, test } from 'vitest'
import { quietUntil } from './quiet-hours.ts'

const at = (iso: string) => Date.parse(iso)
const night = { from: '22:00', to: '05:30', timeZone: 'Europe/Berlin' }

test.each([
  ['2026-01-10T21:00:00Z', '2026-01-11T04:30:00Z'],
  ['2026-01-10T23:30:00Z', '2026-01-11T04:30:00Z'],
  ['2026-01-11T04:29:59Z', '2026-01-11T04:30:00Z'],
  // In summer the same hours are an hour earlier.
  ['2026-07-10T20:00:00Z', '2026-07-11T03:30:00Z'],
])('%s is within, until %s', (now, end) => {
  expect(quietUntil(at(now), night)).toBe(at(end))
})

test.each(['2026-01-10T20:59:59Z', '2026-01-11T04:30:00Z', '2026-01-11T12:00:00Z', '2026-07-11T03:30:00Z'])(
  '%s is not',
  (now) => {
    expect(quietUntil(at(now), night)).toBeNull()
  },
)

test('hours of one day, none at all, and such as are empty', () => {
  const noon = { from: '12:00', to: '13:00', timeZone: 'UTC' }
  expect(quietUntil(at('2026-03-01T12:15:00Z'), noon)).toBe(at('2026-03-01T13:00:00Z'))
  expect(quietUntil(at('2026-03-01T13:15:00Z'), noon)).toBeNull()
  expect(quietUntil(at('2026-03-01T12:15:00Z'), null)).toBeNull()
  expect(quietUntil(at('2026-03-01T12:00:00Z'), { ...noon, to: '12:00' })).toBeNull()
})
