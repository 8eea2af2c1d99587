import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterArbitrary, goalsArbitrary } from './arbitrary.ts'
import { passes } from './evaluate.ts'
import { goldenFields, goldenToday } from './golden-goals.ts'
import { pushNot } from './negation.ts'
import { childrenOf, isCondition, type FilterTree } from './tree.ts'

const context = { fields: goldenFields, today: goldenToday }

describe('not', () => {
  it('is the plain complement', () => {
    fc.assert(
      fc.property(filterArbitrary, goalsArbitrary, (tree, goals) =>
        goals.every((goal) => passes({ not: tree }, goal, context) !== passes(tree, goal, context)),
      ),
    )
  })

  it('can be pushed down to the conditions without changing what passes', () => {
    fc.assert(
      fc.property(filterArbitrary, goalsArbitrary, (tree, goals) =>
        goals.every((goal) => passes(pushNot(tree), goal, context) === passes(tree, goal, context)),
      ),
      { numRuns: 300 },
    )
  })

  it('stays only on conditions that have no opposite', () => {
    fc.assert(
      fc.property(filterArbitrary, (tree) => {
        expect(deniedOps(pushNot(tree)).filter((op) => op !== 'STARTS_WITH' && op !== 'ENDS_WITH')).toEqual([])
      }),
    )
  })

  it('keeps the empty when an order is turned round', () => {
    const tree: FilterTree = { not: { field: 'DueDate', op: 'GT', value: ['TODAY'] } }
    expect(pushNot(tree)).toEqual({
      or: [
        { field: 'DueDate', op: 'LTE', value: ['TODAY'] },
        { field: 'DueDate', op: 'IS_NULL' },
      ],
    })
  })
})

function deniedOps(tree: FilterTree): string[] {
  if (isCondition(tree)) return []
  if ('not' in tree) return isCondition(tree.not) ? [tree.not.op] : ['not of a group']
  return childrenOf(tree).flatMap(deniedOps)
}
