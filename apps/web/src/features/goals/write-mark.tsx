import type { GoalRow } from '@goalkeeper/contract/goals'
import classes from './write-mark.module.css'

type Props = { state: NonNullable<GoalRow['write']>['state'] }

const words = {
  waiting: 'A change waits for its call to the tenant',
  sent: 'A change has been sent',
  unknown: 'A change was sent, and nobody can say yet whether it was applied',
}

/** How far a change of this goal has come: hollow dot waiting, filled dot sent, question mark unknown. */
export function WriteMark({ state }: Props) {
  return (
    <span className={classes.mark} data-state={state} role="img" aria-label={words[state]} title={words[state]}>
      {state === 'unknown' && '?'}
    </span>
  )
}
