import type { FilterField } from '@goalkeeper/filter/field'
import { joinParts } from '@goalkeeper/filter/parts'
import type { FilterTree } from '@goalkeeper/filter/tree'

/** Where the quick search looks. */
const searched = ['Name', 'CompanyName', 'RelationshipName', 'OpportunityName', 'CompanyId__gr.Csm__gr.Name'] as const

/** More words narrow nothing and cost the server time. */
const mostWords = 5

/** Ids of goals: typed type and checksum, 36 characters. */
const gsid = /^1[0-9A-Z]{35}$/

/** The filter that a quick search stands for: every word occurs in the name, the company, relationship, opportunity or CSM. A Gsid finds its goal. */
export function quickSearchFilter(text: string | undefined, fields: readonly FilterField[]): FilterTree | null {
  const words = (text ?? '').split(/\s+/).filter(Boolean).slice(0, mostWords)
  const known = searched.filter((name) => fields.some((field) => field.name === name))
  return joinParts(
    words.map((word): FilterTree => {
      if (gsid.test(word)) return { or: ['Gsid', 'CompanyId'].map((field) => ({ field, op: 'EQ', value: [word] })) }
      return { or: known.map((field) => ({ field, op: 'CONTAINS', value: [word] })) }
    }),
  )
}
