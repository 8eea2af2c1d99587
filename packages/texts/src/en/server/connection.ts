// What was found out about the tenant, and what admins set.
// capability-store
export const notTriedYet = 'Not tried yet.'

// connection-router
export const theListNamesAStatusTwice = 'The list names a status twice.'
export const isThereTwice = (twice: string) => `${twice} is there twice.`
export const foundOutAgainWhatGainsightCan = 'Found out again what Gainsight can do.'
export const ranTheWriteCheckIt = (isPassed: boolean) =>
  `Ran the write check: it ${isPassed ? 'passed' : 'did not pass'}.`
export const stoppedAllCallsToGainsight = 'Stopped all calls to Gainsight.'
export const letCallsToGainsightGoAgain = 'Let calls to Gainsight go again.'

// parent-by-id
export const aGoalWasCreatedUnderThe = (field: string) => `A goal was created under the ${field} that was sent.`
export const aGoalWasCreatedWithAnother = (field: string) =>
  `A goal was created with another ${field} than the one that was sent.`

// prober
export const noAnswer = (message: string) => `No answer: ${message}`

// filter-probes
export const thereIsNoGoalToTry = 'There is no goal to try them on.'
export const right = (works: string) => `Right: ${works || 'none'}`
export const refused = (withResult: string) => `refused: ${withResult}`
export const wrongGoals = (withResult: string) => `wrong goals: ${withResult}`
export const notTriedForWantOfA = (withResult: string) => `not tried for want of a goal: ${withResult}`
export const noGoalWithAModifiedDate = 'No goal with a modified date was among those read.'
export const epochMilliseconds = 'epoch milliseconds'
export const isoText = 'ISO text'
export const rightWithTheInstantAs = (told: string) => `Right, with the instant as ${told}.`
export const thereAreTooFewGoalsTo = 'There are too few goals to try it on.'
export const twoGoalsWereAskedForAnd = 'Two goals were asked for, and both came.'
export const acceptedButGoalsCameInsteadOf = (size: number) =>
  `Accepted, but ${size} goals came instead of the two asked for.`
export const noGoalToTryItOn = 'No goal to try it on.'
export const acceptedButGoalsThatShouldHave = 'Accepted, but goals that should have come did not.'
export const acceptedButOfGoalsShouldNot = (wrong: number, came: number) =>
  `Accepted, but ${wrong} of ${came} goals should not have come.`
export const goalsCameAllOfThemRight = (came: number) => `${came} goals came, all of them right.`

// lookup-probes
export const objectsGoalsAreOpportunities = (
  data: number,
  goal: string | null | undefined,
  opportunity: string | null | undefined,
) => `${data} objects; goals are ${goal ?? 'not among them'}, opportunities ${opportunity ?? 'not'}.`
export const cameWithFields = (object: string, fields: number) => `${object} came with ${fields} fields.`
export const noPicklistCategoryIsKnownTo = 'No picklist category is known to try it on.'
export const aCategoryCameWithItems = (childItems: number) => `A category came with ${childItems} items.`
export const theNameOfTheObjectIs = 'The name of the object is not known.'
export const gaveARecord = (object: string) => `${object} gave a record.`
export const isAnsweredAndHasNoRecord = (object: string) => `${object} is answered, and has no record.`
export const itGaveARecord = 'It gave a record.'
export const itIsAnsweredAndHasNo = 'It is answered, and has no record.'
export const itIsAnsweredWithoutWhatIt = 'It is answered without what it should hold.'

// paging-probes
export const aFetchWithoutAFilterGave = (goals: number) => `A fetch without a filter gave ${goals} goals.`
export const page0IsRefused = 'Page 0 is refused.'
export const thereIsNoGoalToTryIt = 'There is no goal to try it on.'
export const page0IsTakenForPage = 'Page 0 is taken for page 1.'
export const page0IsAcceptedAndDiffers = 'Page 0 is accepted and differs from page 1.'
export const goalsCameOnOnePage = (size: number) => `${size} goals came on one page.`
export const aPageOfIsAcceptedBut = (size: number, came: number) =>
  `A page of ${size} is accepted, but only ${came} goals come at a time.`
export const aPageOfIsAcceptedAll = (size: number, came: number) =>
  `A page of ${size} is accepted; all ${came} goals fit on it.`
export const notEvenPagesOfGoalsAre = (pageSizes: number | undefined) =>
  `Not even pages of ${pageSizes} goals are accepted.`
export const pagesKeptTheirOrder = 'The same page read twice came in the same order.'
export const pagesChangedTheirOrder = 'The same page read twice came in another order.'

// select-probes
export const allWereAccepted = (standardGoalFields: number) => `All ${standardGoalFields} were accepted.`
export const askedForGsidAndNothingElse = 'Asked for Gsid, and nothing else came.'
export const askedForGsidCameAsWell = (value: string) => `Asked for Gsid; ${value} came as well.`
export const thereIsNoGoalWithA = 'There is no goal with a status to try it on.'
export const aGoalCameWithTheStatus = (name: string) => `A goal came with the status name ${name}.`
export const acceptedButNoNameCame = 'Accepted, but no name came.'
export const noGoalWithACtaOr = 'No goal with a CTA or plan was among those read.'
export const theArraysHoldIds = 'The arrays hold ids.'
export const theArraysHoldObjects = 'The arrays hold objects.'
export const aFieldThatDoesNotExist = 'A field that does not exist is not refused.'
export const httpWithCodeAsTheError = (status: number | null, tenantCode: string) =>
  `HTTP ${status} with code ${tenantCode}, as the error table has it.`
export const httpWithoutACodeAsThe = (status: number | null) =>
  `HTTP ${status} without a code, as the documented samples have it.`

// setting-words
export const theAddressOfGoalsInGainsight = 'the address of goals in Gainsight'
export const theFieldThatProvesACreate = 'the field that proves a create'
export const theFieldsTypedIn = 'the fields typed in'
export const theAttributesOfCompanies = 'the attributes of companies'
export const asConfigured = (usualShare: number) => `${usualShare} % as configured`
export const theShareOfCalls = 'the share of calls'
export const theReserveForPeople = 'the reserve for people'
export const whatScriptsMayUse = 'what scripts may use'
export const theQuietHours = 'the quiet hours'
export const whatTheStatusMeans = (name: string) => `what the status ${name} means`
export const tookOutTheStatusWhichMeant = (name: string, meaning: string) =>
  `Took out the status ${name}, which meant ${meaning}.`
export const changedTheOrderOrTheColours = 'Changed the order or the colours of the statuses.'
export const changedFromTo = (what: string, before: string, after: string) =>
  `Changed ${what} from ${before} to ${after}.`
export const changedTheOrderOf = (what: string) => `Changed the order of ${what}.`
export const added = (short: string) => `added ${short}`
export const tookOut = (short: string) => `took out ${short}`
export const changed = (what: string, parts: string) => `Changed ${what}: ${parts}.`
export const quietFromTo = (from: string, to: string, timeZone: string) => `${from} to ${to} ${timeZone}`

// checked-goal
export const gainsightHasNoGoalOfThis = 'Gainsight has no goal of this Gsid.'
export const readingTheGoalShowsThatNothing = (said: string) => `${said} Reading the goal shows that nothing was done.`

// put-back
export const readingTheGoalShowsEverything = 'Reading the goal shows everything as it was.'
export const whatTheGoalHoldsNowCould = 'what the goal holds now could not be read'
export const notEverythingCouldBePutBack = (left: string, why: string) =>
  `Not everything could be put back: ${left}.${why}`

// writes-decision
export const writingIsSwitchedOff = 'Writing is switched off where Goalkeeper runs (GAINSIGHT_WRITES=off).'
export const thisTenantIsReadOnlyUntil =
  'This tenant is read-only until a write check has passed. An admin runs it on the Connection page.'
export const theLastWriteCheckFailed =
  'The last write check did not pass, so this tenant stays read-only. The Connection page says why.'
export const theLastWriteCheckLeftSomething =
  'The last write check did not end well. Run it again on the Connection page: it first puts back what was left.'
export const everyCallToGainsightIsStopped =
  'Every call to Gainsight is stopped. An admin can let them go again on the Connection page.'
