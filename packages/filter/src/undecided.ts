import { closedOf, linkedField, type LinkedKind, unresolvedOf } from './linked-fields.ts'
import { deniedBy } from './operator.ts'
import { conditionsOf, isCondition, type Condition, type FilterTree } from './tree.ts'

/**
 * The goals of which nobody can tell whether they pass a filter, as a filter: they link to records of which nothing is known (yet), and what
 * those turn out to be decides. Null when the filter does not ask about linked records.
 */
export function undecidedBy(tree: FilterTree): FilterTree | null {
  const kinds = new Set(conditionsOf(tree).flatMap((condition) => (doubtIn(condition) ? kindOf(condition) : [])))
  if (kinds.size === 0) return null
  // The first says nothing new, but few goals pass it, and an index finds them.
  return { and: [{ or: [...kinds].map(isUnresolved) }, bounded(tree, 'perhaps'), { not: bounded(tree, 'surely') }] }
}

/** The goals that pass a filter whatever the linked records of which nothing is known turn out to be. */
export const surely = (tree: FilterTree): FilterTree => bounded(tree, 'surely')

type Bound = 'surely' | 'perhaps'

function bounded(tree: FilterTree, bound: Bound): FilterTree {
  const inside = (child: FilterTree) => bounded(child, bound)
  if ('and' in tree) return { and: tree.and.map(inside) }
  if ('or' in tree) return { or: tree.or.map(inside) }
  if (isCondition(tree)) return boundedCondition(tree, bound)
  return { not: bounded(tree.not, bound === 'surely' ? 'perhaps' : 'surely') }
}

/** A value that becomes known can make an affirmation true and a denial false, and never the other way round. */
function boundedCondition(condition: Condition, bound: Bound): FilterTree {
  const doubt = doubtIn(condition)
  if (!doubt) return condition
  const isDenial =
    condition.op === 'IS_NULL' || (condition.op !== 'IS_NOT_NULL' && deniedBy[condition.op] !== undefined)
  if (isDenial) return bound === 'surely' ? { and: [condition, { not: doubt }] } : condition
  return bound === 'perhaps' ? { or: [condition, doubt] } : condition
}

/** When a condition is open to doubt. Of what is closed only where that is not settled by the records that are known. */
function doubtIn({ field: name }: Condition): FilterTree | null {
  const field = linkedField(name)
  if (!field || name === unresolvedOf(field.kind)) return null
  const open = isUnresolved(field.kind)
  return name === closedOf(field.kind) ? { and: [open, { field: name, op: 'IS_NULL' }] } : open
}

const kindOf = ({ field }: Condition) => linkedField(field)?.kind ?? []

const isUnresolved = (kind: LinkedKind): Condition => ({ field: unresolvedOf(kind), op: 'IS_NOT_NULL' })
