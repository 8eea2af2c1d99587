import * as texts from '@goalkeeper/texts/goals-filter'
import { isDay, maxRelativeDays, parseRelativeDate, printRelativeDate, resolveDate } from '@goalkeeper/filter/dates'
import type { FieldType } from '@goalkeeper/filter/field'
import { valueWords } from '@goalkeeper/filter/sentence'
import type { FilterValue } from '@goalkeeper/filter/tree'
import { Popover, VisuallyHidden } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { shortDate } from '#web/shared/time/calendar-date.ts'
import classes from './filter-date.module.css'
import { briefDate, dateChoices } from './filter-date-choices.ts'
import { useFilterTools } from './filter-tools.ts'

type Props = {
  label: string
  type: FieldType
  value: FilterValue
  onChange: (value: string) => void
  /** Beside another date there is no room for the day that a relative one means: it is in the tooltip. */
  isNarrow: boolean
}

/** One date of a condition: a usual one, so many days from today, or a day of the calendar. */
export function FilterDate({ label, type, value, onChange, isNarrow }: Props) {
  const { today } = useFilterTools().list
  const [isOpen, setOpen] = useState(false)
  const words = value === '' ? null : isNarrow ? briefDate(value) : valueWords(type, value)
  const day = typeof value === 'string' && !isDay(value) ? resolveDate(value, today) : null
  const meant = day && shortDate(day, today)
  const choose = (next: string) => {
    onChange(next)
    setOpen(false)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus width={344}>
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          data-empty={words === null || undefined}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          title={meant ?? undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <VisuallyHidden>{label}: </VisuallyHidden>
          <span className={classes.words}>{words ?? texts.chooseADate}</span>{' '}
          {meant && !isNarrow && <span className={classes.day}>{meant}</span>}
          <ChevronDown size={14} className={classes.chevron} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={label}>
        <div className={classes.choices}>
          {dateChoices.map((choice) => (
            <button
              key={choice.value}
              type="button"
              className={classes.choice}
              aria-pressed={choice.value === value}
              onClick={() => choose(choice.value)}
            >
              {choice.label}
              <span className={classes.day}>{shortDate(resolveDate(choice.value, today) ?? '', today)}</span>
            </button>
          ))}
        </div>
        <DaysFromToday value={value} onChange={onChange} />
        <label className={classes.line}>
          {texts.onADay}
          <input
            type="date"
            className={classes.date}
            min="0001-01-01"
            max="9999-12-31"
            value={typeof value === 'string' && isDay(value) ? value : ''}
            onChange={(event) => {
              if (isDay(event.target.value)) onChange(event.target.value)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') setOpen(false)
            }}
          />
        </label>
      </Popover.Dropdown>
    </Popover>
  )
}

function DaysFromToday({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const relative = typeof value === 'string' ? parseRelativeDate(value) : null
  const days = relative && 'days' in relative ? relative.days : null
  return (
    <label className={classes.line}>
      {texts.daysFromToday}
      <input
        type="number"
        className={classes.days}
        min={0 - maxRelativeDays}
        max={maxRelativeDays}
        value={days ?? ''}
        onChange={(event) => {
          const next = event.target.valueAsNumber
          if (Number.isInteger(next) && Math.abs(next) <= maxRelativeDays) onChange(printRelativeDate({ days: next }))
        }}
      />
    </label>
  )
}
