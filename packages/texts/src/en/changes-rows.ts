// The goals of a change set.
import { counted } from './counted.ts'

// alter-row
export const alterByHand = 'Alter by hand'
export const doAsWithAllGoals = 'Do as with all goals'
export const keepForThisGoal = 'Keep for this goal'

// change-grid
export const goalsOfThisChangeSet = 'Goals of this change set'
export const included = 'Included'

// change-row
export const within = 'in'
export const out = 'out'
export const include = (name: string) => `Include ${name}`
export const newGoal = 'New goal '

// deed-words
export const moveDue = (days: number) => `Due date ${days < 0 ? '−' : '+'}${counted(Math.abs(days), 'day')}`
export const description = (shortened: string) => `Description + “${shortened}”`
export const inNames = (find: string, replace: string) => `In names “${find}” → “${replace}”`
export const linkOwnSuccessPlan = (which: string[]) =>
  `Link own success plan${which.length > 0 ? ` ${which.map((each) => `“${each}”`).join(', ')}` : ''}`
export const linkOwnCtasOfTheSame = 'Link own CTAs of the same name'
export const oneInThePlaceOfAnother = (kind: Kind) => `One ${nouns[kind]} in the place of another`
export const linkThem = (count: number, kind: Kind) => `Link ${counted(count, nouns[kind])}`
export const unlinkThem = (count: number, kind: Kind) => `Unlink ${counted(count, nouns[kind])}`
type Kind = 'CTA' | 'SP'
const nouns = { CTA: 'CTA', SP: 'success plan' }
export const emptied = (label: string) => `${label}: emptied`

// part-tabs
export const whichGoals = 'Which goals'
export const searchTheseGoals = 'Search these goals'
export const goalOrCompany = 'Goal or company'

// row-columns
export const beforeAfter = 'Before → after'

// row-panel
export const goalOfThisChangeSet = 'Goal of this change set'
export const newGoalOf = (name: string) => `New goal ${name}`
export const severalFitWhichOne = 'Several fit. Which one?'
export const takeThisGoalOut = 'Take this goal out'
export const takeItInAgain = 'Take it in again'
export const settled = 'Settled'
export const write = 'Write'
export const requestOfGainsight = 'Request of Gainsight'

// row-state
export const queuedState = 'queued'
export const sentState = 'sent'
export const confirmedState = 'confirmed'
export const failedState = 'failed'
export const unknownState = 'unknown'
export const skippedState = 'skipped'
export const notSent = 'not sent'
