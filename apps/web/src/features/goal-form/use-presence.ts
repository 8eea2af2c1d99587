import { useEffect, useState } from 'react'

/** Forms on the page, by the name of their drafts. */
const shown = new Map<string, object>()

/**
 * Tells, for what comes back later, whether this form is still on the page, has gone, or has gone and been opened anew.
 */
export function usePresence(name: string): () => 'here' | 'gone' | 'anew' {
  const [self] = useState(() => ({}))
  useEffect(() => {
    shown.set(name, self)
    return () => {
      if (shown.get(name) === self) shown.delete(name)
    }
  }, [name, self])
  return () => {
    const form = shown.get(name)
    return form === self ? 'here' : form ? 'anew' : 'gone'
  }
}
