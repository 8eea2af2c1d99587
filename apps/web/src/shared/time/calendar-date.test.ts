import { describe, expect, test } from 'vitest'
import { calendarDateAt, shortDate, weekdayOf } from './calendar-date.ts'

test('the date at an instant is the one on the viewer’s own calendar', () => {
  expect(calendarDateAt(new Date(2026, 2, 1, 0, 0, 1))).toBe('2026-03-01')
  expect(calendarDateAt(new Date(2026, 2, 1, 23, 59, 59))).toBe('2026-03-01')
})

describe('short date', () => {
  test('leaves the year out when it is this one', () => {
    expect(shortDate('2026-03-31', '2026-11-23')).toBe('31 Mar')
    expect(shortDate('2027-03-01', '2026-11-23')).toBe('1 Mar 2027')
  })
  test('passes through what is no date', () => {
    expect(shortDate('soon', '2026-11-23')).toBe('soon')
    expect(shortDate('2026-02-30', '2026-11-23')).toBe('2026-02-30')
  })
})

test('weekdays, also before 1970', () => {
  expect(weekdayOf('2026-11-23')).toBe('Monday')
  expect(weekdayOf('1969-12-31')).toBe('Wednesday')
  expect(weekdayOf('someday')).toBe('')
})
