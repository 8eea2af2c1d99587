import * as texts from '@goalkeeper/texts/goals-filter'
import type { FieldType } from '@goalkeeper/filter/field'
import type { FilterValue } from '@goalkeeper/filter/tree'
import { Menu } from '@mantine/core'
import { CalendarRange } from 'lucide-react'
import { FilterDate } from './filter-date.tsx'
import { rangeChoices } from './filter-date-choices.ts'
import classes from './filter-values.module.css'

type Props = {
  label: string
  type: FieldType
  value: FilterValue[]
  onChange: (value: FilterValue[]) => void
  isRange: boolean
}

/** A date, the two ends of a range, or as many dates as an address brought along. */
export function FilterDateValues({ label, type, value, onChange, isRange }: Props) {
  if (!isRange) {
    const shown = value.length > 0 ? value : ['']
    return (
      <div className={classes.range}>
        {shown.map((each, index) => (
          <FilterDate
            key={index}
            label={index === 0 ? label : texts.or(label)}
            type={type}
            isNarrow={shown.length > 1}
            value={each}
            onChange={(next) => onChange(shown.toSpliced(index, 1, next))}
          />
        ))}
      </div>
    )
  }
  const [from = '', to = ''] = value
  return (
    <div className={classes.range} data-wide>
      <FilterDate
        label={texts.from(label)}
        type={type}
        isNarrow
        value={from}
        onChange={(next) => onChange([next, to])}
      />
      <span className={classes.and}>{texts.and}</span>
      <FilterDate label={texts.to(label)} type={type} isNarrow value={to} onChange={(next) => onChange([from, next])} />
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={classes.icon} aria-label={texts.usualRanges(label)}>
            <CalendarRange size={14} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {rangeChoices.map((choice) => (
            <Menu.Item key={choice.label} onClick={() => onChange(choice.value)}>
              {choice.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
