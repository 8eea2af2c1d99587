import { deniedBy } from './operator.ts'
import { isCondition, type Condition, type FilterTree, type Operator } from './tree.ts'

/**
 * The same filter with every `not` pushed down to the conditions (De Morgan) and into their operators. What has no opposite
 * (STARTS_WITH, ENDS_WITH) keeps its `not`. An order is not the opposite of the other order: the empty pass neither, so they are added.
 */
export function pushNot(tree: FilterTree): FilterTree {
  if ('and' in tree) return { and: tree.and.map(pushNot) }
  if ('or' in tree) return { or: tree.or.map(pushNot) }
  return isCondition(tree) ? tree : deny(tree.not)
}

function deny(tree: FilterTree): FilterTree {
  if ('and' in tree) return { or: tree.and.map(deny) }
  if ('or' in tree) return { and: tree.or.map(deny) }
  return isCondition(tree) ? denyCondition(tree) : pushNot(tree.not)
}

const denies: Partial<Record<Operator, Operator>> = {
  EQ: 'NE',
  IN: 'NE',
  INCLUDES: 'EXCLUDES',
  CONTAINS: 'DOES_NOT_CONTAINS',
  IS_NULL: 'IS_NOT_NULL',
  ...deniedBy,
}
const otherSide: Partial<Record<Operator, Operator>> = { GT: 'LTE', GTE: 'LT', LT: 'GTE', LTE: 'GT' }

function denyCondition(condition: Condition): FilterTree {
  const { field, op, value = [] } = condition
  const opposite = denies[op]
  if (opposite) return { ...condition, op: opposite }
  const empty: Condition = { field, op: 'IS_NULL' }
  const outside = otherSide[op]
  if (outside) return { or: [{ field, op: outside, value }, empty] }
  if (op !== 'BTW') return { not: condition }
  const [low, high] = [value.slice(0, 1), value.slice(1)]
  return { or: [{ field, op: 'LT', value: low }, { field, op: 'GT', value: high }, empty] }
}
