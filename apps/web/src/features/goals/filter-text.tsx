import * as texts from '@goalkeeper/texts/goals-filter'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import { Combobox, useCombobox } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import classes from './filter-text.module.css'
import { useFilterTools } from './filter-tools.ts'
import { useQuerySuggestions } from './use-query-suggestions.ts'
import { useQueryText } from './use-query-text.ts'
import { grouped } from '@goalkeeper/texts/counted'

type Props = { value: KeptFilter | null; onChange: (value: KeptFilter | null) => void }

/** The filter as a text that is read while it is typed: what can be read is at work at once, what cannot is told with its place. */
export function FilterText({ value, onChange }: Props) {
  const { fields, list, scope } = useFilterTools()
  const { text, fault, change } = useQueryText({ fields, value, onChange })
  const [caret, setCaret] = useState(text.length)
  const box = useRef<HTMLTextAreaElement>(null)
  const faultId = useId()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { from, suggestions } = useQuerySuggestions({
    text: text.slice(0, caret),
    fields,
    list,
    scope,
    isOpen: combobox.dropdownOpened,
  })
  const take = (taken: string) => {
    const rest = text.slice(caret)
    // What ends a condition is followed by another.
    const isLast = rest === '' && /[^:=!~^$<>,(]$/.test(taken)
    const before = text.slice(0, from) + taken + (isLast ? ' ' : '')
    // The caret is set before the next key can come: one that came first would be followed by what stands before it.
    flushSync(() => {
      change(before + rest)
      setCaret(before.length)
    })
    box.current?.setSelectionRange(before.length, before.length)
    combobox.resetSelectedOption()
  }
  return (
    <div className={classes.text}>
      <Combobox store={combobox} onOptionSubmit={take} position="bottom-start" width={360} withinPortal={false}>
        <Combobox.DropdownTarget>
          <div className={classes.box}>
            {/* The same text beneath, of which only the wave under what is wrong can be seen. */}
            <div className={classes.beneath} aria-hidden="true">
              {fault && (
                <>
                  {text.slice(0, fault.from)}
                  <mark className={classes.wrong}>{text.slice(fault.from, fault.to) || ' '}</mark>
                  {text.slice(Math.max(fault.from, fault.to))}
                </>
              )}
            </div>
            <Combobox.EventsTarget>
              <textarea
                ref={box}
                className={classes.input}
                aria-label={texts.filterAsText}
                aria-invalid={fault !== null}
                aria-describedby={fault ? faultId : undefined}
                placeholder={texts.statusNewOnTrackDueToday}
                rows={4}
                spellCheck={false}
                autoComplete="off"
                autoCapitalize="off"
                value={text}
                onChange={({ currentTarget }) => {
                  change(currentTarget.value.replaceAll(/[\r\n]+/g, ' '))
                  setCaret(currentTarget.selectionStart)
                  combobox.openDropdown()
                  combobox.resetSelectedOption()
                }}
                onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={(event) => {
                  // A query has one line. Escape puts the list away, and only then the sheet.
                  if (event.key === 'Enter') event.preventDefault()
                  if (event.key !== 'Escape' || !combobox.dropdownOpened) return
                  event.stopPropagation()
                  combobox.closeDropdown()
                }}
              />
            </Combobox.EventsTarget>
          </div>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={suggestions.length === 0}>
          <Combobox.Options className={classes.options} aria-label={texts.whatCanStandHere}>
            {suggestions.map(({ text: word, label, hint, count }) => (
              <Combobox.Option key={word} value={word} className={classes.option}>
                <code className={classes.word}>{word}</code>
                <span className={classes.label}>
                  {label === word ? '' : label}
                  {hint !== null && ` ${hint}`}
                </span>
                {count !== null && <span className={classes.count}>{grouped(count)}</span>}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <p id={faultId} role="status" className={classes.fault}>
        {fault?.sentence ?? ''}
      </p>
    </div>
  )
}
