import * as texts from '@goalkeeper/texts/goals-filter'
import { readNumber } from '@goalkeeper/filter/values'
import type { FilterValue } from '@goalkeeper/filter/tree'
import classes from './filter-values.module.css'
import { useTypedValue } from './use-typed-value.ts'

type Props = {
  label: string
  value: FilterValue[]
  onChange: (value: FilterValue[]) => void
  isRange: boolean
  onEnter: () => void
}

/** A number, or the two ends of a range. What is no number stays as typed, and the row says so. */
export function FilterNumberValues({ label, value, onChange, isRange, onEnter }: Props) {
  const [low = '', high = ''] = value
  if (!isRange)
    return (
      <NumberInput
        label={label}
        value={low}
        onChange={(next) => onChange(next === '' ? [] : [next])}
        onEnter={onEnter}
      />
    )
  const change = (ends: FilterValue[]) => onChange(ends.every((end) => end === '') ? [] : ends)
  return (
    <div className={classes.range}>
      <NumberInput label={texts.from(label)} value={low} onChange={(next) => change([next, high])} onEnter={onEnter} />
      <span className={classes.and}>{texts.and}</span>
      <NumberInput label={texts.to(label)} value={high} onChange={(next) => change([low, next])} onEnter={onEnter} />
    </div>
  )
}

type InputProps = { label: string; value: FilterValue; onChange: (value: FilterValue) => void; onEnter: () => void }

function NumberInput({ label, value, onChange, onEnter }: InputProps) {
  const typed = useTypedValue(String(value), (text) => onChange(readNumber(text.trim()) ?? text.trim()))
  return (
    <input
      className={classes.input}
      type="text"
      inputMode="decimal"
      aria-label={label}
      placeholder={texts.numberTitle}
      value={typed.text}
      onChange={(event) => typed.type(event.target.value)}
      onBlur={typed.finish}
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
