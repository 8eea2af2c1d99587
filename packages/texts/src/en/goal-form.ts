// The form of a goal.

// create-goal
export const newOne = (gsid: string) => `new ${gsid}`
export const aGoalCannotBeDeletedFrom = 'A goal cannot be deleted from here: Gainsight’s API has no way to do it.'
export const tryWithALookup = 'Try with a lookup'
export const notCreated = (problem: string) => `Not created. ${problem}`
export const theGoal = (wrongParentWords: string) => `The goal ${wrongParentWords}`
export const hideOtherFields = 'Hide other fields'
export const otherFields = (custom: number) => `${custom} other fields`
export const create1Goal = 'Create 1 goal'

// edit-goal
export const startOver = 'Start over'
export const thisIsWhatYouTypedAgo = (duration: string) => `This is what you typed ${duration} ago and did not save.`
export const notSaved = (problem: string) => `Not saved. ${problem}`
export const somebodyChangedThisGoal =
  'Somebody changed this goal meanwhile, so nothing was sent. Choose, then save again.'
export const sentAndNobodyCanSayYet =
  'Sent, and nobody can say yet whether Gainsight applied it. It is being found out by reading; nothing is sent twice. You can go on elsewhere.'
export const saveChanges = (count: number) =>
  count === 0 ? 'No changes' : `Save ${count} change${count === 1 ? '' : 's'}`
export const onlyWhatChangedIsSent = 'Only what changed is sent.'

// leave-guard
export const leaveWithoutSaving = 'Leave without saving?'
export const whatYouTypedIsKeptIn = 'What you typed is kept in this browser and comes back when you edit again.'
export const stay = 'Stay'
export const leaveKeepTheDraft = 'Leave, keep the draft'

// new-goal
export const chooseTheFirst = (words: string) => `Choose the ${words} first.`
export const aGoalWithoutAParentCannot = 'A goal without a parent cannot be created.'

// parent-choice
export const thisTenantDoesNotTakeThe =
  'This tenant does not take the id of a parent, and the name of its opportunity object is not known, so the chosen opportunity cannot be named safely.'
export const wasCreatedButUnderAnotherThan = (entityWords: string, parent: string) =>
  `was created, but under another ${entityWords} than the chosen one: ${parent}. Correct it in Gainsight.`

// place-fields
export const aGoalOfA = 'A goal of a'
export const template = 'Template'
export const relationshipType = 'Relationship type'
export const linkCtas = 'Link CTAs'
export const linkSuccessPlans = 'Link success plans'
export const chooseACompanyFirst = 'Choose a company first'

// typed-or-picked
export const oneSeenOnGoalsOrAn = 'One seen on goals, or an id'

// unknown-create
export const itBecame = (gsid: string) => `It became …${gsid}`
export const noneOfThem = 'None of them'
export const sentAndNobodyCanSayYetTitle =
  'Sent, and nobody can say yet whether Gainsight created the goal. It is being found out by reading, which takes a while; it is not sent again.'
export const severalGoalsMayBeItChoose = ' Several goals may be it: choose.'

// use-create-goal
export const theGoalWasCreatedButNobody =
  'The goal was created, but nobody knows its Gsid. It comes with the next sync.'
export const wasCreated = 'was created.'
export const wasNotCreatedWhatYouTyped = (nameIn: string, detail: string) =>
  `“${nameIn}” was not created. ${detail} What you typed is kept.`
export const backToTheForm = 'Back to the form'

// use-edit-goal
export const wasNotSavedWhatYouTyped = (nameIn: string, detail: string) =>
  `“${nameIn}” was not saved. ${detail} What you typed is kept.`
export const somebodyChangedThisGoalTitle =
  'Somebody changed this goal meanwhile, and it could not be read again. Try again in a moment.'

// write-band
export const sentToGainsightWaitingForIts = 'Sent to Gainsight. Waiting for its answer.'
export const waitsForItsTurnAboutS = (ceil: number) => `Waits for its turn, about ${ceil} s.`
