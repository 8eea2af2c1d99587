// Calls to Gainsight and what came of them.
// admit-write
export const theGoalIsNotThereAny = 'The goal is not there any more.'
export const wasChangedMeanwhile = 'was changed meanwhile'
export const somebodyChangedThisGoal = 'Somebody changed this goal meanwhile: nothing was sent.'

// budget
export const allCallsToGainsightAreStopped =
  'All calls to Gainsight are stopped. Somebody pressed "Stop all" on the Connection page.'
export const goalkeeperIsStoppingNothingWas = 'Goalkeeper is stopping: nothing was sent.'

// create-gateway
export const goalkeeperIsStarting = 'Goalkeeper is starting.'

// doubts
export const goalkeeperWasPutBackFromA =
  'Goalkeeper was put back from a backup in which this was on its way. Whether it was applied is being found out.'

// gateway-routes
export const theGatewayHasNoSuchCall = 'The gateway has no such call.'
export const liveReadsOfGainsightCannotBe =
  'Live reads of Gainsight cannot be narrowed to the goals that you see: ask /api/goals/query, or an admin for all goals.'
export const idempotencyKeyMustBeAUuid = 'Idempotency-Key must be a UUID.'
export const mustBeAUuid = 'must be a UUID'

// goal-search
export const gainsightHasTooManyGoalsOf = 'Gainsight has too many goals of this name to read them all.'

// outbound
export const gainsightSReplyIsLongerThan = (longestReplyMb: number) =>
  `Gainsight's reply is longer than ${longestReplyMb} MB.`

// route-table
export const creatingAGoal = 'Creating a goal'
export const savingAGoal = 'Saving a goal'
export const readingGoals = 'Reading goals'
export const readingCtas = 'Reading CTAs'
export const readingSuccessPlans = 'Reading success plans'
export const lookingUpRecords = 'Looking up records'
export const readingTheListOfObjects = 'Reading the list of objects'
export const readingFields = 'Reading fields'
export const readingAPicklist = 'Reading a picklist'
export const readingUsers = 'Reading users'

// settler
export const foundToBeAppliedByReading = 'Found to be applied by reading it back.'
export const goalkeeperEndedBeforeThisWas = 'Goalkeeper ended before this was sent. Nothing was changed.'
export const goalkeeperEndedWhileThisWasOn =
  'Goalkeeper ended while this was on its way. Whether it was applied is being found out.'

// slot-gate
export const theCallWasWithdrawnBeforeIt = 'The call was withdrawn before it was sent.'
export const theCallsThatGainsightAllowsAre = (seconds: number) =>
  `The calls that Gainsight allows are used up: the next one is free in about ${seconds} s.`

// transport
export const gainsightCannotBeReached = 'Gainsight cannot be reached: nothing was sent.'

// unknown
export const goalsOfThisNameAreThere =
  'Goals of this name are there, and nothing tells whether one of them was created here. Please choose.'

// verdict
export const theGoalIsNotThereForAVerdict =
  'The goal is not there any more, so nothing can be said of the change. It was not sent again.'
export const theStatusThatWasWrittenCannot =
  'The status that was written cannot be compared with the one that the goal has. Please look at the goal.'
export const theGoalDoesNotHoldWhat = 'The goal does not hold what was written. It was not sent again.'
export const somebodyHasChangedTheGoalSince = 'Somebody has changed the goal since. The change was not sent again.'
export const gainsightDidNotApplyTheChange = 'Gainsight did not apply the change.'
export const gainsightDidNotCreateTheGoal = 'Gainsight did not create the goal.'
export const newGoalsHaveThisNameAnd = (candidates: number) =>
  `${candidates} new goals have this name and parent. Please choose the one that was created here.`
export const aNewGoalHasThisName =
  'A new goal has this name and parent, but not what was written. Please say whether it is the one.'

// write-body
export const aWriteHoldsOneGoal = 'A write holds one goal.'
export const aCreateWithoutHasALookup = (field: string) => `A create without ${field} has a lookup for it.`

// write-desk
export const thereIsNoSuchWrite = 'There is no such write.'
export const thisWriteIsOfAnotherGoal = 'This write is of another goal.'
export const anotherWriteHasCreatedThisGoal = 'Another write has created this goal.'
export const gainsightHasNoSuchGoal = 'Gainsight has no such goal.'
export const decidedByItWasApplied = (actor: string) => `Decided by ${actor}: it was applied.`
export const cancelledByBeforeItWasSent = (actor: string) =>
  `Cancelled by ${actor} before it was sent. Nothing was changed.`
export const itIsCancelledAlready = 'It is cancelled already.'
export const itHasBeenSentAndCannot = 'It has been sent, and cannot be cancelled any more.'
export const theOutcomeOfThisWriteIs = 'The outcome of this write is known.'
export const decidedByItWasNotApplied = (actor: string) => `Decided by ${actor}: it was not applied.`

// write-entries
export const toCreateIt = 'To create it'
export const toChangeIt = 'To change it'
export const wasRefused = 'was refused'
export const wasCancelled = 'was cancelled'
export const hasAnUnknownOutcome = 'has an unknown outcome'

// write
export const ifMatchMustBeAnEtag = 'If-Match must be an ETag of the goal.'
export const isNoEtag = 'is no ETag'
export const thisIdempotencyKeyBelongsTo = 'This Idempotency-Key belongs to another write.'
export const goalkeeperWasHeldUpJustBefore = 'Goalkeeper was held up just before sending: nothing was sent.'
export const whetherItWasAppliedIsNot = (message: string) =>
  `${message} Whether it was applied is not known yet, and is being found out.`
export const anotherGoalOfThisNameIs =
  'Another goal of this name is being created at the same place, and its outcome is not known yet. Creating one more would make two.'
