import { isGsid } from '@goalkeeper/gainsight/gsid'
import type { FilterField } from './field.ts'
import { isCondition, type FilterTree, type KeptFilter } from './tree.ts'

/** Where a word by itself is looked for. */
const searched = ['Name', 'CompanyName', 'RelationshipName', 'OpportunityName', 'CompanyId__gr.Csm__gr.Name'] as const

/** A word by itself as a filter: it occurs in the goal's name, its company, relationship, opportunity or CSM. */
export function wordSearch(word: string, fields: readonly FilterField[]): FilterTree {
  const known = searched.filter((name) => fields.some((field) => field.name === name))
  return { or: known.map((field) => ({ field, op: 'CONTAINS', value: [word] })) }
}

/** A Gsid by itself as a filter: it finds its goal, and the goals of its company. */
export const gsidSearch = (gsid: string): FilterTree => ({
  or: ['Gsid', 'CompanyId'].map((field) => ({ field, op: 'EQ', value: [gsid] })),
})

/** The word or Gsid whose filter this is; null when it is another filter. */
export function searchedWord(tree: KeptFilter, fields: readonly FilterField[]): string | null {
  if (!('or' in tree)) return null
  const [first] = tree.or
  const word = first && isCondition(first) ? first.value?.[0] : null
  if (typeof word !== 'string') return null
  const own = isGsid(word) ? gsidSearch(word) : wordSearch(word, fields)
  return JSON.stringify(tree) === JSON.stringify(own) ? word : null
}
