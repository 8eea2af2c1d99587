import { isCondition, type FilterTree, type KeptFilter } from './tree.ts'

/** What has to hold all at once: the members of a top `and`, or the filter itself. Each is a chip on the screen. */
export function partsOf(tree: FilterTree | null): FilterTree[]
export function partsOf(tree: KeptFilter | null): KeptFilter[]
export function partsOf(tree: KeptFilter | null): KeptFilter[] {
  if (tree === null) return []
  return 'and' in tree ? tree.and : [tree]
}

/** The filter in which all parts hold; null, which lets everything through, for none. */
export function joinParts(parts: FilterTree[]): FilterTree | null
export function joinParts(parts: KeptFilter[]): KeptFilter | null
export function joinParts(parts: KeptFilter[]): KeptFilter | null {
  const [first, ...others] = parts
  if (!first) return null
  return others.length === 0 ? first : { and: parts }
}

/** The filter without the top conditions on a field: what a facet of that field is counted under. What is switched off stays. */
export function withoutField(tree: FilterTree | null, field: string): FilterTree | null
export function withoutField(tree: KeptFilter | null, field: string): KeptFilter | null
export function withoutField(tree: KeptFilter | null, field: string): KeptFilter | null {
  return joinParts(partsOf(tree).filter((part) => !(isCondition(part) && part.field === field)))
}
