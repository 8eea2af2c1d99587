import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import type { FilterTree } from '@goalkeeper/filter/tree'
import classes from './selection-bar.module.css'
import type { GoalSelection } from './use-goal-selection.ts'

// Nothing can be selected before there are rows.
const load = () => import('./selected-goals.tsx')
const SelectedGoals = lazy(() => load().then((module) => ({ default: module.SelectedGoals })))

type Props = {
  selection: GoalSelection
  total: number
  onFilterChange: (filter: FilterTree) => void
  /** What other features can do to the selected goals. */
  deeds?: ReactNode
}

/** Below the list: what can be done with the selected goals. Its space is always reserved, so that the rows never move. */
export function SelectionBar(props: Props) {
  useEffect(() => void load(), [])
  if (props.selection.count > 0) {
    return (
      <Suspense fallback={<div className={classes.bar} />}>
        <SelectedGoals {...props} />
      </Suspense>
    )
  }
  return (
    <div className={classes.bar}>
      <span className={classes.hint}>
        <kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> move, with <kbd>Shift</kbd> a range · <kbd>Enter</kbd> open
        · <kbd>F2</kbd> edit · <kbd>Space</kbd> select · <kbd>Ctrl</kbd> <kbd>C</kbd> copy · <kbd>/</kbd> search
      </span>
    </div>
  )
}
