import * as texts from '@goalkeeper/texts/changes-words'
import * as common from '@goalkeeper/texts/common'
import { undoDays, type ChangeRow, type ChangeSet, type ChangeState } from '@goalkeeper/contract/changes'
import { calendarDateAt, shortDate, type CalendarDate } from '#web/shared/time/calendar-date.ts'
import { clockTime } from '#web/shared/time/relative-words.ts'
import { grouped } from '@goalkeeper/texts/counted'
import type { RowPart } from './change-search.ts'

/** The deeds and the size as one sentence: "Set status to “Retired” on 612 goals". */
export const titleWords = ({ title, counts }: Pick<ChangeSet, 'title' | 'counts'>): string =>
  texts.on(title, counts.goals)

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
    texts.willChange(counts.willChange),
    counts.unchanged > 0 && texts.alreadySo(counts.unchanged),
    counts.problems > 0 && texts.problems(counts.problems),
    counts.excluded > 0 && texts.takenOut(counts.excluded),
    calls > 0 && texts.withChecks(calls),
    calls > 0 && texts.doneNear(lengthWords(cost.seconds), instantWords(now + cost.seconds * 1000, now)),
  ].filter((part) => part !== false)
}

/** What the line beneath the title says once it has been let run. */
export function ledgerWords(set: ChangeSet, now: number): string[] {
  const { counts, cost, state } = set
  const open = counts.queued + counts.sent
  return [
    state !== 'scheduled' && texts.confirmed(counts.confirmed),
    counts.skipped > 0 && texts.skipped(counts.skipped),
    counts.failed > 0 && texts.failed(counts.failed),
    counts.unknown > 0 && texts.unknown(counts.unknown),
    open > 0 && texts.toGo(open),
    state === 'running' && open > 0 && texts.doneNearOf(instantWords(cost.doneAt, now)),
  ].filter((part) => part !== false)
}

/** What came of it, as a sentence. `meanwhile`: how many were skipped because their goal had changed. */
export function outcomeWords({ counts, state }: Pick<ChangeSet, 'counts' | 'state'>, meanwhile: number): string {
  const others = counts.skipped - meanwhile
  const parts = [
    texts.confirmed(counts.confirmed),
    meanwhile > 0 && texts.skippedBecauseChangedMeanwhile(meanwhile),
    others > 0 && `${grouped(others)} ${state === 'cancelled' ? texts.givenUp : 'skipped'}`,
    counts.failed > 0 && texts.failed(counts.failed),
    counts.unknown > 0 && texts.unknown(counts.unknown),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** How long it takes, rounded up to what people plan with: "less than a minute", "about 10 min", "about 2 h 5 min". */
export function lengthWords(seconds: number): string {
  if (seconds < 60) return texts.lessThanAMinute
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return texts.aboutMin(minutes)
  const rest = minutes % 60
  return texts.aboutH(Math.floor(minutes / 60), rest)
}

/** An instant as a clock time, with the day when it is not today: "16:42", "27 Nov 08:00". */
export function instantWords(instant: number, now: number): string {
  const [day, today] = [calendarDateAt(new Date(instant)), calendarDateAt(new Date(now))]
  return day === today ? clockTime(instant) : `${shortDate(day, today)} ${clockTime(instant)}`
}

/** Until when it can be taken back: "until 23 Dec". */
export const undoWords = (until: number, today: CalendarDate): string =>
  texts.until(shortDate(calendarDateAt(new Date(until)), today))

export const undoExplained = texts.makesADraftThatTakesThe(undoDays)

export const stateWords = {
  draft: texts.draft,
  scheduled: texts.scheduled,
  running: texts.running,
  paused: texts.paused,
  done: common.done,
  cancelled: texts.givenUpTitle,
} satisfies Record<ChangeState, string>

export const partWords = {
  all: common.all,
  problems: texts.problemsTitle,
  excluded: texts.excluded,
  confirmed: texts.confirmedTitle,
  failed: texts.failedTitle,
  unknown: texts.unknownTitle,
  skipped: texts.skippedTitle,
  meanwhile: texts.changedMeanwhile,
  queued: texts.queued,
  sent: texts.sent,
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
  if (row.state === 'failed') return { words: row.reason ?? texts.refusedByGainsight, tone: 'red' }
  if (row.state === 'unknown') return { words: row.reason ?? texts.beingFoundOutByReading, tone: 'amber' }
  if (row.reason !== null) return { words: row.reason, tone: 'quiet' }
  if (row.problem !== null) return { words: row.problem, tone: 'amber' }
  const byHand = Object.keys(row.altered).length > 0 ? texts.alteredByHand : ''
  if (row.notUndoable !== null) return { words: texts.cannotBeUndone(byHand, row.notUndoable), tone: 'quiet' }
  return { words: texts.canBeUndone(byHand), tone: 'quiet' }
}
