import * as texts from '@goalkeeper/texts/reviews'
import * as common from '@goalkeeper/texts/common'
import type { Status } from '@goalkeeper/contract/catalogue'
import type { Decision } from '@goalkeeper/contract/reviews'
import { Checkbox, TextInput } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import { dayWords } from '#web/shared/form/day-words.ts'
import { statusChoices } from '#web/shared/form/status-choices.ts'
import { shortDate } from '#web/shared/time/calendar-date.ts'
import { parseDay } from '#web/shared/time/parse-day.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'
import { useCommands } from '#web/shared/commands/use-commands.ts'
import { decisionOf, decisionWords } from './decision.ts'
import classes from './decision-foot.module.css'
import type { Made } from './use-review-session.ts'

type Props = {
  isReady: boolean
  /** Why nothing can be decided here; null when it can. */
  reason: string | null
  statuses: Status[]
  notesToDescription: boolean
  last: Made | null
  onDecide: (decision: Decision) => void
  onTakeBack: () => void
}

/** The keys: a number gives a status, D the due date, N a note, F a flag, Enter keeps or saves, U takes back. */
export function DecisionFoot({ isReady, reason, statuses, notesToDescription, last, onDecide, onTakeBack }: Props) {
  const today = useToday()
  const choices = statusChoices(statuses).slice(0, 9)
  const [dueText, setDueText] = useState('')
  const [note, setNote] = useState('')
  const [flagged, setFlagged] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const dueInput = useRef<HTMLInputElement>(null)
  const noteInput = useRef<HTMLInputElement>(null)
  const typed = parseDay(dueText, today)
  const isUnclear = dueText.trim() !== '' && typed.kind !== 'day'
  const canDecide = isReady && reason === null

  const decide = (statusName: string | null) => {
    if (!canDecide) return
    if (isUnclear) {
      setAsked(true)
      dueInput.current?.focus()
      return
    }
    const dueDate = typed.kind === 'day' ? typed.day : null
    onDecide(decisionOf({ dueDate, note, flagged }, statusName, notesToDescription))
  }
  const undecidable = reason ?? (isReady ? null : texts.theGoalIsOnItsWay)
  useCommands(common.thisReview, [
    ...choices.map(({ name }, index) => ({
      label: texts.setStatusTo(name),
      key: String(index + 1),
      reason: undecidable,
      run: () => decide(name),
    })),
    { label: texts.keepItAsItIsOr, key: 'Enter', reason: undecidable, run: () => decide(null) },
    { label: texts.setTheDueDate, key: 'd', reason, run: () => dueInput.current?.focus() },
    { label: texts.writeANote, key: 'n', reason, run: () => noteInput.current?.focus() },
    { label: texts.flag, key: 'f', reason, run: () => setFlagged((flag) => !flag) },
    {
      label: texts.takeBackTheLastDecision,
      key: 'u',
      reason: last ? null : texts.nothingHasBeenDecidedYet,
      run: onTakeBack,
    },
  ])
  const hasTyped = dueText.trim() !== '' || note.trim() !== '' || flagged

  return (
    <section className={classes.foot} aria-label={texts.decide}>
      <form
        className={classes.line}
        aria-label={texts.decision}
        onSubmit={(event) => {
          event.preventDefault()
          decide(null)
        }}
      >
        <div className={classes.statuses} role="group" aria-label={common.status}>
          {choices.map(({ name, meaning, color }, index) => (
            <StatusKey
              key={name}
              digit={String(index + 1)}
              name={name}
              disabled={!canDecide}
              title={reason ?? `${name} (${index + 1})`}
              onPick={() => decide(name)}
            >
              <StatusShape meaning={meaning} color={color} />
            </StatusKey>
          ))}
        </div>
        <TextInput
          ref={dueInput}
          className={classes.due}
          aria-label={texts.dueDateD}
          placeholder={texts.dueByKey}
          value={dueText}
          disabled={reason !== null}
          error={isAsked && isUnclear}
          title={dueText.trim() === '' ? undefined : dayWords(typed, today)}
          onChange={(event) => setDueText(event.currentTarget.value)}
        />
        <TextInput
          ref={noteInput}
          className={classes.note}
          aria-label={texts.noteN}
          placeholder={notesToDescription ? texts.nNoteForTheDescription : texts.nNoteKeptInGoalkeeper}
          maxLength={10_000}
          value={note}
          disabled={reason !== null}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Checkbox
          label={texts.flagF}
          checked={flagged}
          disabled={reason !== null}
          onChange={(event) => setFlagged(event.currentTarget.checked)}
        />
        <button type="submit" className={classes.keep} disabled={!canDecide} title={reason ?? common.enter}>
          {hasTyped ? texts.save : texts.keep}
        </button>
      </form>
      <p className={classes.last} role="status">
        {isAsked && isUnclear && dayWords(typed, today)}
        {!(isAsked && isUnclear) && last && (
          <>
            <span className={classes.lastWords}>
              {last.item.name}: {decisionWords(last.decision, (day) => shortDate(day, today))}
            </span>
            <button type="button" className={classes.takeBack} onClick={onTakeBack}>
              {texts.takeBackU}
            </button>
          </>
        )}
      </p>
    </section>
  )
}

type StatusKeyProps = {
  digit: string
  name: string
  disabled: boolean
  title: string
  onPick: () => void
  children: ReactNode
}

function StatusKey({ digit, name, disabled, title, onPick, children }: StatusKeyProps) {
  return (
    <button type="button" className={classes.status} disabled={disabled} title={title} onClick={onPick}>
      <kbd>{digit}</kbd>
      {children}
      <span>{name}</span>
    </button>
  )
}
