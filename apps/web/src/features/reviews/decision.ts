import * as texts from '@goalkeeper/texts/reviews'
import type { Decision } from '@goalkeeper/contract/reviews'

/** What has been typed beside the keys, before it is decided. */
export type Staged = { dueDate: string | null; note: string; flagged: boolean }

export const nothingStaged: Staged = { dueDate: null, note: '', flagged: false }

/** The decision that a status key (or Enter, without one) makes of what was typed. */
export function decisionOf(staged: Staged, statusName: string | null, notesToDescription: boolean): Decision {
  const note = staged.note.trim()
  const isChange = statusName !== null || staged.dueDate !== null || (notesToDescription && note !== '')
  return { ...staged, note, statusName, kind: isChange ? 'change' : 'keep' }
}

/** What was decided, for the line at the foot: "On Hold, due 31 Mar". */
export function decisionWords({ kind, statusName, dueDate, note, flagged }: Decision, day: (date: string) => string) {
  const parts = [
    statusName ?? (kind === 'keep' ? texts.kept : null),
    dueDate !== null && texts.due(day(dueDate)),
    note !== '' && texts.note,
    flagged && texts.flagged,
  ].filter((part) => part !== null && part !== false)
  return parts.join(', ')
}

/** "37 of 140, about 25 min". */
export function progressWords(decided: number, goals: number, secondsPerGoal: number | null): string {
  const left = goals - decided
  const minutes = secondsPerGoal === null ? 0 : Math.ceil((left * secondsPerGoal) / 60)
  const words = texts.outOf(decided, goals)
  return left > 0 && minutes > 0 ? texts.aboutMin(words, minutes) : words
}
