import { useState } from 'react'
import { useRemembered } from '#web/shared/storage/remembered.ts'

/**
 * Whether the facets stand beside the list. On a wide screen they do until somebody folds them, which is remembered, and make room for a panel;
 * where they would cover the list they are open only while somebody looks at them.
 */
export function useFacetPanel({ isOverlay, hasPanel }: { isOverlay: boolean; hasPanel: boolean }) {
  const [folded, setFolded] = useRemembered('facets')
  const [isLookedAt, setLookedAt] = useState(false)
  const isTransient = isOverlay || hasPanel
  const isOpen = isTransient ? isLookedAt : folded !== 'folded'
  const toggle = () => (isTransient ? setLookedAt(!isOpen) : setFolded(isOpen ? 'folded' : null))
  return { isOpen, toggle, close: () => setLookedAt(false) }
}
