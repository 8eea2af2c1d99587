import { expect, test } from 'vitest'
import { parseDay } from './parse-day.ts'

/** A Monday. */
const today = '2026-11-23'

test.each([
  ['31 mar', '2027-03-31'],
  ['31 March', '2027-03-31'],
  ['Mar 31', '2027-03-31'],
  ['31st of march 2028', '2028-03-31'],
  ['1 dec', '2026-12-01'],
  ['23 nov', '2026-11-23'],
  ['22 nov', '2027-11-22'],
  ['22 nov 2026', '2026-11-22'],
  ['31.3.', '2027-03-31'],
  ['31.3.2030', '2030-03-31'],
  ['2027-03-31', '2027-03-31'],
  ['29 feb', '2028-02-29'],
  ['4 sept', '2027-09-04'],
])('a date: %s', (text, day) => {
  expect(parseDay(text, today)).toEqual({ kind: 'day', day })
})

test.each([
  ['+30', '2026-12-23'],
  ['-7', '2026-11-16'],
  ['+ 2 weeks', '2026-12-07'],
  ['+3m', '2027-02-23'],
  ['+1y', '2027-11-23'],
  ['today', '2026-11-23'],
  ['tomorrow', '2026-11-24'],
])('a distance from today: %s', (text, day) => {
  expect(parseDay(text, today)).toEqual({ kind: 'day', day })
})

test.each([
  ['fri', '2026-11-27'],
  ['next friday', '2026-11-27'],
  ['tu', '2026-11-24'],
  ['mon', '2026-11-30'],
])('a weekday is the next one after today: %s', (text, day) => {
  expect(parseDay(text, today)).toEqual({ kind: 'day', day })
})

test('months later keep the day, or end with the shorter month', () => {
  expect(parseDay('+1m', '2027-01-31')).toEqual({ kind: 'day', day: '2027-02-28' })
  expect(parseDay('+1m', '2026-12-15')).toEqual({ kind: 'day', day: '2027-01-15' })
  expect(parseDay('-1m', '2027-01-15')).toEqual({ kind: 'day', day: '2026-12-15' })
})

test('nothing typed is no date', () => {
  expect(parseDay('  ', today)).toEqual({ kind: 'none' })
})

test.each(['31 feb', '32 mar', 'soon', '13.13.', 'f', '2026-02-30', '+99999', 'the 31st', '31 foo', '03/04'])(
  'not a day: %s',
  (text) => {
    expect(parseDay(text, today)).toEqual({ kind: 'unclear' })
  },
)
