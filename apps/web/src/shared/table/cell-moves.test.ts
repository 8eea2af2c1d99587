import { describe, expect, test } from 'vitest'
import { cellMove, headerRow, rangeBetween } from './cell-moves.ts'

const extent = { rows: 100, columns: 8, page: 20, hasHeader: true }
const press = (key: string, modifiers = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers })
const from = { row: 10, column: 2 }

test.each([
  ['ArrowDown', { row: 11, column: 2 }],
  ['ArrowUp', { row: 9, column: 2 }],
  ['ArrowLeft', { row: 10, column: 1 }],
  ['ArrowRight', { row: 10, column: 3 }],
  ['Home', { row: 10, column: 0 }],
  ['End', { row: 10, column: 7 }],
  ['PageDown', { row: 30, column: 2 }],
  ['PageUp', { row: 0, column: 2 }],
  ['Tab', null],
])('%s leads to %o', (key, place) => {
  expect(cellMove(press(key), from, extent)).toEqual(place)
})

test.each([
  ['Home', { row: 0, column: 0 }],
  ['End', { row: 99, column: 7 }],
  ['ArrowUp', { row: 0, column: 2 }],
  ['ArrowDown', { row: 99, column: 2 }],
  ['ArrowLeft', { row: 10, column: 0 }],
  ['ArrowRight', { row: 10, column: 7 }],
])('Ctrl+%s, or with the command key, leads to %o', (key, place) => {
  expect(cellMove(press(key, { ctrlKey: true }), from, extent)).toEqual(place)
  expect(cellMove(press(key, { metaKey: true }), from, extent)).toEqual(place)
})

describe('the headers', () => {
  test('stand above the first row, and PageUp stops below them', () => {
    expect(cellMove(press('ArrowUp'), { row: 0, column: 3 }, extent)).toEqual({ row: headerRow, column: 3 })
    expect(cellMove(press('ArrowUp'), { row: headerRow, column: 3 }, extent)).toEqual({ row: headerRow, column: 3 })
    expect(cellMove(press('PageUp'), { row: 3, column: 3 }, extent)).toEqual({ row: 0, column: 3 })
    expect(cellMove(press('ArrowDown'), { row: headerRow, column: 3 }, extent)).toEqual({ row: 0, column: 3 })
  })
  test('are all that there is of an empty grid', () => {
    const empty = { ...extent, rows: 0 }
    expect(cellMove(press('ArrowDown'), { row: 0, column: 3 }, empty)).toEqual({ row: headerRow, column: 3 })
    expect(cellMove(press('End', { ctrlKey: true }), { row: 0, column: 3 }, { ...empty, hasHeader: false })).toBeNull()
  })
})

test('no key leads out of the grid, wherever it is pressed', () => {
  const small = { rows: 3, columns: 2, page: 5, hasHeader: true }
  const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']
  for (const key of keys)
    for (const ctrlKey of [true, false])
      for (const hasHeader of [true, false])
        for (let row = hasHeader ? headerRow : 0; row < 3; row += 1)
          for (let column = 0; column < 2; column += 1) {
            const at = cellMove(press(key, { ctrlKey }), { row, column }, { ...small, hasHeader }) ?? { row, column }
            expect(at.row).toBeGreaterThanOrEqual(hasHeader ? headerRow : 0)
            expect(at.row).toBeLessThan(3)
            expect([0, 1]).toContain(at.column)
          }
})

test('a range lies between two cells, whichever was first', () => {
  const range = { firstRow: 2, lastRow: 5, firstColumn: 1, lastColumn: 4 }
  expect(rangeBetween({ row: 5, column: 1 }, { row: 2, column: 4 })).toEqual(range)
  expect(rangeBetween({ row: 2, column: 4 }, { row: 5, column: 1 })).toEqual(range)
})
