// The panel of a goal: its fields, links and history.
import { counted } from './counted.ts'

// change-words
export const linked = (linked: number) => `${linked} linked`
export const unlinked = (unlinked: number) => `${unlinked} unlinked`

// edit-button
export const editAllFields = 'Edit all fields'

// field-list
export const hideEmptyFields = 'Hide empty fields'
export const empty = (empty: number) => `${empty} empty`

// goal-decision
export const noStatus = 'no status'
export const customerSuccessManagerOfThe = 'Customer success manager of the company'
export const due = (shortDate: string, relativeDay: string) => `due ${shortDate}, ${relativeDay}`
export const readAgo = (duration: string) => `read ${duration} ago`
export const readAgainFromGainsight = 'Read again from Gainsight'
export const readAgainFromGainsightOneCall = 'Read again from Gainsight (one call)'

// goal-panel
export const aboutThisGoal = 'About this goal'
export const history = 'History'

// goal-tab
export const fields = 'Fields'
export const system = 'System'

// history-entry
export const putBack = (fieldWords: string) => `Put ${fieldWords} back`
export const putAllBack = (possible: number) => `Put all ${possible} back`
export const putsBackEverythingThatCame = 'Puts back everything that came after this.'
export const backToHere = 'Back to here'
export const betweenAnd = (exactInstant: string, exactInstant2: string) =>
  `between ${exactInstant} and ${exactInstant2}`
export const ago = (duration: string) => `${duration} ago`
export const throughGoalkeeper = ', through Goalkeeper'
export const inGainsight = ', in Gainsight'

// history-tab
export const nothingHasChangedSince =
  'Nothing has changed since Goalkeeper first saw this goal. Gainsight keeps no history, so earlier changes are not known.'
export const filterAndExportItInActivity = 'Filter and export it in Activity'

// links-tab
export const noCtaAndNoSuccessPlan = 'No CTA and no success plan is associated with this goal.'
export const cta = 'CTA'
export const ofCompany = (companyName: string | null | undefined) => ` · of ${companyName ?? 'another company'}`
export const inOther = (others: number) => ` · in ${others} other ${others === 1 ? 'goal' : 'goals'}`
export const notFoundInGainsight = (gsid: string) => `Not found in Gainsight: ${gsid}`
export const notFoundInGainsightLastKnown = (name: string) => `Not found in Gainsight, last known as “${name}”`

// panel-header
export const previousGoal = 'Previous goal'
export const previousGoalK = 'Previous goal (K)'
export const nextGoal = 'Next goal'
export const nextGoalJ = 'Next goal (J)'
export const openInGainsight = 'Open in Gainsight'
export const withoutAName = 'Without a name'
export const copyLinkToThisGoal = 'Copy link to this goal'
export const copied = 'Copied'

// put-back-words
/** At least one of both is to be put back. */
export const putBackOf = (fields: number, links: number) => {
  const parts = [fields > 0 && counted(fields, 'field'), links > 0 && counted(links, 'link')].filter(Boolean)
  return `Put ${parts.join(' and ')} back`
}

// put-back
export const everythingStandsThereAsItDid = 'Everything stands there as it did.'
export const notPutBack = (problem: string) => `Not put back. ${problem}`
export const unlink = 'unlink {names}'
export const link = 'link {names}'
export const changedAgainSince = 'Changed again since'
export const by = (by: string) => `, by ${by}`
export const agoThisTakesThatBackAs = '{what}, {duration} ago: this takes that back as well.'

// unsettled-writes
export const changesWereSentAndNobodyCan = (unknown: number) =>
  `${unknown} changes were sent, and nobody can say yet whether Gainsight applied them. This is being found out by reading.`
export const changesAreOnTheirWayTo = (pending: number) => `${pending} changes are on their way to Gainsight.`
export const showEach = 'Show each'
export const changesWithoutAKnownEnd = 'Changes without a known end'
export const askedFor = 'asked for'
export const nobodyKnowsYetWhetherGainsight =
  'Nobody knows yet whether Gainsight applied the last change. It is being found out by reading.'
export const aChangeWaitsForItsTurn = (seconds: number | null) =>
  `A change waits for its turn${seconds === null ? '' : `, about ${seconds} s`}.`
export const aChangeIsOnItsWay = 'A change is on its way to Gainsight.'
export const itWasNotApplied = 'It was not applied'

// use-panel-commands
export const thisIsTheLastOne = 'This is the last one.'
export const thisIsTheFirstOne = 'This is the first one.'
export const setStatus = 'Set status'
export const setDueDate = 'Set due date'
export const associationsCtaPlan = 'associations cta plan'
export const showDescriptionAndFields = 'Show description and fields'
export const showLinks = 'Show links'
export const showHistory = 'Show history'
export const closeTheGoal = 'Close the goal'

// write-words
export const linksOfGoal = 'links'
export const theNewGoal = 'The new goal'
export const aChange = 'A change'
export const emptyOf = (label: string) => `${label}: empty`
