import { useEffect, useEffectEvent } from 'react'
import { recall } from '../storage/remembered.ts'

/** The name under which this browser remembers that single-key shortcuts are 'off'. */
export const shortcutsSetting = 'shortcuts'

/**
 * Runs a deed on a single key, unless someone is typing, a modifier is held, or single-key shortcuts are switched off. Enter belongs to the button,
 * link or box that has the focus.
 */
export function useShortcut(key: string, deed: () => void): void {
  const run = useEffectEvent(deed)
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (key === 'Enter' && isOperated(event.target)) return
      if (isTyping(event.target) || recall(shortcutsSetting) === 'off') return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [key])
}

const isOperated = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('a, button, input, select, textarea, [role=button]') !== null

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  )
}
