import type { Field } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import type { Wording } from '@goalkeeper/filter/sentence'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { createContext, useContext } from 'react'
import type { DraftGroup } from './filter-draft.ts'
import type { WhichGoals } from './goal-queries.ts'

/** What every part of the filter builder works with. */
export type FilterTools = {
  fields: readonly Field[]
  /** The list that is being filtered, for values with their counts. */
  list: WhichGoals
  /** What every goal of the page has in common. */
  scope: FilterTree | null
  /** Labels of fields and values as they stand in sentences. */
  wording: Required<Wording>
  /** Remembers the labels of values that someone chose. */
  learn: (field: string, buckets: FacetBucket[]) => void
  /** Changes the draft; `focus` names the node that the keyboard goes to afterwards, `words` what a screen reader is told. */
  edit: (change: (root: DraftGroup) => DraftGroup, after?: { focus?: string; words?: string }) => void
}

const FilterToolsContext = createContext<FilterTools | null>(null)
export const FilterToolsProvider = FilterToolsContext.Provider

export function useFilterTools(): FilterTools {
  const tools = useContext(FilterToolsContext)
  if (!tools) throw new Error('A part of the filter builder is used outside of it.')
  return tools
}
