import { useEffect, useEffectEvent, useState } from 'react'

const pauseMs = 400

/**
 * A text on its way to becoming a value: it is handed on when someone pauses, and at once by `finish` (Enter, leaving the field).
 * A value that changes elsewhere replaces it.
 */
export function useTypedValue(value: string, onCommit: (text: string) => void) {
  const [state, setState] = useState({ text: value, seen: value })
  if (value !== state.seen) setState({ text: value, seen: value })
  const { text } = state

  const commit = useEffectEvent(onCommit)
  useEffect(() => {
    if (text === value) return undefined
    const timer = setTimeout(() => commit(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, value])

  return {
    text,
    type: (next: string) => setState({ text: next, seen: value }),
    finish: () => {
      if (text !== value) onCommit(text)
    },
  }
}
