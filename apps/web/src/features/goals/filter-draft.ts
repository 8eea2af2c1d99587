import { checkFilter } from '@goalkeeper/filter/check'
import { fieldNamed, type FilterField } from '@goalkeeper/filter/field'
import { joinParts } from '@goalkeeper/filter/parts'
import { isCondition, type Condition, type FilterValue, type KeptFilter, type Operator } from '@goalkeeper/filter/tree'
import { keptOperator, shownOperator } from './filter-operators.ts'

/** A condition in the making: its field may not be chosen yet, and its values may be missing or half typed. */
export type DraftCondition = { id: string; isOff: boolean; field: string | null; op: Operator; value: FilterValue[] }
export type GroupMode = 'all' | 'any' | 'none'
/** The group that holds everything is never switched off. */
export type DraftGroup = { id: string; isOff: boolean; mode: GroupMode; members: DraftNode[] }
export type DraftNode = DraftCondition | DraftGroup

export const isGroup = (node: DraftNode): node is DraftGroup => 'members' in node

let lastId = 0
const newId = () => `filter-${(lastId += 1)}`

export const newCondition = (): DraftCondition => ({ id: newId(), isOff: false, field: null, op: 'IN', value: [] })
export const newGroup = (mode: GroupMode, members: DraftNode[]): DraftGroup => ({
  id: newId(),
  isOff: false,
  mode,
  members,
})

/** The same again, with ids of its own. */
export function copyOf(node: DraftNode): DraftNode {
  return { ...node, id: newId(), ...(isGroup(node) && { members: node.members.map(copyOf) }) }
}

/** A filter as the builder shows it: one group that holds everything. */
export function draftOf(tree: KeptFilter | null, fields: readonly FilterField[]): DraftGroup {
  if (tree === null) return newGroup('all', [])
  const node = nodeOf(tree, fields)
  return isGroup(node) && !node.isOff ? node : newGroup('all', [node])
}

function nodeOf(tree: KeptFilter, fields: readonly FilterField[]): DraftNode {
  const nodesOf = (children: KeptFilter[]) => children.map((child) => nodeOf(child, fields))
  if ('and' in tree) return newGroup('all', nodesOf(tree.and))
  if ('or' in tree) return newGroup('any', nodesOf(tree.or))
  if ('off' in tree) return { ...nodeOf(tree.off, fields), isOff: true }
  if (!isCondition(tree)) return newGroup('none', nodesOf('or' in tree.not ? tree.not.or : [tree.not]))
  const type = fieldNamed(fields, tree.field)?.type
  const op = type ? shownOperator(type, tree.op) : tree.op
  return { ...newCondition(), field: tree.field, op, value: tree.value ?? [] }
}

/** The filter that a draft stands for so far: conditions that are not complete, and groups without any other, are left out. */
export function treeOf(node: DraftNode, fields: readonly FilterField[]): KeptFilter | null {
  const tree = treeOfOn(node, fields)
  return tree && node.isOff && !('off' in tree) ? { off: tree } : tree
}

/** What a node stands for where it is switched on. */
function treeOfOn(node: DraftNode, fields: readonly FilterField[]): KeptFilter | null {
  if (!isGroup(node)) {
    const condition = conditionOf(node)
    return condition && checkFilter(condition, fields).length === 0 ? condition : null
  }
  const parts = node.members.map((member) => treeOf(member, fields)).filter((part) => part !== null)
  if (node.mode === 'all') return joinParts(parts)
  const [first, ...others] = parts
  if (!first) return null
  const either = others.length === 0 ? first : { or: parts }
  return node.mode === 'any' ? either : { not: either }
}

/** A draft as a condition, once its field is chosen. */
export function conditionOf({ field, op, value }: DraftCondition): Condition | null {
  if (field === null) return null
  return value.length === 0 ? { field, op } : { field, op: keptOperator(op, value), value }
}

/** How deep a draft is nested, counted as the filter will be. */
export function levelsOfDraft(node: DraftNode): number {
  if (!isGroup(node)) return 0
  return 1 + Math.max(0, ...node.members.map(levelsOfDraft))
}

export function conditionsIn(node: DraftNode): DraftCondition[] {
  return isGroup(node) ? node.members.flatMap(conditionsIn) : [node]
}
