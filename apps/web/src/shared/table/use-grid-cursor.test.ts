import { expect, test } from 'vitest'
import { targetOf } from './use-grid-cursor.ts'

const grid = { at: 10, page: 20, total: 100 }

test.each([
  ['ArrowDown', 11],
  ['ArrowUp', 9],
  ['PageDown', 30],
  ['PageUp', 0],
  ['Home', 0],
  ['End', 99],
  ['Tab', null],
])('%s leads to %s', (key, row) => {
  expect(targetOf(key, grid)).toBe(row)
})

test('the first arrow goes to the first row, and nothing goes anywhere in an empty list', () => {
  expect(targetOf('ArrowDown', { ...grid, at: -1 })).toBe(0)
  expect(targetOf('ArrowUp', { ...grid, at: -1 })).toBe(0)
  expect(targetOf('End', { ...grid, total: 0 })).toBeNull()
})
