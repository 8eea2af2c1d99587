// One change set: its preview, run and ledger.
import { counted, grouped } from './counted.ts'

// change-bands
export const show = (problems: number) => `Show ${counted(problems, 'problem')}`
export const takeOut = (problems: number) => `Take ${problems === 1 ? 'it' : 'them'} out`
export const notTakenOut = (detail: string) => `Not taken out. ${detail}`

// change-header
export const draftStep = 'Draft'
export const previewStep = 'Preview'
export const runStep = 'Run'
export const steps = 'Steps'
export const forAColleaguesLook = 'For a colleague’s look'
export const madeBy = (createdBy: string, instantWords: string) => `Made by ${createdBy}, ${instantWords}`
export const runBy = (startedBy: string, instantWords: string) => ` · run by ${startedBy}, ${instantWords}`
export const takesBackThisChange = 'takes back this change'

// change-page
export const thisChangeSet = 'This change set'
export const thatGoalCouldNotBeChanged = (detail: string) => `That goal could not be changed. ${detail}`
export const noGoalOfThatNameIs = 'No goal of that name is here'
export const onlyTheseGoalsAreSearchedBy = 'Only these goals are searched, by their names and those of their companies.'
export const everyGoalIsSoAlreadyThere = 'Every goal is so already: there is nothing to change'
export const noGoalHasAProblem = 'No goal has a problem'
export const noGoalWasTakenOut = 'No goal was taken out'
export const noGoalIsHere = 'No goal is here'

// done-side
export const ended = 'Ended {when}'
export const reviewSkipped = (meanwhile: number) => `Review ${grouped(meanwhile)} skipped`
export const againstTheGoalsAsTheyAre = 'Against the goals as they are now'
export const changeThemAllTheSame = 'Change them all the same'
export const retryFailed = (failed: number) => `Retry ${grouped(failed)} failed`
export const undo = (undoWords: string) => `Undo (${undoWords})`
export const aChangeTakesThisOneBack = 'A change takes this one back'

// draft-side
export const nothingOfItWouldBeSent = 'Nothing of it would be sent.'
export const typeFirst = (size: number) => `Type ${size} first.`
export const run = 'Run'
export const reason = 'Reason'
export const standsBesideItInActivity = 'Stands beside it in Activity.'
export const start = 'Start'
export const atOnce = 'At once'
export const atATime = 'At a time'
export const time = 'Time'
export const itStartsByItselfAlsoWith = 'It starts by itself, also with this page closed.'
export const stopAfterEqualRefusals = 'Stop after equal refusals'
export const inARowThenItPauses = 'In a row; then it pauses and says why.'
export const saving = 'Saving…'
export const notSaved = (detail: string) => `Not saved. ${detail}`
export const thisCanOnlyBeDoneAt = 'This can only be done at once.'
export const runFirst = (firstFew: number) => `Run ${firstFew} first`
export const typeToRunThemAll = (size: number) => `Type ${size} to run them all`
export const schedule = (size: number) => `Schedule ${counted(size, 'change')}`
export const runOf = (size: number) => `Run ${counted(size, 'change')}`
export const withAProblemNotSent = (problems: number) =>
  `${counted(problems, 'goal')} with a problem ${problems === 1 ? 'is' : 'are'} not sent.`
export const deleteThisDraft = 'Delete this draft'
export const deleteThisDraftAsked = 'Delete this draft?'
export const theSelectionOfGoalsAndWhat = (goals: number) =>
  `The selection of ${grouped(goals)} goals and what was altered by hand are lost. Nothing in Gainsight changes.`

// pace-line
/** Null: not known yet, or no limit. */
export const pace = (goals: number | null, limit: number | null) =>
  (goals === null ? 'Measuring the pace…' : `${Math.round(goals)} goals a minute`) +
  (limit === null ? '' : `; the budget allows ${limit} calls`)

// run-form
export const atMost1000Characters = 'At most 1,000 characters.'
export const thisHasToBeAWhole = 'This has to be a whole number from 1 to 1,000.'
export const aDayAndATimeAre = 'A day and a time are missing here.'
export const thisTimeHasPassed = 'This time has passed.'

// run-side
export const starts = 'Starts {when}'
export const doneNear = 'Done near {when}'
export const everythingIsSent = 'Everything is sent'
export const paused = 'Paused'
export const pause = 'Pause'
export const resume = (queued: number) => `Resume ${counted(queued, 'change')}`
export const resumeAndRetryFailed = (failed: number) => `Resume, and retry ${grouped(failed)} failed`
export const itIsADraftAgainThen = 'It is a draft again then.'
export const doNotStartIt = 'Do not start it'
export const cancelTheRest = 'Cancel the rest'
export const cancelTheRestAsked = 'Cancel the rest?'
export const giveUp = (queued: number) => `Give up ${counted(queued, 'change')}`
export const goalsThatHaveNotBeenSent = (queued: number) =>
  `${grouped(queued)} goals that have not been sent stay as they are. What has been changed stays changed, and can be undone.`
export const toGoAtThePresentBudget = (open: number, lengthWords: string) =>
  `${counted(open, 'goal')} to go, ${lengthWords} at the present budget.`
export const itRunsOnWhenYouClose = 'It runs on when you close this page. People at screens come first.'
export const whatBecameOfIsBeingFound = (unknown: number) =>
  `What became of ${counted(unknown, 'goal')} is being found out by reading; nothing is sent twice.`

// set-deeds
export const descriptionCustomFieldName = 'Description, custom field, name'
export const whatIsDoneToEveryGoal = 'What is done to every goal'
export const leaveOut = (words: string) => `Leave out: ${words}`
export const doSomethingElseAsWell = 'Do something else as well'
export const changeWhatIsDone = 'Change what is done'
export const previewAnew = 'Preview anew'

// side-facts
export const everyGoalBeforeAndAfter = 'Every goal, before and after'
export const exportCsv = 'Export CSV'
