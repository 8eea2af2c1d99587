import { isCondition, type FilterTree } from './tree.ts'

/** What has to hold all at once: the members of a top `and`, or the filter itself. Each is a chip on the screen. */
export function partsOf(tree: FilterTree | null): FilterTree[] {
  if (tree === null) return []
  return 'and' in tree ? tree.and : [tree]
}

/** The filter in which all parts hold; null, which lets everything through, for none. */
export function joinParts(parts: FilterTree[]): FilterTree | null {
  const [first, ...others] = parts
  if (!first) return null
  return others.length === 0 ? first : { and: parts }
}

/** The filter without the top conditions on a field: what a facet of that field is counted under. */
export function withoutField(tree: FilterTree | null, field: string): FilterTree | null {
  return joinParts(partsOf(tree).filter((part) => !(isCondition(part) && part.field === field)))
}
