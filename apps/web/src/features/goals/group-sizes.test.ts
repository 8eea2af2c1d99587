import { expect, test } from 'vitest'
import { drawnSizes, strayOf } from './group-sizes.ts'

const group = (value: string | null, count: number) => ({ value, label: String(value), hint: null, count })
const by = { field: 'StatusName', direction: 'asc' } as const
const goal = (StatusName: string | null) => ({ fields: { StatusName } })

test('without a goal that is held, groups are as large as they are', () => {
  expect(drawnSizes([group('New', 3), group('On Track', 2)], by, null)).toEqual([3, 2])
})

test('a goal that went to another group still counts where it was edited', () => {
  const groups = [group('New', 2), group('On Track', 3)]
  expect(drawnSizes(groups, by, { row: 1, goal: goal('New'), listRow: 4 })).toEqual([3, 2])
})

test('a goal that left the list, or went out of sight, counts where it was edited as well', () => {
  const groups = [group('New', 2), group('On Track', 3)]
  expect(drawnSizes(groups, by, { row: 1, goal: goal('New'), listRow: null })).toEqual([3, 3])
})

test('a goal that the list still has in its group counts once', () => {
  const groups = [group('New', 3), group(null, 3)]
  expect(drawnSizes(groups, by, { row: 4, goal: goal(null), listRow: 4 })).toEqual([3, 3])
})

test('a day is of its month, and where the group is gone the goal counts in the one that is there now', () => {
  const months = { field: 'DueDate', direction: 'asc' } as const
  const held = (day: string) => ({ row: 0, goal: { fields: { DueDate: day } }, listRow: null })
  const groups = [group('2027-03', 1), group('2027-04', 2)]
  expect(drawnSizes(groups, months, held('2027-04-30'))).toEqual([1, 3])
  expect(drawnSizes(groups, months, held('2027-02-01'))).toEqual([2, 2])
})

test('a held goal says whether it left the list or only its group', () => {
  const held = { row: 1, goal: goal('New'), listRow: null }
  const drawn = (now: string, strayGsid: string | null = null) => ({
    held,
    strayGsid,
    rowAt: (row: number) => (row === 1 ? { gsid: 'a', ...goal(now) } : null),
  })
  expect(strayOf('a', drawn('New'), by)).toBeNull()
  expect(strayOf('a', drawn('On Track'), by)).toBe('group')
  expect(strayOf('a', drawn('On Track'), null)).toBeNull()
  expect(strayOf('a', drawn('On Track', 'a'), by)).toBe('list')
  expect(strayOf('b', drawn('On Track'), by)).toBeNull()
})
