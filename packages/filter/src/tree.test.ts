import { describe, expect, it } from 'vitest'
import { conditionsOf, filterTreeSchema, levelsOf, type FilterTree } from './tree.ts'

const isNew: FilterTree = { field: 'StatusName', op: 'EQ', value: ['New'] }

function nested(levels: number): FilterTree {
  return levels === 0 ? isNew : { and: [nested(levels - 1)] }
}

function noneOf(levels: number): FilterTree {
  return levels === 0 ? isNew : { not: { or: [noneOf(levels - 1), isNew] } }
}

function faultIn(input: unknown): string {
  const parsed = filterTreeSchema.safeParse(input)
  return parsed.success ? 'none' : parsed.error.issues.map(({ message }) => message).join(' ')
}

describe('the shape of a filter', () => {
  it.each<[string, FilterTree]>([
    ['a single condition', isNew],
    ['a condition without a value', { field: 'DueDate', op: 'IS_NULL' }],
    ['groups in groups', { or: [{ and: [isNew, { not: isNew }] }, { not: { or: [] } }] }],
    ['five levels', nested(5)],
    ['five groups of which none holds', noneOf(5)],
  ])('takes %s', (_, tree) => {
    expect(filterTreeSchema.parse(tree)).toEqual(tree)
  })

  it('names an operator that does not exist, and where it stands', () => {
    const fault = faultIn({ and: [isNew, { field: 'Name', op: 'LIKE', value: ['x'] }] })
    expect(fault).toContain('and.1')
    expect(fault).toContain('"LIKE" is no operator')
    expect(fault).toContain('CONTAINS')
  })

  it.each<[string, unknown, string]>([
    ['a group of two kinds', { and: [], or: [] }, 'or'],
    ['a value that is not a list', { field: 'Name', op: 'EQ', value: 'New' }, 'value'],
    ['a value of a list that is a list', { field: 'Name', op: 'EQ', value: [['New']] }, 'value.0'],
    ['something else', { filter: isNew }, 'A filter is a condition'],
    ['nothing', null, 'A filter is a condition'],
  ])('refuses %s', (_, input, words) => {
    expect(faultIn(input)).toContain(words)
  })

  it('refuses six levels, and does not go down a hundred thousand', () => {
    expect(faultIn(nested(6))).toBe('A filter can be nested at most 5 levels deep.')
    expect(faultIn(noneOf(6))).toBe('A filter can be nested at most 5 levels deep.')
    let deep: unknown = isNew
    for (let level = 0; level < 100_000; level += 1) deep = { not: deep }
    expect(faultIn(deep)).toBe('A filter can be nested at most 5 levels deep.')
  })
})

describe('walking a filter', () => {
  it('counts levels by the groups around a condition', () => {
    expect(levelsOf(isNew)).toBe(0)
    expect(levelsOf({ not: { or: [] } })).toBe(1)
    expect(levelsOf({ not: { not: { or: [{ not: isNew }] } } })).toBe(3)
    expect(levelsOf({ and: [isNew, { or: [{ not: isNew }] }] })).toBe(3)
  })

  it('finds the conditions in the order in which they are written', () => {
    const tree: FilterTree = {
      or: [{ not: { field: 'A', op: 'IS_NULL' } }, { and: [isNew, { field: 'B', op: 'IS_NULL' }] }],
    }
    expect(conditionsOf(tree).map(({ field }) => field)).toEqual(['A', 'StatusName', 'B'])
  })
})
