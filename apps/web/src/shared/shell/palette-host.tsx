import * as common from '@goalkeeper/texts/common'
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Offer, readCommands } from '../commands/command-store.ts'
import { isMac } from '../commands/key-words.ts'
import { useCommands } from '../commands/use-commands.ts'
import type { PaletteSources } from './palette.tsx'
import { openPalette, preloadPalette } from './palette-name.ts'

const Palette = lazy(() => preloadPalette().then((module) => ({ default: module.Palette })))

/** Opens the palette on Ctrl+K, wherever one is, and gives the focus back when it closes. It is fetched when somebody reaches for it. */
export function PaletteHost({ sources }: { sources: PaletteSources }) {
  const [offers, setOffers] = useState<Offer[] | null>(null)
  const before = useRef<Element | null>(null)
  const open = () => {
    before.current = document.activeElement
    setOffers(readCommands())
  }
  const close = () => {
    setOffers(null)
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  useCommands(common.everywhere, [{ label: openPalette, run: open }])

  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(isMac ? event.metaKey : event.ctrlKey)) return
    if (event.shiftKey || event.altKey) return
    // The browser has a meaning of its own for these keys.
    event.preventDefault()
    if (!document.querySelector('dialog[open], [aria-modal=true]')) open()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    offers && (
      <Suspense fallback={null}>
        <Palette sources={sources} offers={offers} onClose={close} />
      </Suspense>
    )
  )
}
