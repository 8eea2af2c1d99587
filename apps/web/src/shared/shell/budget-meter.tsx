import type { Budget } from '@goalkeeper/contract/connection'
import { Popover } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useNow } from '../time/use-clock.ts'
import classes from './budget-meter.module.css'
import { budgetState, budgetWords, share } from './budget-state.ts'

const BudgetDetails = lazy(() => import('./budget-details.tsx').then((module) => ({ default: module.BudgetDetails })))

/** Calls of the tenant's limit that are used up: the minute above, the day below, and how many are free now. Click for the whole story. */
export function BudgetMeter({ budget }: { budget: Budget }) {
  const [isOpen, setOpen] = useState(false)
  const state = budgetState(budget, useNow())
  const { minute, day } = budget
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.meter}
          data-state={state}
          aria-label={`Call budget: ${budgetWords[state]}`}
          title={`${minute.free} calls free now, of ${minute.limit} a minute`}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={classes.bars} aria-hidden="true">
            <Bar value={share(minute.used, minute.limit)} />
            <Bar value={share(day.used, day.limit)} />
          </span>
          <span className={classes.free} aria-hidden="true">
            {minute.free}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Call budget">
        <Suspense fallback={null}>{isOpen && <BudgetDetails budget={budget} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function Bar({ value }: { value: number }) {
  return (
    <span className={classes.bar}>
      <span className={classes.used} style={{ transform: `scaleX(${value})` }} />
    </span>
  )
}
