// The editor of the links between a goal and its CTAs and success plans.

// associations-editor
export const leaveWithoutApplyingWhatIs = 'Leave without applying what is staged?'
export const waitUntilThisHasBeenApplied = 'Wait until this has been applied.'
export const backToTheGoal = 'Back to the goal'
export const useItsButtonToLinkOr = 'Use its button to link or unlink it.'
export const itsCompany = 'its company'
export const availableAtAllCompanies = 'Available at all companies'
export const availableAt = (company: string) => `Available at ${company}`

// available-side
export const filterBy = (name: string) => `Filter by ${name}`
export const allCompanies = 'All companies'
export const everyType = 'Every type'
export const everyStatus = 'Every status'
export const everyOwner = 'Every owner'
export const closedOnesToo = 'Closed ones too'
export const closedOnesTooHidden = (hidden: number) => `Closed ones too (${hidden} hidden)`
export const thereAreMoreSearchByName = 'There are more: search by name to find them.'
export const thereIsNothingElseToLink = 'There is nothing else to link here.'
export const nothingMatchesTheseFilters = 'Nothing matches these filters.'

// editor-foot
export const inOneCall = (stagedWords: string) => `${stagedWords} · 1 call`
export const applied = 'Applied.'
export const nothingIsStaged = 'Nothing is staged.'
export const applyChanges = (size: number) => (size === 0 ? 'Apply' : `Apply ${size} change${size === 1 ? '' : 's'}`)
export const sentNobodyCanSayYetWhether =
  'Sent. Nobody can say yet whether Gainsight applied it; it is being found out by reading.'
export const waitsForItsTurn = (seconds: number | null) =>
  `Waits for its turn${seconds === null ? '' : `, about ${seconds} s`}.`
export const theGoalCouldNotBeRead = (why: string) =>
  `${why} The goal could not be read afterwards, so what is shown may be old.`
export const readAgainFromGainsight = (why: string) =>
  `${why} Read again from Gainsight: everything that was staged is so now.`
export const readAgainFromGainsightWhat = (why: string) =>
  `${why} Read again from Gainsight: what stands here is still to be done.`

// link-item
export const inOther = (others: number) => `in ${others} other ${others === 1 ? 'goal' : 'goals'}`
export const notFoundInGainsight = (gsid: string) => `Not found in Gainsight: ${gsid}`
export const notFoundInGainsightLastKnown = (name: string) => `Not found in Gainsight, last known as ${name}`

// linked-side
export const linkNamed = (name: string) => `Link ${name}`
export const unlinkNamed = (name: string) => `Unlink ${name}`
export const takeBackNamed = (name: string) => `Take back ${name}`
export const linked = 'Linked'
export const linkedToThisGoal = 'Linked to this goal'
export const unlink = 'Unlink'
export const nothingIsLinkedDragACta = 'Nothing is linked. Drag a CTA or a plan here, or press its Link button.'

// staging
export const toLink = (size: number) => `${size} to link`
export const toUnlink = (size: number) => `${size} to unlink`
