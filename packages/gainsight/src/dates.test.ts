import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCalendarDate, readCalendarDate, readInstant } from './dates.ts'

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('isCalendarDate', () => {
  test('knows the days that exist', () => {
    fc.assert(fc.property(days, (day) => isCalendarDate(day)))
    expect(isCalendarDate('2024-02-29')).toBe(true)
  })

  test('refuses what no calendar has, and other ways of writing', () => {
    for (const other of [
      '2023-02-29',
      '2023-13-01',
      '2023-04-31',
      '2023-4-1',
      '01-04-2023',
      '2023-04-01T00:00:00Z',
      '',
      null,
    ]) {
      expect(isCalendarDate(other), JSON.stringify(other)).toBe(false)
    }
  })
})

describe('readCalendarDate', () => {
  test('reads the same day from each dialect of the tenant', () => {
    for (const written of [
      '2020-04-14',
      '2020-04-14T11:30:00Z',
      '2020-04-14 11:30:00',
      1586863800000,
      '1586863800000',
    ]) {
      expect(readCalendarDate(written), JSON.stringify(written)).toBe('2020-04-14')
    }
  })

  test('keeps the day that is written, whatever zone stands behind it', () => {
    expect(readCalendarDate('2020-04-14T23:30:00-08:00')).toBe('2020-04-14')
  })

  test('is null for what is no day', () => {
    for (const other of [
      null,
      undefined,
      '',
      'soon',
      '2020-02-30',
      Number.NaN,
      Number.POSITIVE_INFINITY,
      9e15,
      {},
      true,
    ]) {
      expect(readCalendarDate(other), JSON.stringify(other)).toBeNull()
    }
  })
})

describe('readInstant', () => {
  test('reads the same instant from each dialect of the tenant', () => {
    const instant = 1675156758024
    for (const written of [
      instant,
      String(instant),
      '2023-01-31T09:19:18.024Z',
      '2023-01-31T09:19:18.024+0000',
      '2023-01-31T10:19:18.024+01:00',
    ]) {
      expect(readInstant(written), JSON.stringify(written)).toBe(instant)
    }
  })

  test('reads a text without a zone in UTC, wherever the program runs', () => {
    expect(readInstant('2023-01-31 09:19:18')).toBe(Date.UTC(2023, 0, 31, 9, 19, 18))
    expect(readInstant('2023-01-31')).toBe(Date.UTC(2023, 0, 31))
  })

  test('is null for what is no instant', () => {
    for (const other of [null, undefined, '', '31 Jan 2023', Number.NaN, Number.NEGATIVE_INFINITY, -9e15, [], false]) {
      expect(readInstant(other), JSON.stringify(other)).toBeNull()
    }
  })
})
