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
  // What was sent comes back once: when the value is the same again later, as after Back, it changes from outside.
  const [state, setState] = useState<{ draft: string; seen: string; sent: string | null }>({
    draft: value,
    seen: value,
    sent: null,
  })
  if (value !== state.seen) setState({ seen: value, sent: null, draft: value === state.sent ? state.draft : value })

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
