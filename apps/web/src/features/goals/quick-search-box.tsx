import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-first'
import { longestSearch } from '@goalkeeper/contract/goals'
import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { useDraft } from '#web/shared/ui/use-draft.ts'
import { useCommands } from '#web/shared/commands/use-commands.ts'
import classes from './quick-search-box.module.css'
import { gridSelector } from '#web/shared/table/grid-selector.ts'

const pauseMs = 150

/** Words to find goals by, in their names and descriptions, however they are spelled; `/` leads here, and Enter or ↓ to what is found. */
export function QuickSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useDraft(value, onChange, pauseMs)
  useCommands(common.thisList, [
    { label: texts.searchTheList, key: '/', run: () => input.current?.select() },
    ...(draft ? [{ label: texts.clearTheSearch, run: () => setDraft('') }] : []),
  ])
  return (
    <div className={classes.box} role="search">
      <Search size={14} className={classes.icon} aria-hidden="true" />
      <input
        ref={input}
        className={classes.input}
        type="text"
        inputMode="search"
        enterKeyHint={common.search}
        aria-label={texts.searchTheList}
        aria-keyshortcuts="/"
        placeholder={texts.searchGoalsCompanies}
        maxLength={longestSearch}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft) setDraft('')
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
          event.preventDefault()
          document.querySelector<HTMLElement>(gridSelector)?.focus()
        }}
      />
      {draft && (
        <button type="button" className={classes.clear} aria-label={texts.clearTheSearch} onClick={() => setDraft('')}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
