// Change sets and their runs.
import { grouped } from '../counted.ts'

// change-desk
export const aChangeSetHasAtMost = (mostGoals: number) =>
  `A change set has at most ${grouped(mostGoals)} goals: choose fewer.`
export const noGoalIsChosen = 'No goal is chosen.'
export const noneOfTheseGoalsIsAmong = 'None of these goals is among those that you see.'
export const theGoalsOfThisChangeSet = 'The goals of this change set have changes of their own.'
export const thisGoalHasChangesOfIts =
  'This goal has changes of its own: take it out, or change them where they come from.'
export const itIsSoAlready = 'It is so already.'
export const nothingOfThisChangeSetCan = 'Nothing of this change set can be taken back.'
export const itIsBeingTakenBackAlready = 'It is being taken back already, or was.'
export const itEndedMoreThanDaysAgo = (undoDays: number) => `It ended more than ${undoDays} days ago, and stays.`
export const takeBack = (title: string) => `Take back: ${title}`
export const thisChangeSetIsNoDraft = 'This change set is no draft any more.'

// job
export const gainsightRefusedGoalsInARow = (count: number, reason: string) =>
  `Gainsight refused ${count} goals in a row for the same reason: ${reason}`
export const nothingCanBeSentNow = 'Nothing can be sent now.'
export const theFirstHaveRunLookAt = (first: number) =>
  `The first ${first} have run. Look at them, then let the rest go on.`

// run-desk
export const someOfItsGoalsAreNo = 'Some of its goals are no longer among those that you see.'
export const thereIsNoStatusAnyMore = (name: string, goals: string) =>
  `There is no status “${name}” any more, and ${goals} would be given it. Give them another one, or take them out.`
export const itRunsAlreadyOrHasRun = 'It runs already, or has run.'
export const itWouldChangeNowNotLook = (goals: string, expected: number) =>
  `It would change ${goals} now, not ${grouped(expected)}: look at it again.`
export const fromOn = (value: string) => `, from ${value} on`
export const theFirstOfThemToBegin = (first: number) => `, the first ${first} of them to begin with`
export const letRunOn = (named: string, goals: string, how: string, when: string) =>
  `Let ${named} run on ${goals}${how}${when}.`
export const pausedBy = (actor: string) => `Paused by ${actor}.`
export const itDoesNotRun = 'It does not run.'
export const paused = (named: string) => `Paused ${named}.`
export const itIsNotPaused = 'It is not paused.'
export const letGoOn = (named: string) => `Let ${named} go on.`
export const itHasStarted = 'It has started.'
export const tookBackThatIsToRun = (named: string) => `Took back that ${named} is to run.`
export const givenUpBy = (actor: string) => `Given up by ${actor}.`
export const cancelledTheRestOfNotChanged = (named: string, goals: string) =>
  `Cancelled the rest of ${named}: ${goals} not changed.`
export const itHasNotRunYet = 'It has not run yet.'
export const itWasBeingTriedAgain = 'It was being tried again.'
export const itHasMovedOnMeanwhileLook = 'It has moved on meanwhile: look at it again.'
export const thereIsNothingThatCouldBe = 'There is nothing that could be tried again.'
export const triedOfAgain = (goals: string, named: string) => `Tried ${goals} of ${named} again.`

// send-row
export const aGoalOfThisNameHas = 'A goal of this name has come to its place since the preview.'

// undo-rows
export const itWasCreatedAndNoGoal = 'It was created, and no goal can be deleted from outside Gainsight.'
export const takeItOutAndDeleteIt = 'Take it out, and delete it in Gainsight.'
export const itHasBeenChangedAgainSince = 'It has been changed again since.'
export const lookAtTheGoalAndTake = 'Look at the goal, and take it out.'
