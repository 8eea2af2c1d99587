import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  endOf,
  isDay,
  mondayOf,
  parseRelativeDate,
  periods,
  printRelativeDate,
  resolveDate,
  startOfDay,
  startOf,
} from './dates.ts'

const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const days = fc.integer({ min: -36_525, max: 36_525 })
const insideBounds = fc
  .date({ min: new Date('0200-01-01T00:00:00Z'), max: new Date('9800-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('adding days', () => {
  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 366, '2029-03-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2000-02-28', 2, '2000-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2027-12-31', 1, '2028-01-01'],
    ['2028-01-01', -1, '2027-12-31'],
    ['2028-03-26', 1, '2028-03-27'],
    ['9999-12-31', 1, '9999-12-31'],
    ['0001-01-01', -1, '0001-01-01'],
  ])('%s and %i days is %s', (from, count, expected) => {
    expect(addDays(from, count)).toBe(expected)
  })

  it('gives a day that exists, as far away as was asked', () => {
    fc.assert(
      fc.property(insideBounds, days, (from, count) => {
        const moved = addDays(from, count)
        expect(isDay(moved)).toBe(true)
        expect(daysBetween(from, moved)).toBe(count)
        expect(addDays(moved, 0 - count)).toBe(from)
        expect(Math.sign(count)).toBe(moved < from ? -1 : Number(moved > from))
      }),
    )
  })

  it('knows every leap day of four centuries', () => {
    for (let year = 1900; year < 2300; year += 1) {
      const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      expect(addDays(`${year}-02-28`, 1)).toBe(isLeap ? `${year}-02-29` : `${year}-03-01`)
      expect(isDay(`${year}-02-29`)).toBe(isLeap)
    }
  })
})

describe('periods', () => {
  it.each([
    ['MONTH', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['MONTH', '2027-02-28', '2027-02-01', '2027-02-28'],
    ['MONTH', '2028-12-31', '2028-12-01', '2028-12-31'],
    ['QUARTER', '2028-05-15', '2028-04-01', '2028-06-30'],
    ['QUARTER', '2028-12-01', '2028-10-01', '2028-12-31'],
    ['YEAR', '2028-07-01', '2028-01-01', '2028-12-31'],
  ] as const)('the %s of %s is %s to %s', (period, inside, first, last) => {
    expect(startOf(period, inside)).toBe(first)
    expect(endOf(period, inside)).toBe(last)
  })

  it('hold the day, and end where the next one starts', () => {
    fc.assert(
      fc.property(insideBounds, fc.constantFrom(...periods), (inside, period) => {
        const [first, last] = [startOf(period, inside), endOf(period, inside)]
        expect(first <= inside && inside <= last).toBe(true)
        expect(startOf(period, last)).toBe(first)
        expect(startOf(period, addDays(last, 1))).toBe(addDays(last, 1))
      }),
    )
  })
})

describe('weeks', () => {
  it('begin on the Monday before, or on the day itself', () => {
    fc.assert(
      fc.property(day, (each) => {
        const monday = mondayOf(each)
        expect(new Date(startOfDay(monday)).getUTCDay()).toBe(1)
        expect(daysBetween(monday, each)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(monday, each)).toBeLessThan(7)
      }),
    )
  })
})

describe('relative dates', () => {
  it.each([
    ['TODAY', '2028-02-28'],
    ['TODAY+2', '2028-03-01'],
    ['TODAY-59', '2027-12-31'],
    ['START_OF_QUARTER', '2028-01-01'],
    ['END_OF_MONTH', '2028-02-29'],
    ['2031-05-05', '2031-05-05'],
    ['soon', null],
    ['2027-02-29', null],
  ])('%s, seen on 28 February 2028, is %s', (text, expected) => {
    expect(resolveDate(text, '2028-02-28')).toBe(expected)
  })

  it('are printed as they are read', () => {
    fc.assert(
      fc.property(days, (count) => {
        expect(parseRelativeDate(printRelativeDate({ days: count }))).toEqual({ days: count })
      }),
    )
    for (const period of periods) {
      expect(parseRelativeDate(printRelativeDate({ edge: 'END', period }))).toEqual({ edge: 'END', period })
    }
  })

  it('never lead out of the calendar', () => {
    fc.assert(fc.property(day, days, (today, count) => isDay(resolveDate(printRelativeDate({ days: count }), today))))
  })
})
