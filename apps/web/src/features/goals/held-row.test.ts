import { expect, test } from 'vitest'
import { listRowAt } from './held-row.ts'

/** The list as drawn: its rows are letters, the held goal is H. */
function drawn(list: string, row: number): string {
  const listRow = list.includes('H') ? list.indexOf('H') : null
  const places = listRow === null ? list.length + 1 : list.length
  return Array.from({ length: places }, (_, place) => {
    const at = listRowAt(place, { row, listRow })
    return at === 'held' ? 'H' : list[at]
  }).join('')
}

test('a goal that moved down stays where it was, and the others close up', () => {
  expect(drawn('abcdH', 1)).toBe('aHbcd')
})

test('a goal that moved up stays where it was', () => {
  expect(drawn('Habcd', 3)).toBe('abcHd')
})

test('a goal that did not move is where it was', () => {
  expect(drawn('abHcd', 2)).toBe('abHcd')
})

test('a goal that left the list stands between those that stayed', () => {
  expect(drawn('abcd', 2)).toBe('abHcd')
})
