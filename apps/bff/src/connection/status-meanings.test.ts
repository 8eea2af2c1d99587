import { expect, test } from 'vitest'
import { joinTyped, namedTwice, type StatusMeaning } from './status-meanings.ts'

const meant = (id: string | null, name: string): StatusMeaning => ({
  id,
  name,
  meaning: 'planned',
  order: 0,
  color: null,
})

test('a list may not hold a name or an id twice', () => {
  expect(namedTwice([meant('A', 'New'), meant('B', 'On Track')])).toBeNull()
  expect(namedTwice([meant('A', 'New'), meant(null, ' new ')])).toBe(' new ')
  expect(namedTwice([meant('A', 'New'), meant('A', 'Renamed')])).toBe('Renamed')
})

test('an id that is given the name of a typed status takes its place', () => {
  expect(joinTyped([meant(null, 'New'), meant('A', 'new'), meant(null, 'Parked')])).toEqual([
    meant('A', 'new'),
    meant(null, 'Parked'),
  ])
})
