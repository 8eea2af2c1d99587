import * as texts from '@goalkeeper/texts/goals-filter'
import type { FilterField } from '@goalkeeper/filter/field'
import { maxConditions, maxLevels, type KeptFilter } from '@goalkeeper/filter/tree'
import { useLayoutEffect, useRef, useState } from 'react'
import { conditionsIn, draftOf, levelsOfDraft, newCondition, treeOf, type DraftGroup } from './filter-draft.ts'

type Source = {
  fields: readonly FilterField[]
  value: KeptFilter | null
  onChange: (value: KeptFilter | null) => void
}

/**
 * The filter while someone works on it. Whatever is complete is handed on at once; what is half done stays here.
 * A filter that changes elsewhere (a facet, Back) replaces the draft.
 */
export function useFilterDraft({ fields, value, onChange }: Source) {
  const text = JSON.stringify(value)
  const [state, setState] = useState(() => ({ draft: startOf(value, fields), seen: text, sent: text }))
  const [notice, setNotice] = useState<string | null>(null)
  if (text !== state.seen) {
    // The draft's own filter comes back by way of the address: whatever else is in the draft has to stay.
    const draft = text === state.sent ? state.draft : startOf(value, fields)
    setState({ draft, seen: text, sent: text })
  }

  // One key can change two things (a value, and a row after it): the second has to see what the first has done.
  const latest = useRef(state)
  useLayoutEffect(() => {
    latest.current = state
  }, [state])

  const change = (update: (draft: DraftGroup) => DraftGroup) => {
    const next = update(latest.current.draft)
    const refusal = refusalOf(next)
    setNotice(refusal)
    if (refusal) return
    const tree = treeOf(next, fields)
    const sent = JSON.stringify(tree)
    const isNew = sent !== latest.current.sent
    latest.current = { ...latest.current, draft: next, sent }
    setState(latest.current)
    if (isNew) onChange(tree)
  }
  return { draft: state.draft, change, notice }
}

/** Where there is no filter yet, an empty row waits for its field. */
function startOf(value: KeptFilter | null, fields: readonly FilterField[]): DraftGroup {
  const draft = draftOf(value, fields)
  return draft.members.length > 0 ? draft : { ...draft, members: [newCondition()] }
}

function refusalOf(draft: DraftGroup): string | null {
  if (levelsOfDraft(draft) > maxLevels) return texts.groupsCanBeNestedAtMost(maxLevels)
  if (conditionsIn(draft).length > maxConditions) return texts.aFilterHoldsAtMostConditions(maxConditions)
  return null
}
