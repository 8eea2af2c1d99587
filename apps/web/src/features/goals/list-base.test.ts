import type { FilterTree } from '@goalkeeper/filter/tree'
import { describe, expect, test } from 'vitest'
import { differingKeys, isBare, patchAddress, readGoalsAddress, searchOver, type GoalsAddress } from './list-base.ts'
import type { GoalListSearch } from './list-search.ts'

const open: FilterTree = { field: 'Open', op: 'EQ', value: [true] }
const base: GoalListSearch = { filter: open, sort: '-DueDate', columns: 'StatusName,Name' }

describe('the address of a view', () => {
  test('shows the view as it is, and what stands beside it goes over it', () => {
    expect(searchOver({ view: 'kx2' }, base)).toEqual(base)
    expect(searchOver({ view: 'kx2', sort: 'Name', without: 'filter' }, base)).toEqual({
      sort: 'Name',
      columns: 'StatusName,Name',
    })
    expect(searchOver({ q: 'north' }, null)).toEqual({ q: 'north' })
  })

  test('holds what differs, and nothing else', () => {
    const address = patchAddress({ view: 'kx2' }, { filter: undefined, q: 'north' }, base, true)
    expect(address).toEqual({ view: 'kx2', q: 'north', without: 'filter' })
    expect(patchAddress(address, { filter: { and: [open] }, q: undefined }, base, true)).toEqual({ view: 'kx2' })
  })

  test('keeps what belongs to an open goal', () => {
    const address: GoalsAddress & { tab: string } = { view: 'kx2', tab: 'links' }
    expect(patchAddress(address, { sort: 'Name' }, base, false)).toEqual({ view: 'kx2', tab: 'links', sort: 'Name' })
  })

  test('means the same list whatever is changed of it, and back again', () => {
    const parts = [open, { not: open }, undefined].flatMap((filter) =>
      ['north', undefined].flatMap((q) =>
        ['Name', undefined].flatMap((sort) => ['Name', undefined].map((columns) => ({ filter, q, sort, columns }))),
      ),
    )
    for (const view of parts) {
      for (const first of parts) {
        const once = patchAddress({ view: 'kx2' }, first, view, true)
        expect(differingKeys(searchOver(once, view), first)).toEqual([])
        for (const second of parts) {
          const twice = patchAddress(once, second, view, true)
          expect(differingKeys(searchOver(twice, view), second)).toEqual([])
        }
        expect(patchAddress(once, view, view, true)).toEqual({ view: 'kx2' })
      }
    }
  })
})

test('an address without a view says that it means none, where one would open by itself', () => {
  expect(patchAddress({ q: 'north' }, { q: undefined }, null, true)).toEqual({ view: 'all' })
  expect(patchAddress({ q: 'north' }, { q: undefined }, null, false)).toEqual({})
  expect([isBare({}), isBare({ view: 'all' }), isBare({ q: 'x' })]).toEqual([true, false, false])
})

test('nonsense is left out and named', () => {
  expect(readGoalsAddress({ view: ['x'], link: 7, without: '<b>', q: 'x' })).toEqual({
    q: 'x',
    dropped: ['view', 'link', 'without'],
  })
  expect(readGoalsAddress({ view: 'kx2p', without: 'filter,q' })).toEqual({ view: 'kx2p', without: 'filter,q' })
})
