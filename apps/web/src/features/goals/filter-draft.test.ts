import { checkFilter } from '@goalkeeper/filter/check'
import { passes } from '@goalkeeper/filter/evaluate'
import { goldenCases } from '@goalkeeper/filter/golden'
import { goldenFields, goldenGoals, goldenToday } from '@goalkeeper/filter/golden-goals'
import { switchedOn } from '@goalkeeper/filter/switched-off'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import { describe, expect, it } from 'vitest'
import { draftOf, isGroup, levelsOfDraft, newCondition, newGroup, treeOf, type DraftCondition } from './filter-draft.ts'

const isNew: KeptFilter = { field: 'StatusName', op: 'EQ', value: ['New'] }
const isDue: KeptFilter = { field: 'DueDate', op: 'LT', value: ['TODAY'] }
const condition = (parts: Partial<DraftCondition>): DraftCondition => ({ ...newCondition(), ...parts })

describe('a filter in the builder', () => {
  const context = { fields: goldenFields, today: goldenToday }
  const cases = goldenCases.filter(({ tree }) => !/"(and|or)":\[\]/.test(JSON.stringify(tree)))

  it.each(cases)('means the same when it is taken over: $name', ({ tree, expect: expected }) => {
    const taken = switchedOn(treeOf(draftOf(tree, goldenFields), goldenFields)) ?? { and: [] }
    expect(checkFilter(taken, goldenFields)).toEqual([])
    expect(goldenGoals.filter((goal) => passes(taken, goal, context)).map(({ gsid }) => gsid)).toEqual(expected)
  })

  it.each<[string, KeptFilter]>([
    ['a condition', isNew],
    ['all of', { and: [isNew, isDue] }],
    ['any of', { or: [isNew, isDue] }],
    ['none of', { not: { or: [isNew, isDue] } }],
    ['none of one', { not: isNew }],
    ['a condition that is switched off', { off: isNew }],
    ['one of two that is switched off', { or: [{ off: isNew }, isDue] }],
    ['a group that is switched off', { and: [isNew, { off: { or: [isNew, { off: isDue }] } }] }],
    ['all there is, switched off', { off: { and: [isNew, isDue] } }],
    ['none of one that is switched off', { not: { off: isNew } }],
    ['groups in groups', { and: [isNew, { or: [isDue, { not: { or: [isNew, isDue] } }] }] }],
  ])('is written as it was read: %s', (_, tree) => {
    expect(treeOf(draftOf(tree, goldenFields), goldenFields)).toEqual(tree)
  })

  it('shows one operator for those that mean the same', () => {
    const shown = (tree: KeptFilter) => {
      const [node] = draftOf(tree, goldenFields).members
      return node && !isGroup(node) ? node.op : null
    }
    expect(shown({ field: 'StatusName', op: 'EQ', value: ['New'] })).toBe('IN')
    expect(shown({ field: 'StatusName', op: 'INCLUDES', value: ['New'] })).toBe('IN')
    expect(shown({ field: 'StatusName', op: 'EXCLUDES', value: ['New'] })).toBe('NE')
    expect(shown({ field: 'Products__gc', op: 'INCLUDES', value: ['Core'] })).toBe('INCLUDES')
    expect(shown({ field: 'DueDate', op: 'IN', value: ['TODAY'] })).toBe('EQ')
  })

  it('hands on what is complete and keeps the rest to itself', () => {
    const draft = newGroup('all', [
      condition({ field: 'StatusName', op: 'IN', value: ['New'] }),
      condition({ field: null }),
      condition({ field: 'DueDate', op: 'LT', value: [] }),
      condition({ field: 'Target_Value__gc', op: 'GT', value: ['12,'] }),
      newGroup('any', [condition({ field: 'Name', op: 'CONTAINS', value: [] })]),
    ])
    expect(treeOf(draft, goldenFields)).toEqual(isNew)
    expect(treeOf(newGroup('none', []), goldenFields)).toBeNull()
  })

  it('counts levels as the filter will have them', () => {
    expect(levelsOfDraft(newGroup('all', []))).toBe(1)
    expect(levelsOfDraft(newGroup('none', [newGroup('any', [newCondition()])]))).toBe(2)
  })
})
