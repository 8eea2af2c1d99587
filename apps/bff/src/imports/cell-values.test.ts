import { isDay } from '@goalkeeper/filter/dates'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DateFormat, readBoolean, readDate, readMoment, readNumber } from './cell-values.ts'

test.each<[DateFormat, string, string | null]>([
  ['iso', '2026-03-31', '2026-03-31'],
  ['iso', '2026-03-31T23:30:00-11:00', '2026-03-31'],
  ['iso', '31.03.2026', null],
  ['day-month-year', '31.3.2026', '2026-03-31'],
  ['day-month-year', '31/03/26', '2026-03-31'],
  ['day-month-year', '03/31/2026', null],
  ['month-day-year', '3/31/2026', '2026-03-31'],
  ['month-day-year', '2026-03-31', '2026-03-31'],
  ['words', '31 March 2026', '2026-03-31'],
  ['words', 'Mar 31st, 2026', '2026-03-31'],
  ['words', '31-Mar-26', '2026-03-31'],
  ['words', '31 Marz 2026', null],
  ['day-month-year', '30.02.2026', null],
])('%s: %s', (format, cell, day) => {
  expect(readDate(cell, format)).toBe(day)
})

test('a day that is written in a format is read as that day, and no other', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom('.', '/', '-'), (date, sign) => {
      const day = date.toISOString().slice(0, 10)
      const [year, month, dayOfMonth] = day.split('-')
      expect(isDay(day)).toBe(true)
      expect(readDate(day, 'iso')).toBe(day)
      expect(readDate([dayOfMonth, month, year].join(sign), 'day-month-year')).toBe(day)
      expect(readDate([month, dayOfMonth, year].join(sign), 'month-day-year')).toBe(day)
    }),
  )
})

test.each<[string, '.' | ',', number | null]>([
  ['1,234.5', '.', 1234.5],
  ['1.234,5', ',', 1234.5],
  ["1'234.5", '.', 1234.5],
  ['1\u00a0234,5', ',', 1234.5],
  ['-7', '.', -7],
  ['1,5', '.', null],
  ['1.5', ',', null],
  ['1.2.3', '.', null],
  ['12 pieces', '.', null],
  ['-', '.', null],
])('the number %s with the sign %s', (cell, decimal, number) => {
  expect(readNumber(cell, decimal, false)).toBe(number)
})

test('numbers of a workbook are read as it holds them, whatever sign its texts have', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(readNumber(String(number), ',', true)).toBe(number === 0 ? Number(String(number)) : number)
    }),
  )
})

test('yes, no and instants', () => {
  expect(['Yes', 'FALSE', 'maybe'].map(readBoolean)).toEqual([true, false, null])
  expect(readMoment('2026-03-31T10:00:00+02:00')).toBe(Date.parse('2026-03-31T08:00:00Z'))
  expect(readMoment('1774944000000')).toBe(1_774_944_000_000)
  // Without a zone nobody knows which instant it is.
  expect(readMoment('2026-03-31T10:00:00')).toBeNull()
})
