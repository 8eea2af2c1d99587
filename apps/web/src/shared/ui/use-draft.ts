import { useEffect, useRef, useState } from 'react'

/**
 * A text that someone types and that is handed on when they pause. A value that changes from outside (Back, a link) replaces the draft;
 * the draft's own value coming back does not, so that nothing typed meanwhile is lost.
 */
export function useDraft(
  value: string,
  onPause: (draft: string) => void,
  pauseMs: number,
): [string, (draft: string) => void] {
  const [state, setState] = useState({ draft: value, seen: value, sent: value })
  if (value !== state.seen) setState({ ...state, seen: value, draft: value === state.sent ? state.draft : value })

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const change = (draft: string) => {
    setState((last) => ({ ...last, draft }))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setState((last) => ({ ...last, sent: draft }))
      onPause(draft)
    }, pauseMs)
  }
  return [state.draft, change]
}
