// Activity: what was done, by whom and where.

// activity-filters
export const changesOfGoals = 'Changes of goals'
export const writesWithoutEffect = 'Writes without effect'
export const deeds = 'Deeds'
export const anywhere = 'Anywhere'
export const goalkeeper = 'Goalkeeper'
export const gainsight = 'Gainsight'
export const narrowActivity = 'Narrow Activity'
export const who = 'Who'
export const everyone = 'Everyone'
export const what = 'What'
export const everything = 'Everything'
export const where = 'Where'
export const showEveryGoalAgain = 'Show every goal again'
export const only = (goalName: string | null | undefined) => `Only ${goalName ?? 'one goal'}`
export const everythingThatIsListedHereAs = 'Everything that is listed here, as CSV'

// activity-page
export const whoDidWhatAndWhen = 'Who did what, and when.'
export const showWhatIsNew = 'Show what is new'
export const whatIsNewCouldNotBe = (detail: string) => `What is new could not be read. ${detail}`
export const whatHappened = 'What happened'
export const readingWhatHappened = 'Reading what happened…'
export const couldNotBeRead = (isFetchNextPageError: boolean, detail: string) =>
  `${isFetchNextPageError ? 'What is older' : 'What happened'} could not be read. ${detail}`
export const nothingOlderIsKnownGainsight =
  'Nothing older is known. Gainsight keeps no history, so Activity begins with the first sync.'
export const nothingHasHappenedYet = 'Nothing has happened yet'
export const everyChangeWhetherMadeHereOr =
  'Every change, whether made here or found by a sync, and what people do here apart from goals will stand here.'
export const nothingThatHappenedIsLikeThat = 'Nothing that happened is like that'
export const showEverything = 'Show everything'
export const nothingKnownFitsWhoWhatWhere = 'Nothing known fits who, what, where and when you chose.'

// days-of
export const yesterday = 'Yesterday'

// entry-row
export const goal = (shortId: string) => `goal ${shortId}`

// entry-words
export const formattedAnew = 'formatted anew'
export const changedFurtherOn = (nowStart: string) => `changed further on: ${nowStart}`
export const deleted = 'Deleted'
export const links = (count: number) => (count === 1 ? '1 link' : `${count} links`)
export const somebody = 'somebody'
export const somebodyInGainsight = 'somebody in Gainsight'
export const asGainsightStates = (actor: string) => `${actor}, as Gainsight states`
export const betweenAnd = (isOneDay: string, clockTime: string) => `between ${isOneDay} and ${clockTime}`
export const inTheList = 'in the list'
export const inTheGoalPanel = 'in the goal panel'
export const inTheForm = 'in the form'
export const amongTheLinks = 'among the links'
export const inTheHistory = 'in the history'
export const inActivity = 'in Activity'
export const withTheCompany = 'with the company'
export const inAChangeSet = 'in a change set'
export const inAReview = 'in a review'
export const onConnection = 'on Connection'
export const onPeople = 'on People'
export const onTokens = 'on Tokens'
