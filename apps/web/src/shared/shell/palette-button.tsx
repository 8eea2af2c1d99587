import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import classes from './palette-button.module.css'
import type { PaletteSources } from './palette.tsx'

const loadPalette = () => import('./palette.tsx').then((module) => ({ default: module.Palette }))
const Palette = lazy(loadPalette)

const isMac = navigator.platform.startsWith('Mac')

/** The one box that finds everything: a click or Ctrl+K opens it, and only then is it fetched. */
export function PaletteButton({ sources }: { sources: PaletteSources }) {
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(isMac ? event.metaKey : event.ctrlKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', open)
    return () => document.removeEventListener('keydown', open)
  }, [])

  return (
    <>
      <button
        type="button"
        className={classes.button}
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        onPointerEnter={() => void loadPalette()}
        onClick={() => setOpen(true)}
      >
        <Search size={14} aria-hidden="true" />
        <span className={classes.words}>Find a goal, a company, a page</span>
        <kbd className={classes.key}>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette sources={sources} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
