import { undoDays, type ChangeRow, type ChangeSet, type ChangeState } from '@goalkeeper/contract/changes'
import { calendarDateAt, shortDate, type CalendarDate } from '#web/shared/time/calendar-date.ts'
import { clockTime } from '#web/shared/time/relative-words.ts'
import { counted, grouped } from '#web/shared/ui/counted.ts'
import type { RowPart } from './change-search.ts'

/** The deeds and the size as one sentence: "Set status to “Retired” on 612 goals". */
export const titleWords = ({ title, counts }: Pick<ChangeSet, 'title' | 'counts'>): string =>
  `${title} on ${counted(counts.goals, 'goal')}`

/** The title as a browser's tab has room for it: while it runs, how far it is comes first. */
export function tabTitle(set: ChangeSet): string {
  if (set.state !== 'running' && set.state !== 'paused') return titleWords(set)
  const { settled, all } = progressOf(set)
  return `(${settled}/${all}) ${set.title}`
}

/** How many goals of the ledger are settled, and how many there are. */
export function progressOf({ counts }: Pick<ChangeSet, 'counts'>): { settled: number; all: number } {
  const settled = counts.confirmed + counts.failed + counts.skipped
  return { settled, all: settled + counts.queued + counts.sent + counts.unknown }
}

/** What the line beneath the title of a draft says. */
export function draftWords({ counts, cost }: ChangeSet, now: number): string[] {
  const calls = cost.writes + cost.checks
  return [
    `${grouped(counts.willChange)} will change`,
    counts.unchanged > 0 && `${grouped(counts.unchanged)} already so`,
    counts.problems > 0 && counted(counts.problems, 'problem'),
    counts.excluded > 0 && `${grouped(counts.excluded)} taken out`,
    calls > 0 && `${counted(calls, 'call')} with checks`,
    calls > 0 && `${lengthWords(cost.seconds)}, done near ${instantWords(now + cost.seconds * 1000, now)}`,
  ].filter((part) => part !== false)
}

/** What the line beneath the title says once it has been let run. */
export function ledgerWords(set: ChangeSet, now: number): string[] {
  const { counts, cost, state } = set
  const open = counts.queued + counts.sent
  return [
    state !== 'scheduled' && `${grouped(counts.confirmed)} confirmed`,
    counts.skipped > 0 && `${grouped(counts.skipped)} skipped`,
    counts.failed > 0 && `${grouped(counts.failed)} failed`,
    counts.unknown > 0 && `${grouped(counts.unknown)} unknown`,
    open > 0 && `${grouped(open)} to go`,
    state === 'running' && open > 0 && `done near ${instantWords(cost.doneAt, now)}`,
  ].filter((part) => part !== false)
}

/** What came of it, as a sentence. `meanwhile`: how many were skipped because their goal had changed. */
export function outcomeWords({ counts, state }: Pick<ChangeSet, 'counts' | 'state'>, meanwhile: number): string {
  const others = counts.skipped - meanwhile
  const parts = [
    `${grouped(counts.confirmed)} confirmed`,
    meanwhile > 0 && `${grouped(meanwhile)} skipped because changed meanwhile`,
    others > 0 && `${grouped(others)} ${state === 'cancelled' ? 'given up' : 'skipped'}`,
    counts.failed > 0 && `${grouped(counts.failed)} failed`,
    counts.unknown > 0 && `${grouped(counts.unknown)} unknown`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** How long it takes, rounded up to what people plan with: "less than a minute", "about 10 min", "about 2 h 5 min". */
export function lengthWords(seconds: number): string {
  if (seconds < 60) return 'less than a minute'
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return `about ${minutes} min`
  const rest = minutes % 60
  return `about ${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`
}

/** An instant as a clock time, with the day when it is not today: "16:42", "27 Nov 08:00". */
export function instantWords(instant: number, now: number): string {
  const [day, today] = [calendarDateAt(new Date(instant)), calendarDateAt(new Date(now))]
  return day === today ? clockTime(instant) : `${shortDate(day, today)} ${clockTime(instant)}`
}

/** Until when it can be taken back: "until 23 Dec". */
export const undoWords = (until: number, today: CalendarDate): string =>
  `until ${shortDate(calendarDateAt(new Date(until)), today)}`

export const undoExplained = `Makes a draft that takes the confirmed goals back, for you to look at. It can be done for ${undoDays} days; goals that have moved on since are left out and named.`

export const stateWords = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  cancelled: 'Given up',
} satisfies Record<ChangeState, string>

export const partWords = {
  all: 'All',
  problems: 'Problems',
  excluded: 'Excluded',
  confirmed: 'Confirmed',
  failed: 'Failed',
  unknown: 'Unknown',
  skipped: 'Skipped',
  meanwhile: 'Changed meanwhile',
  queued: 'Queued',
  sent: 'Sent',
} satisfies Record<RowPart, string>

/** How many goals a part has; null where only the server can count them. */
export function partCount(part: RowPart, { counts, state }: ChangeSet): number | null {
  if (part === 'meanwhile') return counts.skipped === 0 ? 0 : null
  if (part !== 'all') return counts[part]
  return state === 'draft' ? counts.willChange + counts.problems + counts.excluded : progressOf({ counts }).all
}

/** What is said of a goal beside its differences, and how loud. */
export type Note = { words: string; tone: 'quiet' | 'amber' | 'red' }

export function noteOf(row: ChangeRow): Note {
  if (row.state === 'failed') return { words: row.reason ?? 'Refused by Gainsight.', tone: 'red' }
  if (row.state === 'unknown') return { words: row.reason ?? 'Being found out by reading.', tone: 'amber' }
  if (row.reason !== null) return { words: row.reason, tone: 'quiet' }
  if (row.problem !== null) return { words: row.problem, tone: 'amber' }
  const byHand = Object.keys(row.altered).length > 0 ? 'Altered by hand. ' : ''
  if (row.notUndoable !== null) return { words: `${byHand}Cannot be undone: ${row.notUndoable}`, tone: 'quiet' }
  return { words: `${byHand}Can be undone`, tone: 'quiet' }
}
