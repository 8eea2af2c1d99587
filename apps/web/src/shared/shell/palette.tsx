import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { asApiError } from '../api/api-error.ts'
import classes from './palette.module.css'

/** Something that can be gone to. */
export type PaletteItem = { id: string; label: string; hint?: string; icon?: ReactNode; go: () => void }
export type PaletteGroup = { title: string; items: PaletteItem[] }

/** Finds what fits the words, in groups, best first. */
export type PaletteSources = (words: string, signal: AbortSignal) => Promise<PaletteGroup[]>

type Props = { sources: PaletteSources; onClose: () => void }

/** A dialog with one input and what it finds: arrows choose, Enter goes, Escape closes. */
export function Palette({ sources, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(0)
  const searched = useDeferredValue(words.trim())
  const { data: groups = [], error } = useQuery({
    queryKey: ['palette', searched],
    queryFn: ({ signal }) => sources(searched, signal),
    placeholderData: (last) => last,
    gcTime: 10_000,
  })
  const items = groups.flatMap((group) => group.items)
  const current = Math.min(chosen, items.length - 1)

  useEffect(() => dialog.current?.showModal(), [])

  const go = (item: PaletteItem | undefined) => {
    if (!item) return
    onClose()
    item.go()
  }
  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && items.length > 0) setChosen((current + step + items.length) % items.length)
    else if (event.key === 'Enter') go(items[current])
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label="Find"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <input
        className={classes.input}
        type="text"
        role="combobox"
        aria-label="Find a goal, a company, a page"
        aria-expanded={items.length > 0}
        aria-controls="palette-items"
        aria-activedescendant={items[current] && optionId(items[current])}
        aria-autocomplete="list"
        placeholder="Find a goal, a company, a page…"
        autoFocus
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setChosen(0)
        }}
        onKeyDown={handleKey}
      />
      <div id="palette-items" role="listbox" aria-label="Found" className={classes.items}>
        {groups
          .filter((group) => group.items.length > 0)
          .map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <div className={classes.title} role="presentation">
                {group.title}
              </div>
              {group.items.map((item) => (
                <div
                  key={item.id}
                  id={optionId(item)}
                  role="option"
                  aria-selected={item === items[current]}
                  className={classes.item}
                  onPointerMove={() => setChosen(items.indexOf(item))}
                  onClick={() => go(item)}
                >
                  {item.icon}
                  <span className={classes.label}>{item.label}</span>
                  {item.hint && <span className={classes.hint}>{item.hint}</span>}
                </div>
              ))}
            </div>
          ))}
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {asApiError(error).detail}
        </p>
      )}
    </dialog>
  )
}

const optionId = (item: PaletteItem) => `palette-${item.id}`
