import type { GoalGroup } from '@goalkeeper/contract/goal-groups'
import { useState } from 'react'

/** Which groups are folded: these, or all but these. Groups that come later are as the others were last told to be. */
type Folds = { field: string; isAll: boolean; others: ReadonlySet<GoalGroup['value']> }

export type GroupFolds = {
  isFolded: (group: GoalGroup | undefined) => boolean
  toggle: (group: GoalGroup) => void
  foldAll: () => void
  unfoldAll: () => void
}

/** The folded groups of a list that is grouped by a field; by another field nothing is folded yet. */
export function useGroupFolds(field: string | null): GroupFolds {
  const [state, setState] = useState<Folds>({ field: '', isAll: false, others: new Set() })
  const { isAll, others } = state.field === field ? state : { isAll: false, others: new Set<GoalGroup['value']>() }
  const set = (next: Omit<Folds, 'field'>) => setState({ field: field ?? '', ...next })
  return {
    isFolded: (group) => group !== undefined && others.has(group.value) !== isAll,
    toggle: ({ value }) => {
      const next = new Set(others)
      if (!next.delete(value)) next.add(value)
      set({ isAll, others: next })
    },
    foldAll: () => set({ isAll: true, others: new Set() }),
    unfoldAll: () => set({ isAll: false, others: new Set() }),
  }
}
