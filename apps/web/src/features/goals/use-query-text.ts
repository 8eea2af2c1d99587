import type { FilterField } from '@goalkeeper/filter/field'
import { parseQuery } from '@goalkeeper/filter/parse-query'
import { printQuery } from '@goalkeeper/filter/print-query'
import type { QueryFault } from '@goalkeeper/filter/query-scanner'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import { useState } from 'react'

type Source = {
  fields: readonly FilterField[]
  value: KeptFilter | null
  onChange: (value: KeptFilter | null) => void
}

/**
 * The text of a filter while somebody types it. What can be read is handed on at once; what cannot stays here, told with its place, and the
 * filter from before stays at work. A filter that changes elsewhere (a facet, Back) replaces the text.
 */
export function useQueryText({ fields, value, onChange }: Source): {
  text: string
  fault: QueryFault | null
  change: (text: string) => void
} {
  const shown = JSON.stringify(value)
  // `sent` begins with the filter that is shown; behind it stand the text's own ones that have not come back by way of the address yet.
  const [state, setState] = useState(() => ({ text: printQuery(value, fields), sent: [shown] }))
  if (shown !== state.sent[0]) {
    const at = state.sent.indexOf(shown)
    // The text's own filter comes back, perhaps after the next was typed: how it is written stays.
    setState(at > 0 ? { ...state, sent: state.sent.slice(at) } : { text: printQuery(value, fields), sent: [shown] })
  }
  const change = (text: string) => {
    const { tree, fault } = parseQuery(text, fields)
    const read = JSON.stringify(tree)
    const isNew = !fault && read !== state.sent.at(-1)
    setState({ text, sent: isNew ? [...state.sent, read] : state.sent })
    if (isNew) onChange(tree)
  }
  return { text: state.text, fault: parseQuery(state.text, fields).fault, change }
}
