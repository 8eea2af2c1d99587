import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterArbitrary } from './arbitrary.ts'
import { checkFilter } from './check.ts'
import { goldenFields } from './golden-goals.ts'
import { levelsOf, maxLevels, type Condition, type FilterTree } from './tree.ts'

const sentenceFor = (tree: FilterTree) => checkFilter(tree, goldenFields)[0]?.sentence

describe('checking a filter', () => {
  it('says where the fault is, in which field, and what to do', () => {
    const tree: FilterTree = {
      and: [{ field: 'Name', op: 'IS_NULL' }, { not: { or: [{ field: 'Nome', op: 'IS_NULL' }] } }],
    }
    expect(checkFilter(tree, goldenFields)).toEqual([
      { path: 'and.1.not.or.0.field', field: 'Nome', sentence: 'There is no field "Nome".' },
    ])
  })

  it('finds one problem in each bad condition', () => {
    const bad: Condition[] = [
      { field: 'name', op: 'IS_NULL' },
      { field: 'DueDate', op: 'EQ', value: ['2028-02-28', '2028-02-30', '2028-13-01'] },
    ]
    expect(checkFilter({ or: bad }, goldenFields)).toMatchObject([
      { path: 'or.0.field', sentence: 'There is no field "name". Did you mean Name?' },
      { path: 'or.1.value.1', field: 'DueDate' },
    ])
  })

  it.each<[string, Condition]>([
    ['CONTAINS does not go with DueDate', { field: 'DueDate', op: 'CONTAINS', value: ['2028'] }],
    ['GT does not go with Products__gc', { field: 'Products__gc', op: 'GT', value: ['Core'] }],
    ['EQ on Name takes at least one value', { field: 'Name', op: 'EQ' }],
    ['INCLUDES on Products__gc takes at least one value', { field: 'Products__gc', op: 'INCLUDES', value: [] }],
    ['GT on DueDate takes one value, not 2', { field: 'DueDate', op: 'GT', value: ['TODAY', 'TODAY'] }],
    ['BTW on DueDate takes two values, not 1', { field: 'DueDate', op: 'BTW', value: ['TODAY'] }],
    ['IS_NULL on DueDate takes no value', { field: 'DueDate', op: 'IS_NULL', value: ['TODAY'] }],
    ['BTW on Target_Value__gc takes the lower value first', { field: 'Target_Value__gc', op: 'BTW', value: [2, 1] }],
    [
      'BTW on DueDate takes the lower value first',
      { field: 'DueDate', op: 'BTW', value: ['2028-03-01', '2028-02-29'] },
    ],
    ['BTW on DueDate takes the lower value first', { field: 'DueDate', op: 'BTW', value: ['TODAY+7', 'TODAY'] }],
    ['BTW on Last_Reviewed__gc takes the lower value first', { field: 'Last_Reviewed__gc', op: 'BTW', value: [1, 0] }],
    ['BTW on Name takes the lower value first', { field: 'Name', op: 'BTW', value: ['b', 'A'] }],
    ['"12,5" does not go with Target_Value__gc', { field: 'Target_Value__gc', op: 'EQ', value: ['12,5'] }],
    ['"" does not go with Target_Value__gc', { field: 'Target_Value__gc', op: 'EQ', value: [''] }],
    [
      '"yes" does not go with Executive_Commitment__gc',
      { field: 'Executive_Commitment__gc', op: 'EQ', value: ['yes'] },
    ],
    ['"" does not go with Name', { field: 'Name', op: 'CONTAINS', value: [''] }],
    ['5 does not go with Name', { field: 'Name', op: 'EQ', value: [5] }],
    ['"a\\u0000b" does not go with Name', { field: 'Name', op: 'EQ', value: ['a\0b'] }],
    ['"\\ud800" does not go with Name', { field: 'Name', op: 'EQ', value: ['\ud800'] }],
  ])('says that %s', (words, condition) => {
    expect(sentenceFor(condition)).toContain(words)
  })

  it.each([
    '2027-02-29',
    '2028-2-28',
    '28.02.2028',
    '0000-01-01',
    '2028-02-28T00:00:00Z',
    'today',
    'TODAY+',
    'TODAY + 3',
    'TODAY+99999',
    'TODAY+1.5',
    'YESTERDAY',
    'START_OF_WEEK',
    'tomorrow',
  ])('does not take %s for a date', (value) => {
    expect(sentenceFor({ field: 'DueDate', op: 'EQ', value: [value] })).toContain(
      `${JSON.stringify(value)} does not go with DueDate`,
    )
  })

  it.each(['2028-02-29', '0001-01-01', 'TODAY', 'TODAY+30', 'TODAY-7', 'TODAY-0', 'START_OF_MONTH', 'END_OF_YEAR'])(
    'takes %s for a date',
    (value) => {
      expect(checkFilter({ field: 'DueDate', op: 'EQ', value: [value] }, goldenFields)).toEqual([])
    },
  )

  it.each(['2028-02-28', 'TODAY-1', '2028-02-28T12:00Z', '2028-02-28T12:00:00.5+05:30', 0, -1])(
    'takes %s for an instant',
    (value) => {
      expect(checkFilter({ field: 'CreatedDate', op: 'GTE', value: [value] }, goldenFields)).toEqual([])
    },
  )

  it.each(['2028-02-28T12:00:00', '2028-02-30T12:00Z', '2028-02-28T25:00Z', 1.5, 9e15, true])(
    'does not take %s for an instant',
    (value) => {
      expect(sentenceFor({ field: 'CreatedDate', op: 'GTE', value: [value] })).toContain('does not go with CreatedDate')
    },
  )

  it('lets through an order that depends on the day', () => {
    const tree: Condition = { field: 'DueDate', op: 'BTW', value: ['TODAY+20', 'END_OF_MONTH'] }
    expect(checkFilter(tree, goldenFields)).toEqual([])
  })

  it('takes a hundred conditions and five levels, and no more', () => {
    const empty: Condition = { field: 'Name', op: 'IS_NULL' }
    const hundred = Array.from({ length: 100 }, () => empty)
    expect(checkFilter({ or: hundred }, goldenFields)).toEqual([])
    expect(sentenceFor({ or: [...hundred, empty] })).toBe(
      'A filter can hold at most 100 conditions; this one holds 101.',
    )
    expect(sentenceFor({ not: { not: { not: { not: { not: empty } } } } })).toBeUndefined()
    expect(sentenceFor({ not: { not: { not: { not: { not: { not: { and: [] } } } } } } })).toBe(
      'A filter can be nested at most 5 levels deep.',
    )
  })

  it('finds nothing but swapped ends in filters made by the rules', () => {
    fc.assert(
      fc.property(filterArbitrary, (tree) => {
        fc.pre(levelsOf(tree) <= maxLevels)
        const others = checkFilter(tree, goldenFields).filter(
          ({ sentence }) => !sentence.includes('the lower value first'),
        )
        expect(others).toEqual([])
      }),
    )
  })
})
