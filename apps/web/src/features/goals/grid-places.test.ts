import { expect, test } from 'vitest'
import { flatPlaces, groupedPlaces, type GridPlace, type GridPlaces } from './grid-places.ts'

const all = (places: GridPlaces): GridPlace[] => Array.from({ length: places.total }, (_, place) => places.at(place))
const words = (places: GridPlaces) =>
  all(places)
    .map((each) => (each.kind === 'group' ? `#${each.group}` : each.row))
    .join(' ')

test('rows stand below the headers of their groups', () => {
  expect(words(groupedPlaces([2, 1, 3], () => false))).toBe('#0 0 1 #1 2 #2 3 4 5')
})

test('a folded group leaves no rows', () => {
  expect(words(groupedPlaces([2, 1, 3], (group) => group === 1))).toBe('#0 0 1 #1 #2 3 4 5')
  expect(words(groupedPlaces([2, 1, 3], () => true))).toBe('#0 #1 #2')
})

test('a list without groups is drawn as it is', () => {
  expect(words(flatPlaces(3))).toBe('0 1 2')
})

/** Every list of up to three groups of up to three goals, folded in every way. */
const lists = (function grow(groups: { size: number; folded: boolean }[]): (typeof groups)[] {
  if (groups.length === 3) return [groups]
  const longer = [1, 2, 3].flatMap((size) => [true, false].flatMap((folded) => grow([...groups, { size, folded }])))
  return groups.length === 0 ? longer : [groups, ...longer]
})([])

test('every row and every header is drawn once, in its order, and is found again', () => {
  expect(lists).toHaveLength(6 + 36 + 216)
  for (const groups of lists) {
    const places = groupedPlaces(
      groups.map(({ size }) => size),
      (group) => groups[group]?.folded ?? false,
    )
    const drawn = all(places)
    let row = 0
    const expected = groups.flatMap(({ size, folded }, group): GridPlace[] => {
      const first = row
      row += size
      const rows = Array.from({ length: folded ? 0 : size }, (_, at) => ({ kind: 'goal' as const, row: first + at }))
      return [{ kind: 'group', group }, ...rows]
    })
    expect(drawn).toEqual(expected)
    for (const [place, each] of drawn.entries()) {
      expect(each.kind === 'group' ? places.ofGroup(each.group) : places.ofRow(each.row)).toBe(place)
      const group = places.groupAt(place) ?? expect.fail('A place without a group.')
      const { first, last } = places.rowsOf(group)
      if (each.kind === 'goal') expect(each.row >= first && each.row <= last).toBe(true)
      else expect(each.group).toBe(group)
    }
  }
})

test('the rows of a folded group are found at its header', () => {
  const places = groupedPlaces([2, 4], (group) => group === 1)
  expect(places.ofRow(3)).toBe(3)
  expect(places.rowsOf(1)).toEqual({ first: 2, last: 5 })
})
