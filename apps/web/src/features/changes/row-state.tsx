import * as texts from '@goalkeeper/texts/changes-rows'
import type { RowState } from '@goalkeeper/contract/changes'
import { Check, CircleDashed, CircleHelp, CircleSlash, SendHorizontal, X, type LucideIcon } from 'lucide-react'
import classes from './row-state.module.css'

const shapes: Record<RowState, { icon: LucideIcon; word: string }> = {
  queued: { icon: CircleDashed, word: texts.queuedState },
  sent: { icon: SendHorizontal, word: texts.sentState },
  confirmed: { icon: Check, word: texts.confirmedState },
  failed: { icon: X, word: texts.failedState },
  unknown: { icon: CircleHelp, word: texts.unknownState },
  skipped: { icon: CircleSlash, word: texts.skippedState },
}

/** Where a goal stands in the ledger: a shape, then the word. */
export function RowStateLabel({ state }: { state: RowState | null }) {
  if (state === null) return <span className={classes.none}>{texts.notSent}</span>
  const { icon: Icon, word } = shapes[state]
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {word}
    </span>
  )
}
