import * as texts from '@goalkeeper/texts/goals-first'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import { chosenValues, withChosenValues } from './filter-parts.ts'
import classes from './summary-strip.module.css'
import { summaryToggles } from './summary-toggles.ts'
import { grouped } from '@goalkeeper/texts/counted'

type Props = {
  buckets: Record<string, FacetBucket[]>
  filter: KeptFilter | null
  onFilterChange: (filter: KeptFilter | null) => void
}

/** The five questions that are asked of every list, with their counts, as toggles. */
export function SummaryStrip({ buckets, filter, onFilterChange }: Props) {
  return (
    <div className={classes.strip} role="group" aria-label={texts.oftenAsked}>
      {summaryToggles(buckets, (field) => chosenValues(filter, field) ?? []).map((toggle) => (
        <button
          key={toggle.label}
          type="button"
          className={classes.toggle}
          data-tone={toggle.isAlarm && toggle.count ? 'red' : undefined}
          aria-pressed={toggle.isOn}
          title={toggle.isUnknown ? texts.nobodyHasSaidWhatTheStatuses : undefined}
          onClick={() => onFilterChange(withChosenValues(filter, toggle.field, toggle.whenClicked))}
        >
          {toggle.label}{' '}
          <span className={classes.count}>
            {toggle.count === null ? '…' : toggle.isUnknown ? '?' : grouped(toggle.count)}
          </span>
        </button>
      ))}
    </div>
  )
}
