import { describe, expect, it } from 'vitest'
import { isGroup, newCondition, newGroup, type DraftGroup, type DraftNode, type GroupMode } from './filter-draft.ts'
import {
  appendTo,
  insertAfter,
  moveNode,
  removeNode,
  stepNode,
  switchNode,
  unwrapGroup,
  wrapNode,
} from './filter-moves.ts'

const condition = (id: string): DraftNode => ({ ...newCondition(), id })
const group = (id: string, members: DraftNode[], mode: GroupMode = 'all'): DraftGroup => ({
  ...newGroup(mode, members),
  id,
})

/** `root(a g(b c) d)` */
const root = group('root', [condition('a'), group('g', [condition('b'), condition('c')]), condition('d')])

function outline(node: DraftNode): string {
  const inside = isGroup(node) ? `${node.id}(${node.members.map(outline).join(' ')})` : node.id
  return node.isOff ? `-${inside}` : inside
}

describe('changing a draft', () => {
  it('adds, removes, takes apart', () => {
    expect(outline(insertAfter(root, 'b', condition('x')))).toBe('root(a g(b x c) d)')
    expect(outline(appendTo(root, 'g', condition('x')))).toBe('root(a g(b c x) d)')
    expect(outline(appendTo(root, 'root', condition('x')))).toBe('root(a g(b c) d x)')
    expect(outline(removeNode(root, 'g'))).toBe('root(a d)')
    expect(outline(unwrapGroup(root, 'g'))).toBe('root(a b c d)')
  })

  it('switches off and on, and what is taken out of a group that is off stays so', () => {
    expect(outline(switchNode(root, 'b'))).toBe('root(a g(-b c) d)')
    expect(outline(switchNode(switchNode(root, 'b'), 'b'))).toBe(outline(root))
    expect(outline(unwrapGroup(switchNode(root, 'g'), 'g'))).toBe('root(a -b -c d)')
  })

  it('puts a condition into a group of its own', () => {
    const wrapped = wrapNode(root, 'a').members[0]
    expect(wrapped && isGroup(wrapped) ? wrapped.members.map(outline) : null).toEqual(['a'])
  })

  it.each([
    ['past a condition', 'c', -1, 'root(a g(c b) d)'],
    ['out of the group, upwards', 'b', -1, 'root(a b g(c) d)'],
    ['out of the group, downwards', 'c', 1, 'root(a g(b) c d)'],
    ['into the group below', 'a', 1, 'root(g(a b c) d)'],
    ['into the group above', 'd', -1, 'root(a g(b c d))'],
    ['a group past a condition', 'g', 1, 'root(a d g(b c))'],
    ['nowhere at the top', 'a', -1, 'root(a g(b c) d)'],
    ['nowhere at the end', 'd', 1, 'root(a g(b c) d)'],
  ] as const)('steps %s', (_, id, step, expected) => {
    expect(outline(stepNode(root, id, step))).toBe(expected)
  })

  it('moves to where it is dropped', () => {
    expect(outline(moveNode(root, 'd', 'g', 'b'))).toBe('root(a g(d b c))')
    expect(outline(moveNode(root, 'b', 'root', null))).toBe('root(a g(c) d b)')
    expect(outline(moveNode(root, 'g', 'root', 'a'))).toBe('root(g(b c) a d)')
  })

  it('never moves a group into itself', () => {
    expect(moveNode(root, 'g', 'g', 'b')).toBe(root)
    expect(moveNode(root, 'g', 'g', null)).toBe(root)
    expect(moveNode(root, 'a', 'root', 'a')).toBe(root)
  })

  it('leaves the draft before it as it was', () => {
    const before = outline(root)
    stepNode(removeNode(root, 'b'), 'd', -1)
    expect(outline(root)).toBe(before)
  })
})
