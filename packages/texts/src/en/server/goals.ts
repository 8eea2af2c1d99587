// The list of goals, the open goal, and how far the sync has come.
import { grouped } from '../counted.ts'

// empty-label
export const notKnownYet = 'Not known yet'
export const noDate = 'No date'
export const none = 'None'
export const empty = 'Empty'

// facets
export const some = 'Some'
export const yes = 'Yes'
export const no = 'No'

// frozen-lists
export const aFrozenLinkHoldsAtMost = (most: number, gsids: number) =>
  `A frozen link holds at most ${grouped(most)} goals, and ${grouped(gsids)} pass the filter: narrow it, or share a live link.`

// goal-detail
export const theGoal = (name: string) => `The goal “${name}”`
export const theGoalWithoutName = 'The goal'
export const isNoLongerInGainsight = (called: string) => `${called} is no longer in Gainsight.`
export const gainsightHasNoGoal = (gsid: string) => `Gainsight has no goal ${gsid}.`
export const theGoalHasNotBeenRead = (gsid: string) =>
  `The goal ${gsid} has not been read from Gainsight yet; the goals are still being read.`

// goal-update
export const gainsightHasNoFieldAnyMore = (name: string) => `Gainsight has no field ${name} any more.`
export const thisTenantDoesNotLetBe = (label: string) => `This tenant does not let ${label} be emptied.`
export const doesNotHaveTheValueAny = (label: string, gone: string) =>
  `${label} does not have the value “${gone}” any more.`
export const thisTenantTakesNoLinksIn = 'This tenant takes no links in an update.'
export const itIsNotFoundInGainsight = 'It is not found in Gainsight any more.'
export const thisTenantDoesNotLinkAnd =
  'This tenant does not link and unlink in one update: unlink once the links are made.'

// goals-call
export const gainsightHasNoSearchIsLeft = (search: string) => `Gainsight has no search: “${search}” is left out.`

// groups
/** Of a first day in UTC. */
export const monthOfYear = (first: Date) => monthWords.format(first)
const monthWords = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
export const hasMoreThanValuesAmongThese = (label: string, mostGroups: number) =>
  `${label} has more than ${grouped(mostGroups)} values among these goals: narrow the list, or group it by something else.`

// preview-put-back
export const thisGoalHasNoSuchChange = 'This goal has no such change.'

// put-back
export const thatItAppearedCannotBePut =
  'That it appeared cannot be put back: no goal can be deleted from outside Gainsight.'
export const theStatusThatItHadIs = 'The status that it had is not known any more.'

// query-input
export const cannotBeSortedBy = 'cannot be sorted by.'
export const cannotBeGroupedByHardlyTwo = 'cannot be grouped by: hardly two goals have one value of it in common.'
export const holdsTextsOfWhichHardlyTwo = 'holds texts of which hardly two are equal: it has no facet.'
export const theFilterMeansMeAndGainsight =
  'The filter means “me”, and Gainsight has no user of your e-mail address: ask an admin of Goalkeeper.'

// sight
export const thereIsNoGoalAmongThose = (gsid: string) => `There is no goal ${gsid} among those that you see.`
export const theNewGoalWouldNotBe = 'The new goal would not be among those that you see: choose another company.'

// sweep-doubts
export const readCompanyByCompany =
  'Gainsight lists goals in no fixed order and takes no date ranges, so they are read company by company: goals of a company that is not known here may be missing.'
export const readPageByPage =
  'Gainsight lists goals in no fixed order and takes no filter that would divide them, so some may have been missed between two pages.'
export const someGoalsCameOnlyWhenThey =
  'Some goals came only when they were asked for by their Gsid, so others may be missing.'
export const goalsThatDidNotComeWith =
  'Goals that did not come with the others could not all be asked for one by one, so they are kept.'

// sync-loop
export const goalkeeperItselfFailedWhile = 'Goalkeeper itself failed while syncing.'

// sync-state
export const theFirstReadingOfAllGoals = 'The first reading of all goals is not finished.'

// sync
export const allWereAccepted = (accepted: number) => `All ${accepted} were accepted.`
