// The write check.
// check-plan
export const isAndWas = (field: string, isWithoutNow: boolean, now: string, before: string) =>
  `${field} is ${isWithoutNow ? 'empty' : now} and was ${before}`
export const isStillLinked = (isCTA: boolean, gsid: string) =>
  `${isCTA ? 'CTA' : 'success plan'} ${gsid} is still linked`

// check-steps
export const setAField = 'Set a field'
export const theGoalHasNeitherAName = 'The goal has neither a name, a due date nor a description.'
export const wasAcceptedAndReadingTheGoal = (field: string) =>
  `${field} was accepted, and reading the goal shows another value.`
export const wasSetAndReadBack = (field: string) => `${field} was set and read back.`
export const itIsEmptyOnThisGoal = 'It is empty on this goal, so there is nothing to empty.'
export const anEmptyText = 'an empty text'
export const sendingEmptiedIt = (said: string) => `Sending ${said} emptied it.`
export const whatCameOfSending = (said: string, refusal: string) => `With ${said}: ${refusal}`
export const sendingWasAcceptedAndEmptied = (said: string) => `Sending ${said} was accepted, and emptied nothing.`
export const noCtaOrPlanOfThe = 'No CTA or plan of the company is free to be linked: name one.'
export const theCta = 'The CTA'
export const theSuccessPlan = 'The success plan'
export const linkACtaOrPlan = 'Link a CTA or plan'
export const wasLinkedByAnUpdate = (kindNames: string) => `${kindNames} was linked by an update.`
export const theUpdateWasAcceptedAndNothing = 'The update was accepted, and nothing was linked.'
export const linkItOnceMore = 'Link it once more'
export const nothingToLinkAgain = 'Nothing was linked that could be linked again.'
export const theLinkIsThereOnce = 'It was accepted, and the link is there once.'
export const theLinkIsThereTwice = 'It was accepted, and the link is there twice or not at all.'
export const thatNeedsTwoCtasOrPlans = 'That needs two CTAs or plans that are free to be linked.'
export const nothingToUnlink = 'Nothing was linked that could be unlinked.'
export const oneWasLinkedAndTheOther = 'One was linked and the other unlinked by one update.'
export const itWasAcceptedAndOnlyA = 'It was accepted, and only a part of it was done.'
export const unlink = 'Unlink'
export const nothingIsLinkedThatWasNot = 'Nothing is linked that was not linked before.'
export const theLinkIsStillThere = 'It was accepted, and the link is still there.'
export const readingTheGoalShowsThatThe = 'Reading the goal shows that the link is gone.'
export const emptyTheDueDate = 'Empty the due date'
export const emptyTheDescription = 'Empty the description'

// write-check
export const putEverythingBack = 'Put everything back'
export const goalkeeperWasStoppedMeanwhile = 'Goalkeeper was stopped meanwhile.'
export const putBackWhatAnEarlierCheck = 'Put back what an earlier check left'
export const goalWithDetail = (gsid: string, detail: string) => `Goal ${gsid}: ${detail}`
export const aWriteCheckIsRunningWait = 'A write check is running. Wait until it has ended.'
export const theWriteCheckLinksAndUnlinks =
  'The write check links and unlinks, so it needs a CTA or plan that is not linked yet.'
export const isLinkedToThisGoalAlready = 'is linked to this goal already'
