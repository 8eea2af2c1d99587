// What several rooms of the server say.
export const cannotBeSet = (label: string) => `${label} cannot be set.`
export const cannotBeSetFromOutside = (label: string) => `${label} cannot be set from outside Gainsight.`
export const companies = 'companies'
export const company = 'company'
export const dueDate = 'Due date'
export const gsid = 'Gsid'
export const isNotValidJson = 'is not valid JSON'
export const itIsNoLongerInGainsight = 'It is no longer in Gainsight.'
export const linkAndUnlinkInOneCall = 'Link and unlink in one call'
export const mustNotBeEmpty = (label: string) => `${label} must not be empty.`
export const refusedSaying = (message: string) => `Refused: ${message}`
export const refusedFields = (refused: string) => `Refused: ${refused}.`
export const takeItOut = 'Take it out.'
export const takesAtMostCharacters = (label: string, maxLength: number | null) =>
  `${label} takes at most ${maxLength} characters.`
export const theChangeSetHasNoSuch = 'The change set has no such goal.'
export const thereIsNoField = (name: string) => `There is no field ${name}.`
export const thereIsNoSuchChangeSet = 'There is no such change set.'
export const thisIsNoGsidItHas = 'This is no Gsid: it has 36 digits and capital letters.'
export const writingIsNotAllowed = 'Writing is not allowed.'
export const opportunities = 'opportunities'
export const opportunity = 'opportunity'
export const relationship = 'relationship'
export const relationships = 'relationships'
export const yes = 'yes'
export const no = 'no'
