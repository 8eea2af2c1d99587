import { useEffect, useEffectEvent } from 'react'
import type { Steps } from './panel-header.tsx'

/** J for the next goal and K for the one before, unless someone is typing or a dialog is open. */
export function useStepKeys({ onNext, onPrevious }: Steps): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (
      event.target instanceof Element &&
      event.target.closest('input, textarea, select, [contenteditable], [role=dialog]')
    )
      return
    if (event.key === 'j') onNext?.()
    if (event.key === 'k') onPrevious?.()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
