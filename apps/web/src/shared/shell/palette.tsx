import * as texts from '@goalkeeper/texts/shell-palette'
import * as common from '@goalkeeper/texts/common'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { asApiError } from '../api/api-error.ts'
import type { Offer } from '../commands/command-store.ts'
import { findLabelled } from '../commands/find-commands.ts'
import { commandGroups } from './palette-commands.ts'
import { PaletteItemView } from './palette-item.tsx'
import classes from './palette.module.css'

/** Something that can be gone to or done. */
export type PaletteItem = {
  id: string
  label: string
  /** Which parts of the label fit what was typed. */
  marks?: [number, number][]
  hint?: ReactNode
  icon?: ReactNode
  /** The single key that does the same. */
  key?: string | undefined
  /** Why it cannot be done now. */
  reason?: string | null | undefined
  alias?: string | undefined
  go: () => void
}
export type PaletteGroup = { title: string; items: PaletteItem[] }

export type PaletteSources = {
  /** What is here without asking anybody: pages. */
  pages: PaletteItem[]
  /** Finds what fits the words elsewhere, in groups, best first. */
  find: (words: string, signal: AbortSignal) => Promise<PaletteGroup[]>
}

type Props = { sources: PaletteSources; offers: Offer[]; onClose: () => void }

/** While somebody types on, nobody is asked. */
const pauseMs = 80

/** A dialog with one input and what it finds: arrows choose, Enter goes, Escape closes. */
export function Palette({ sources, offers, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isGoing, setGoing] = useState(false)
  const listId = useId()
  const words = typed.trim()
  const found = useQuery({
    queryKey: ['palette', words],
    queryFn: async ({ signal }) => {
      await pause(pauseMs, signal)
      return sources.find(words, signal)
    },
    enabled: words !== '',
    // What was found for other words stands in, so that nothing flickers; it is not gone to by a mere Enter.
    placeholderData: (last) => (words === '' ? undefined : last),
    gcTime: 10_000,
    retry: false,
  })
  const isWaiting = words !== '' && (found.isPlaceholderData || found.isPending) && !found.error

  const here = useMemo(
    () => [...commandGroups(offers, words), { title: texts.pages, items: findLabelled(words, sources.pages) }],
    [offers, words, sources.pages],
  )
  const groups = [...here, ...(words === '' ? [] : (found.data ?? []))].filter(({ items }) => items.length > 0)
  const items = groups.flatMap((group) => group.items)
  const current = items.find(({ id }) => id === chosenId) ?? items[0]

  useEffect(() => dialog.current?.showModal(), [])

  const go = (item: PaletteItem | undefined) => {
    if (!item || item.reason) return
    onClose()
    item.go()
  }
  // Enter came before what it was meant for.
  const isDue = isGoing && !isWaiting
  const goFirst = useEffectEvent(() => go(items[0]))
  useEffect(() => {
    if (isDue) goFirst()
  }, [isDue])

  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && current) {
      const next = items[(items.indexOf(current) + step + items.length) % items.length]
      setChosenId(next?.id ?? null)
      document.getElementById(optionId(next?.id ?? ''))?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      const isHere = here.some((group) => group.items.some(({ id }) => id === current?.id))
      if (isWaiting && !isHere && chosenId === null) setGoing(true)
      else go(current)
    } else return
    event.preventDefault()
  }
  const optionId = (id: string) => `${listId}-${id}`

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label={common.find}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <input
        className={classes.input}
        type="text"
        role="combobox"
        aria-label={texts.findAGoalACompanyAn}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-activedescendant={current && optionId(current.id)}
        aria-autocomplete="list"
        placeholder={texts.findAGoalACompanyAnDots}
        maxLength={200}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosenId(null)
          setGoing(false)
        }}
        onKeyDown={handleKey}
      />
      <div id={listId} role="listbox" aria-label={common.found} aria-busy={isWaiting} className={classes.items}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={classes.title} role="presentation">
              {group.title}
            </div>
            {group.items.map((item) => (
              <PaletteItemView
                key={item.id}
                id={optionId(item.id)}
                item={item}
                isChosen={item === current}
                onPoint={() => setChosenId(item.id)}
                onGo={() => go(item)}
              />
            ))}
          </div>
        ))}
      </div>
      <p className={classes.foot} role="status">
        {found.error
          ? asApiError(found.error).detail
          : items.length === 0 && !isWaiting
            ? texts.nothingGoesBy(words)
            : ''}
      </p>
    </dialog>
  )
}

/** Rejects when the words have changed meanwhile. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException(texts.otherWordsWereTyped, 'AbortError'))
    })
  })
}
