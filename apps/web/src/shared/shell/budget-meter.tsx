import * as texts from '@goalkeeper/texts/shell-first'
import type { Budget } from '@goalkeeper/contract/status'
import { useNow } from '../time/use-clock.ts'
import { LazyPopover } from '../ui/lazy-popover.tsx'
import classes from './budget-meter.module.css'
import { budgetState, budgetWords, share } from './budget-state.ts'

const details = () => import('./budget-details.tsx').then((module) => module.BudgetDetails)

/** Calls of the tenant's limit that are used up: the minute above, the day below, and how many are free now. Click for the whole story. */
export function BudgetMeter({ budget }: { budget: Budget }) {
  const state = budgetState(budget, useNow())
  const { minute, day } = budget
  return (
    <>
      <LazyPopover
        label={texts.callBudget}
        width={360}
        load={details}
        contentProps={{ budget }}
        button={(trigger) => (
          <button
            type="button"
            className={classes.meter}
            data-state={state}
            aria-label={texts.callsFreeNow(minute.free)}
            title={texts.callsFreeNowOfAMinute(minute.free, minute.limit)}
            {...trigger}
          >
            <span className={classes.bars} aria-hidden="true">
              <Bar value={share(minute.used, minute.limit)} />
              <Bar value={share(day.used, day.limit)} />
            </span>
            <span className={classes.free} aria-hidden="true">
              {minute.free}
            </span>
          </button>
        )}
      />
      <span className={classes.spoken} role="status">
        {state === 'normal' ? '' : budgetWords[state]}
      </span>
    </>
  )
}

function Bar({ value }: { value: number }) {
  return (
    <span className={classes.bar}>
      <span className={classes.used} style={{ transform: `scaleX(${value})` }} />
    </span>
  )
}
