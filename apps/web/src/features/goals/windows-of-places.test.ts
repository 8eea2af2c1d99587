import { expect, test } from 'vitest'
import { flatPlaces, groupedPlaces } from './grid-places.ts'
import { windowsOfPlaces } from './windows-of-places.ts'

test('near an edge the neighbour is read ahead, and never beyond the end', () => {
  const places = flatPlaces(100_000)
  expect(windowsOfPlaces(places, { first: 0, last: 21 }, null)).toEqual([0])
  expect(windowsOfPlaces(places, { first: 45, last: 66 }, null)).toEqual([0, 1])
  expect(windowsOfPlaces(places, { first: 99_980, last: 99_999 }, null)).toEqual([999])
  expect(windowsOfPlaces(flatPlaces(0), { first: 0, last: 21 }, null)).toEqual([])
})

test('the row that has the focus is read however far away it is', () => {
  expect(windowsOfPlaces(flatPlaces(100_000), { first: 0, last: 21 }, 55_555)).toEqual([0, 555])
})

test('of folded groups nothing is read, and beyond one the rows behind it', () => {
  const sizes = [40_000, 40_000, 20_000]
  expect(
    windowsOfPlaces(
      groupedPlaces(sizes, () => true),
      { first: 0, last: 21 },
      null,
    ),
  ).toEqual([])
  expect(
    windowsOfPlaces(
      groupedPlaces(sizes, (group) => group < 2),
      { first: 0, last: 21 },
      null,
    ),
  ).toEqual([800])
})
