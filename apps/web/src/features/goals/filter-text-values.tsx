import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-filter'
import type { FilterValue } from '@goalkeeper/filter/tree'
import { X } from 'lucide-react'
import { useState } from 'react'
import { pastedValues } from './filter-choices.ts'
import classes from './filter-values.module.css'
import { useTypedValue } from './use-typed-value.ts'

type Props = {
  label: string
  value: FilterValue[]
  onChange: (value: FilterValue[]) => void
  onEnter: () => void
}

/** One text; several, each of them enough, when a list was pasted. */
export function FilterTextValues({ label, value, onChange, onEnter }: Props) {
  const [first = '', ...others] = value.map(String)
  const typed = useTypedValue(first, (text) => onChange(text ? [text] : []))
  if (others.length > 0) return <TextPills label={label} value={value.map(String)} onChange={onChange} />
  return (
    <input
      className={classes.input}
      type="text"
      aria-label={label}
      placeholder={common.text}
      title={texts.pasteAListToLookFor}
      value={typed.text}
      onChange={(event) => typed.type(event.target.value)}
      onBlur={typed.finish}
      onPaste={(event) => {
        const pasted = pastedValues(event.clipboardData.getData('text'))
        if (pasted.length === 0) return
        event.preventDefault()
        onChange(pasted)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        // Or the key would go on to press the button that gets the focus.
        event.preventDefault()
        typed.finish()
        onEnter()
      }}
    />
  )
}

function TextPills({ label, value, onChange }: { label: string; value: string[]; onChange: Props['onChange'] }) {
  const [text, setText] = useState('')
  const add = () => {
    const added = text.trim()
    if (added && !value.includes(added)) onChange([...value, added])
    setText('')
  }
  return (
    <div className={classes.pills}>
      {value.map((each) => (
        <span key={each} className={classes.pill}>
          {each}
          <button
            type="button"
            className={classes.remove}
            aria-label={texts.remove(each)}
            onClick={() => onChange(value.filter((other) => other !== each))}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        className={classes.more}
        type="text"
        aria-label={texts.oneMore(label)}
        placeholder={texts.orDots}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add()
        }}
      />
    </div>
  )
}
