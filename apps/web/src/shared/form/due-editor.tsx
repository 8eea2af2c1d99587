import * as texts from '@goalkeeper/texts/form-cells'
import { Popover } from '@mantine/core'
import { useId, useState } from 'react'
import { shortDate } from '../time/calendar-date.ts'
import { parseDay } from '../time/parse-day.ts'
import { useToday } from '../time/use-clock.ts'
import { cannotClear } from '../writes/update-body.ts'
import classes from './cell-editor.module.css'
import { dayWords } from './day-words.ts'
import { selectUnlessTyped, useEarlyEnd, type EarlyKeys } from './early-keys.tsx'
import { endsOnBlur } from './ends-on-blur.ts'

type Props = {
  label: string
  value: string | null
  /** The tenant lets it be emptied. */
  canClear: boolean
  early: EarlyKeys
  onSave: (day: string | null) => void
  onCancel: () => void
}

/** A due date as people type it, in its own box, with its reading in words beneath. Emptied, the goal has no due date. */
export function DueEditor({ label, value, canClear, early, onSave, onCancel }: Props) {
  const today = useToday()
  const wordsId = useId()
  const [draft, setDraft] = useState(early.text ?? (value === null ? '' : shortDate(value, today)))
  const [isTouched, setTouched] = useState(early.text !== null)
  const typed = parseDay(draft, today)
  const day = typed.kind === 'day' ? typed.day : null
  const isStuck = typed.kind === 'none' && value !== null && !canClear
  const isWrong = isStuck || typed.kind === 'unclear'
  const finish = () => (!isTouched || isWrong || day === value ? onCancel() : onSave(day))
  useEarlyEnd(early.isEnded, () => isWrong || finish())
  return (
    <Popover opened position="bottom-start" withRoles={false} trapFocus={false} returnFocus={false}>
      <Popover.Target>
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to edit this box
          autoFocus
          className={classes.input}
          aria-label={label}
          aria-describedby={wordsId}
          aria-invalid={isWrong || undefined}
          value={draft}
          placeholder={texts.dayExamples}
          onFocus={(event) => selectUnlessTyped(event.currentTarget, early)}
          onChange={(event) => {
            setTouched(true)
            setDraft(event.currentTarget.value)
          }}
          onBlur={endsOnBlur(finish)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isWrong) finish()
            else if (event.key === 'Escape') onCancel()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.echo}>
        <span id={wordsId} role="status">
          {isStuck ? cannotClear : isTouched ? dayWords(typed, today) : hintOf(canClear)}
        </span>
      </Popover.Dropdown>
    </Popover>
  )
}

const hintOf = (canClear: boolean) => (canClear ? texts.dayExamplesOrEmpty : texts.dayExamples)
