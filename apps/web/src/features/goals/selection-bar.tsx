import { Suspense, useEffect } from 'react'
import { lazyAhead } from '#web/shared/ui/lazy-ahead.tsx'
import type { SelectedGoalsProps } from './selected-goals.tsx'
import classes from './selection-bar.module.css'

// Nothing can be selected before there are rows.
const SelectedGoals = lazyAhead(() => import('./selected-goals.tsx').then((module) => module.SelectedGoals))

/** Below the list: what can be done with the selected goals. Its space is always reserved, so that the rows never move. */
export function SelectionBar(props: SelectedGoalsProps) {
  useEffect(() => void SelectedGoals.load(), [])
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
