import type { RowState } from '@goalkeeper/contract/changes'
import { Check, CircleDashed, CircleHelp, CircleSlash, SendHorizontal, X, type LucideIcon } from 'lucide-react'
import classes from './row-state.module.css'

const shapes: Record<RowState, { icon: LucideIcon; word: string }> = {
  queued: { icon: CircleDashed, word: 'queued' },
  sent: { icon: SendHorizontal, word: 'sent' },
  confirmed: { icon: Check, word: 'confirmed' },
  failed: { icon: X, word: 'failed' },
  unknown: { icon: CircleHelp, word: 'unknown' },
  skipped: { icon: CircleSlash, word: 'skipped' },
}

/** Where a goal stands in the ledger: a shape, then the word. */
export function RowStateLabel({ state }: { state: RowState | null }) {
  if (state === null) return <span className={classes.none}>not sent</span>
  const { icon: Icon, word } = shapes[state]
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {word}
    </span>
  )
}
