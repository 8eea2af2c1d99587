import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { useDraft } from '#web/shared/ui/use-draft.ts'
import { useShortcut } from '#web/shared/ui/use-shortcut.ts'
import classes from './quick-search-box.module.css'

const pauseMs = 150

/** Words that have to occur in the goal's name, company or CSM; `/` leads here. */
export function QuickSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useDraft(value, onChange, pauseMs)
  useShortcut('/', () => input.current?.select())
  return (
    <div className={classes.box} role="search">
      <Search size={14} className={classes.icon} aria-hidden="true" />
      <input
        ref={input}
        className={classes.input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label="Search the list"
        aria-keyshortcuts="/"
        placeholder="Name, company, CSM…"
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft) setDraft('')
        }}
      />
      {draft && (
        <button type="button" className={classes.clear} aria-label="Clear the search" onClick={() => setDraft('')}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
