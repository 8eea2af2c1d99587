import * as texts from '@goalkeeper/texts/form-trouble'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { useNamedField } from '../names/use-names.ts'
import { shortDate } from '../time/calendar-date.ts'
import { duration } from '../time/relative-words.ts'
import { useNowRoughly, useToday } from '../time/use-clock.ts'
import { valueText } from '../ui/value-text.ts'
import type { FieldConflict } from '../writes/conflict.ts'
import classes from './conflict-choice.module.css'

type Props = {
  conflict: FieldConflict
  /** Who changed it, and when (epoch milliseconds), as far as known. */
  by: string | null
  at: number | null
  field: Field | undefined
  /** What has been chosen already. */
  chosen?: 'theirs' | 'yours' | undefined
  onTheirs: () => void
  onYours: () => void
}

/** "Theirs, 2 min ago, Ana: 30 Jun | Yours: 15 Jul": two versions of one field, each a button. */
export function ConflictChoice({ conflict, by, at, field, chosen, onTheirs, onYours }: Props) {
  const now = useNowRoughly()
  const today = useToday()
  const who = [texts.theirs, at !== null && texts.ago(duration((now - at) / 1000)), by].filter(Boolean).join(', ')
  const named = useNamedField(field, [conflict.theirs, conflict.yours])
  const words = (value: FieldValue) => sideText(value, named, today)
  return (
    <div className={classes.choice} role="group" aria-label={texts.wasChangedElsewhere(field?.label ?? conflict.field)}>
      <button type="button" className={classes.side} aria-pressed={chosen === 'theirs'} onClick={onTheirs}>
        <span className={classes.who}>{who}:</span> {words(conflict.theirs)}
      </button>
      <button type="button" className={classes.side} aria-pressed={chosen === 'yours'} onClick={onYours}>
        <span className={classes.who}>{texts.yours}</span> {words(conflict.yours)}
      </button>
    </div>
  )
}

const longest = 200

function sideText(value: FieldValue, field: Field | undefined, today: string): string {
  if (value === null || value === '') return 'empty'
  if (field?.type === 'date' && typeof value === 'string') return shortDate(value, today)
  const text = field ? valueText(value, field) : textOfHtml(String(value))
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
