import { useToday } from '../time/use-clock.ts'
import classes from './due-date.module.css'
import { dueWords } from './due-words.ts'

type Props = { due: string | null; isOpen: boolean | null; empty?: string }

/** A due date in words, red when overdue, with date, weekday and distance as tooltip. */
export function DueDate({ due, isOpen, empty = '–' }: Props) {
  const words = dueWords(due, useToday(), isOpen)
  if (!words) return <span className={classes.none}>{empty}</span>
  return (
    <time
      className={classes.due}
      data-overdue={words.isOverdue || undefined}
      dateTime={due ?? undefined}
      title={words.title}
    >
      {words.text}
    </time>
  )
}
