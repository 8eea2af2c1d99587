import * as texts from '@goalkeeper/texts/goals-first'
import { Suspense } from 'react'
import { lazyAhead, useLoadedAhead } from '#web/shared/ui/lazy-ahead.tsx'
import type { SelectedGoalsProps } from './selected-goals.tsx'
import classes from './selection-bar.module.css'

// Nothing can be selected before there are rows.
const SelectedGoals = lazyAhead(() => import('./selected-goals.tsx').then((module) => module.SelectedGoals))

/** Below the list: what can be done with the selected goals. Its space is always reserved, so that the rows never move. */
export function SelectionBar(props: SelectedGoalsProps) {
  useLoadedAhead(SelectedGoals, 1_000)
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
        {texts.keysOfTheList.split(/[{}]/).map((piece, at) => (at % 2 ? <kbd key={at}>{piece}</kbd> : piece))}
      </span>
    </div>
  )
}
