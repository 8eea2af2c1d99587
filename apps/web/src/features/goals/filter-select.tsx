import { ChevronDown } from 'lucide-react'
import classes from './filter-select.module.css'

type Props<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  tone: 'mode' | 'operator' | 'boxed'
}

/** A short list of words: the browser's own select, which every keyboard, phone and screen reader knows. */
export function FilterSelect<Value extends string>({ label, value, options, onChange, tone }: Props<Value>) {
  return (
    <span className={classes.place} data-tone={tone}>
      <select
        className={classes.select}
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} className={classes.chevron} aria-hidden="true" />
    </span>
  )
}
