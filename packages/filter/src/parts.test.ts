import { describe, expect, it } from 'vitest'
import { joinParts, partsOf, withoutField } from './parts.ts'
import type { FilterTree } from './tree.ts'

const isNew: FilterTree = { field: 'StatusName', op: 'EQ', value: ['New'] }
const isDue: FilterTree = { field: 'DueDate', op: 'LT', value: ['TODAY'] }
const either: FilterTree = { or: [isNew, isDue] }

describe('the parts of a filter', () => {
  it('are what has to hold at once', () => {
    expect(partsOf(null)).toEqual([])
    expect(partsOf(isNew)).toEqual([isNew])
    expect(partsOf(either)).toEqual([either])
    expect(partsOf({ and: [isNew, either] })).toEqual([isNew, either])
  })

  it('make the filter again', () => {
    for (const tree of [null, isNew, either, { and: [isNew, isDue] }]) expect(joinParts(partsOf(tree))).toEqual(tree)
  })

  it('can be had without those on one field, groups left alone', () => {
    expect(withoutField({ and: [isNew, isDue, either] }, 'StatusName')).toEqual({ and: [isDue, either] })
    expect(withoutField({ and: [isNew, isDue] }, 'StatusName')).toEqual(isDue)
    expect(withoutField(isNew, 'StatusName')).toBeNull()
    expect(withoutField(either, 'StatusName')).toEqual(either)
  })
})
