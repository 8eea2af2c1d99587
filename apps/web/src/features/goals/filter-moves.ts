import { isGroup, newGroup, type DraftGroup, type DraftNode } from './filter-draft.ts'

/** Changes of a draft. Each gives a new draft and leaves the old one as it is; what is not in it changes nothing. */

/** Puts other nodes in the place of one. */
export function replaceNode(group: DraftGroup, id: string, replacement: (node: DraftNode) => DraftNode[]): DraftGroup {
  const members = group.members.flatMap((member) => {
    if (member.id === id) return replacement(member)
    return isGroup(member) ? [replaceNode(member, id, replacement)] : [member]
  })
  return { ...group, members }
}

export const removeNode = (root: DraftGroup, id: string) => replaceNode(root, id, () => [])

export const insertAfter = (root: DraftGroup, id: string, added: DraftNode) =>
  replaceNode(root, id, (node) => [node, added])

/** Adds a node at the end of a group, which may be the root. */
export function appendTo(root: DraftGroup, groupId: string, added: DraftNode): DraftGroup {
  const append = (group: DraftGroup) => ({ ...group, members: [...group.members, added] })
  if (root.id === groupId) return append(root)
  return replaceNode(root, groupId, (node) => [isGroup(node) ? append(node) : node])
}

/** Switches a node off, or on again. */
export const switchNode = (root: DraftGroup, id: string) =>
  replaceNode(root, id, (node) => [{ ...node, isOff: !node.isOff }])

/** Puts a node into a group of its own, in its place. */
export const wrapNode = (root: DraftGroup, id: string) => replaceNode(root, id, (node) => [newGroup('any', [node])])

/** Puts the members of a group in the place of the group. Those of one that is switched off stay so. */
export const unwrapGroup = (root: DraftGroup, id: string) =>
  replaceNode(root, id, (node) =>
    isGroup(node) ? node.members.map((member) => ({ ...member, isOff: member.isOff || node.isOff })) : [node],
  )

/**
 * Moves a node one place up or down as it is read on the screen: past a condition, into a group that stands there,
 * and out of its own group at the end of it.
 */
export function stepNode(root: DraftGroup, id: string, step: -1 | 1): DraftGroup {
  const home = groupAround(root, id)
  const place = home?.members.findIndex((member) => member.id === id) ?? -1
  const node = home?.members[place]
  if (!home || !node) return root
  const neighbour = home.members[place + step]
  const without = removeNode(root, id)
  if (!neighbour) {
    if (home.id === root.id) return root
    return replaceNode(without, home.id, (group) => (step < 0 ? [node, group] : [group, node]))
  }
  return replaceNode(without, neighbour.id, (other) => {
    if (!isGroup(other)) return step < 0 ? [node, other] : [other, node]
    return [{ ...other, members: step < 0 ? [...other.members, node] : [node, ...other.members] }]
  })
}

/** Moves a node to stand before another, or with `null` to the end of a group. A group cannot be moved into itself. */
export function moveNode(root: DraftGroup, id: string, groupId: string, beforeId: string | null): DraftGroup {
  const node = nodeIn(root, id)
  if (!node || id === beforeId || (isGroup(node) && groupIn(node, groupId))) return root
  const without = removeNode(root, id)
  return beforeId === null ? appendTo(without, groupId, node) : replaceNode(without, beforeId, (other) => [node, other])
}

function nodeIn(group: DraftGroup, id: string): DraftNode | null {
  for (const member of group.members) {
    if (member.id === id) return member
    const inside = isGroup(member) ? nodeIn(member, id) : null
    if (inside) return inside
  }
  return null
}

const groupIn = (group: DraftGroup, id: string): boolean => group.id === id || nodeIn(group, id) !== null

function groupAround(group: DraftGroup, id: string): DraftGroup | null {
  if (group.members.some((member) => member.id === id)) return group
  for (const member of group.members) {
    const inside = isGroup(member) ? groupAround(member, id) : null
    if (inside) return inside
  }
  return null
}
