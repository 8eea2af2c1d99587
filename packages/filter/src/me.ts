import { fieldNamed, type FilterField } from './field.ts'
import { type Condition, conditionsOf, type FilterTree, isCondition } from './tree.ts'

/** In conditions on a field that holds an id: the Gainsight user of whoever asks. So a link shows everyone their own goals. */
export const me = '@me'

const isOfIds = ({ field }: Condition, fields: readonly FilterField[]) => fieldNamed(fields, field)?.type === 'gsid'

/** Whether a filter means whoever asks. */
export function mentionsMe(tree: FilterTree, fields: readonly FilterField[]): boolean {
  return conditionsOf(tree).some((condition) => isOfIds(condition, fields) && (condition.value ?? []).includes(me))
}

/** The filter for one who asks, by the Gsid of their Gainsight user. */
export function withMe(tree: FilterTree, fields: readonly FilterField[], user: string): FilterTree {
  const inside = (child: FilterTree) => withMe(child, fields, user)
  if ('and' in tree) return { and: tree.and.map(inside) }
  if ('or' in tree) return { or: tree.or.map(inside) }
  if (!isCondition(tree)) return { not: inside(tree.not) }
  if (!tree.value || !isOfIds(tree, fields)) return tree
  return { ...tree, value: tree.value.map((value) => (value === me ? user : value)) }
}
