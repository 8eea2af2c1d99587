import { expect, test } from 'vitest'
import { fitting } from './fitting.ts'

const placesOf = (...asked: Parameters<typeof fitting>) => [...fitting(...asked)].toSorted((one, other) => one - other)

test('tabs are shown from the left as far as there is room, and always the one that is open', () => {
  expect(placesOf([80, 60, 60, 60], 260, 0)).toEqual([0, 1, 2, 3])
  expect(placesOf([80, 60, 60, 60], 259, 0)).toEqual([0, 1, 2])
  expect(placesOf([80, 60, 60, 60], 200, 3)).toEqual([0, 1, 3])
  expect(placesOf([80, 60, 60, 60], 0, 2)).toEqual([2])
})

test('none overtakes one that found no room', () => {
  expect(placesOf([80, 200, 20], 120, 0)).toEqual([0])
})
