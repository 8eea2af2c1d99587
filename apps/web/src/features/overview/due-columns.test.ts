import { addDays, daysBetween, mondayOf } from '@goalkeeper/filter/dates'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dueTimeline, rangeWords } from './due-columns.ts'

const today = '2026-11-27'
const on = (when: string, planned = 1) => ({ when, planned, 'on track': 0, 'at risk': 0 })
const plannedOf = (days: string[], period: 'week' | 'month', from = today) =>
  dueTimeline(
    days.map((day) => on(day)),
    from,
    period,
  )

describe('by week', () => {
  test('begins today, and goes on from Monday to Sunday until half a year is over', () => {
    const { columns, horizon } = plannedOf([], 'week')
    expect(columns.slice(0, 2)).toMatchObject([
      { from: '2026-11-27', to: '2026-11-29', label: '27 to 29 Nov' },
      { from: '2026-11-30', to: '2026-12-06', label: '30 Nov to 6 Dec' },
    ])
    expect([columns.at(-1)?.to, horizon]).toEqual(['2027-05-29', '2027-05-29'])
  })

  test('what is late, far off or undated has a place of its own', () => {
    const { overdue, later, undated } = dueTimeline([on('overdue', 3), on('later', 4), on('none', 5)], today, 'week')
    expect([overdue.planned, later.planned, undated.planned]).toEqual([3, 4, 5])
  })
})

test('by month, the first and the last are as short as they are', () => {
  const { columns } = plannedOf(['2026-11-30', '2026-12-01', '2026-12-31'], 'month')
  expect(columns.map(({ from, to }) => [from, to])[0]).toEqual(['2026-11-27', '2026-11-30'])
  expect(columns.map(({ goals }) => goals.planned).slice(0, 3)).toEqual([1, 2, 0])
  expect(columns.at(-1)?.to).toBe('2027-05-29')
})

const zones = [
  ['Etc/GMT+12', 720],
  ['America/New_York', 300],
  ['UTC', 0],
  ['Asia/Kolkata', -330],
  ['Pacific/Kiritimati', -840],
] as const

afterEach(() => void vi.unstubAllEnvs())

test.each(zones)('every day from today to the horizon is in exactly one column, also in %s', (zone, offset) => {
  vi.stubEnv('TZ', zone)
  expect(new Date(2026, 0, 15).getTimezoneOffset()).toBe(offset)
  // Over a leap day, the turn of a year, and both changes of the clock.
  for (let start = 0; start < 800; start += 13) {
    const from = addDays('2027-01-01', start)
    const days = Array.from({ length: 184 }, (_, index) => addDays(from, index))
    for (const period of ['week', 'month'] as const) {
      const { columns } = plannedOf(days, period, from)
      expect(columns.reduce((sum, { goals }) => sum + goals.planned, 0)).toBe(184)
      for (const [index, column] of columns.entries()) {
        expect(column.goals.planned).toBe(daysBetween(column.from, column.to) + 1)
        const next = columns[index + 1]
        if (!next) continue
        expect(next.from).toBe(addDays(column.to, 1))
        expect(period === 'week' ? mondayOf(next.from) : `${next.from.slice(0, 7)}-01`).toBe(next.from)
      }
    }
  }
})

test.each([
  ['2026-12-02', '2026-12-08', '2 to 8 Dec'],
  ['2026-11-30', '2026-12-06', '30 Nov to 6 Dec'],
  ['2026-12-28', '2027-01-03', '28 Dec to 3 Jan 2027'],
  ['2026-12-02', '2026-12-02', '2 Dec'],
])('%s to %s is %s', (from, to, words) => {
  expect(rangeWords(from, to, today)).toBe(words)
})
