import * as texts from '@goalkeeper/texts/goals-first'
import type { GoalRow } from '@goalkeeper/contract/goals'
import classes from './write-mark.module.css'

type Props = { state: NonNullable<GoalRow['write']>['state'] }

const words = {
  waiting: texts.aChangeWaitsForItsCall,
  sent: texts.aChangeHasBeenSent,
  unknown: texts.aChangeWasSentAndNobody,
}

/** How far a change of this goal has come: hollow dot waiting, filled dot sent, question mark unknown. */
export function WriteMark({ state }: Props) {
  return (
    <span className={classes.mark} data-state={state} role="img" aria-label={words[state]} title={words[state]}>
      {state === 'unknown' && '?'}
    </span>
  )
}
