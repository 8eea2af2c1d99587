// Reviews and their queue.
import { grouped } from './counted.ts'

// change-lines
export const somebody = 'Somebody'
export const leftGainsight = 'Left Gainsight'
export const appeared = 'Appeared'
export const linkedCtasChanged = 'Linked CTAs changed'
export const linkedPlansChanged = 'Linked plans changed'
export const changed = (label: string) => `${label} changed`

// decision-foot
export const theGoalIsOnItsWay = 'The goal is on its way.'
export const setStatusTo = (name: string) => `Set status to ${name}`
export const keepItAsItIsOr = 'Keep it as it is, or save'
export const setTheDueDate = 'Set the due date'
export const writeANote = 'Write a note'
export const flag = 'Flag'
export const takeBackTheLastDecision = 'Take back the last decision'
export const nothingHasBeenDecidedYet = 'Nothing has been decided yet.'
export const decide = 'Decide'
export const decision = 'Decision'
export const dueDateD = 'Due date (D)'
export const dueByKey = 'D  due: 31 mar, +30'
export const noteN = 'Note (N)'
export const nNoteForTheDescription = 'N  note, for the description'
export const nNoteKeptInGoalkeeper = 'N  note, kept in Goalkeeper'
export const flagF = 'Flag (F)'
export const save = 'Save ↵'
export const keep = 'Keep ↵'
export const takeBackU = 'Take back (U)'

// decision
export const kept = 'Keep'
export const flagged = 'flagged'
export const note = 'note'
export const due = (day: string) => `due ${day}`
export const outOf = (decided: number, goals: number) => `${grouped(decided)} of ${grouped(goals)}`
export const aboutMin = (words: string, minutes: number) => `${words}, about ${grouped(minutes)} min`

// review-end
export const everyGoalIsDecided = 'Every goal is decided.'
export const ofAreDecidedOthersHaveThe = (decided: number, goals: number) =>
  `${decided} of ${goals} are decided; others have the rest before them.`
export const decisions = 'Decisions'
export const byCsm = 'By CSM'
export const withoutACsm = 'Without a CSM'
export const previewChange = (unsent: number) => `Preview ${unsent} change${unsent === 1 ? '' : 's'}`
export const summaryByCompanyCsv = 'Summary by company (CSV)'
export const reviewAgain = 'Review again'
export const nothingHasBeenSentYetYou = 'Nothing has been sent yet: you look at every change before it runs. '
export const notesAreAddedToTheDescriptions = 'Notes are added to the descriptions when the changes run.'
export const notesStayInGoalkeeperAndStand = 'Notes stay in Goalkeeper and stand beside the goal in the next review.'

// review-goal-beside
export const aboutTheGoal = 'About the goal'
export const notesOfEarlierReviews = 'Notes of earlier reviews'
export const otherGoalsOfTheCompany = 'Other goals of the company'
export const none = 'None.'
export const noStatus = 'No status'
export const furtherBack = 'Further back'

// review-goal-view
export const dueTitle = 'Due {dueDate}'
/** How often a due date was moved, and by how much in all. */
export const moved = (times: number, days: number) =>
  `moved ${times === 1 ? 'once' : `${times} times`}, ${days >= 0 ? '+' : '−'}${Math.abs(days)} days`
export const whatChanged = 'What changed'
export const whatChangedSinceLastTime = 'What changed since last time'
export const itIsNoLongerInGainsight = 'It is no longer in Gainsight: go on with Enter.'
export const linkedToNoCtaAndNo = 'Linked to no CTA and no success plan.'

// review-header
export const outOfCompany = (company: string | null | undefined, done: number, value: number) =>
  `${company ?? 'Without a company'}: ${done} of ${value}`
export const here = (present: string) => `Here: ${present}`
export const leave = 'Leave'

// review-page
export const goOnWithTheNext = 'Go on with the next'
export const theGoalCouldNotBeRead = (message: string) => `The goal could not be read. ${message}`

// review-queue
export const lookedAt = 'looked at'
export const decided = 'decided'
export const gone = 'gone'
export const queue = 'Queue'
export const by = (by: string) => ` by ${by}`

// reviews-page
export const goalsLookedAtOneByOne = 'Goals looked at one by one, alone or together.'
export const nothingHasBeenReviewedYet = 'Nothing has been reviewed yet'
export const filterAListOfGoalsAnd =
  'Filter a list of goals and choose Review. Each goal then comes with what helps to decide; a key sets its status, and all decisions are looked at together before they are sent.'
export const notSentYet = (unsent: number) => `${unsent} not sent yet`
export const atIt = (present: string) => `${present} at it`

// use-review-session
export const theDecisionWasNotSaved = (detail: string) => `The decision was not saved. ${detail}`
