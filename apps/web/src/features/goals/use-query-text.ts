import type { FilterField } from '@goalkeeper/filter/field'
import { parseQuery } from '@goalkeeper/filter/parse-query'
import { printQuery } from '@goalkeeper/filter/print-query'
import type { QueryFault } from '@goalkeeper/filter/query-scanner'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { useState } from 'react'

type Source = {
  fields: readonly FilterField[]
  value: FilterTree | null
  onChange: (value: FilterTree | null) => void
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
  const [state, setState] = useState(() => ({ text: printQuery(value, fields), seen: shown, sent: shown }))
  if (shown !== state.seen) {
    // The text's own filter comes back by way of the address: how it was written stays.
    const text = shown === state.sent ? state.text : printQuery(value, fields)
    setState({ text, seen: shown, sent: shown })
  }
  const change = (text: string) => {
    const { tree, fault } = parseQuery(text, fields)
    const sent = fault ? state.sent : JSON.stringify(tree)
    setState({ ...state, text, sent })
    if (!fault && sent !== state.sent) onChange(tree)
  }
  return { text: state.text, fault: parseQuery(state.text, fields).fault, change }
}
