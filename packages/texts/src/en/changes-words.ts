// What a change set does and how it stands, in words.
import { counted, grouped } from './counted.ts'

// change-words
export const on = (title: string, goals: number) => `${title} on ${counted(goals, 'goal')}`
export const willChange = (willChange: number) => `${grouped(willChange)} will change`
export const alreadySo = (unchanged: number) => `${grouped(unchanged)} already so`
export const problems = (problems: number) => counted(problems, 'problem')
export const takenOut = (excluded: number) => `${grouped(excluded)} taken out`
export const withChecks = (calls: number) => `${counted(calls, 'call')} with checks`
export const doneNear = (lengthWords: string, instantWords: string) => `${lengthWords}, done near ${instantWords}`
export const confirmed = (confirmed: number) => `${grouped(confirmed)} confirmed`
export const skipped = (skipped: number) => `${grouped(skipped)} skipped`
export const failed = (failed: number) => `${grouped(failed)} failed`
export const unknown = (unknown: number) => `${grouped(unknown)} unknown`
export const toGo = (open: number) => `${grouped(open)} to go`
export const doneNearOf = (instantWords: string) => `done near ${instantWords}`
export const skippedBecauseChangedMeanwhile = (meanwhile: number) =>
  `${grouped(meanwhile)} skipped because changed meanwhile`
export const givenUp = 'given up'
export const lessThanAMinute = 'less than a minute'
export const aboutMin = (minutes: number) => `about ${minutes} min`
export const aboutH = (floor: number, rest: number) => `about ${floor} h${rest > 0 ? ` ${rest} min` : ''}`
export const until = (shortDate: string) => `until ${shortDate}`
export const makesADraftThatTakesThe = (undoDays: number) =>
  `Makes a draft that takes the confirmed goals back, for you to look at. It can be done for ${undoDays} days; goals that have moved on since are left out and named.`
export const draft = 'Draft'
export const scheduled = 'Scheduled'
export const running = 'Running'
export const paused = 'Paused'
export const givenUpTitle = 'Given up'
export const problemsTitle = 'Problems'
export const excluded = 'Excluded'
export const confirmedTitle = 'Confirmed'
export const failedTitle = 'Failed'
export const unknownTitle = 'Unknown'
export const skippedTitle = 'Skipped'
export const changedMeanwhile = 'Changed meanwhile'
export const queued = 'Queued'
export const sent = 'Sent'
export const refusedByGainsight = 'Refused by Gainsight.'
export const beingFoundOutByReading = 'Being found out by reading.'
export const alteredByHand = 'Altered by hand. '
export const cannotBeUndone = (byHand: string, notUndoable: string) => `${byHand}Cannot be undone: ${notUndoable}`
export const canBeUndone = (byHand: string) => `${byHand}Can be undone`

// progress-bar
export const goalsThatAreSettled = 'Goals that are settled'
export const outOf = (settled: number, all: number) => `${grouped(settled)} of ${grouped(all)}`
