// What a change set does to goals, and why it cannot do it to some.
import { counted } from '../counted.ts'

// changes-router
export const columnsOfTheFile = [
  'Row',
  'Gsid',
  'Goal',
  'Company',
  'Field',
  'Before',
  'After',
  'Included',
  'Problem',
  'State',
  'Reason',
  'Now',
  'Settled',
  'Write',
  'Request',
]
export const thereIsNoPartOfThat = (rowParts: string) => `There is no part of that name; there are ${rowParts}.`

// check-batch
export const itWasSoAlready = 'It was so already.'
export const itWasChangedSinceThePreview = 'It was changed since the preview.'

// check-deeds
export const chooseAnotherOneToLinkIn = 'Choose another one to link in its place.'
export const gainsightHasNo = (isCTA: boolean, gone: string) =>
  `Gainsight has no ${isCTA ? 'CTA' : 'success plan'} ${gone}.`
export const aGoalNeedsAStatus = 'A goal needs a status.'
export const thereIsNoStatusThatA = (value: string) => `There is no status “${value}” that a goal could be given.`
export const mustBeANumber = (label: string) => `${label} must be a number.`
export const mustBeTrueOrFalse = (label: string) => `${label} must be true or false.`
export const mustBeADateSuchAs = (label: string) => `${label} must be a date such as 2026-03-31.`
export const mustBeAnInstant = (label: string) => `${label} must be an instant.`
export const takesOneValue = (label: string) => `${label} takes one value.`
export const doesNotHaveTheValue = (label: string, unknown: string) => `${label} does not have the value “${unknown}”.`
export const mustBeAText = (label: string) => `${label} must be a text.`

// preview-goal
export const alterTheValueByHandOr = 'Alter the value by hand, or take it out.'
export const wasEmptyAndThisTenantDoes = (label: string) =>
  `${label} was empty, and this tenant does not let it be emptied again.`

// title
export const replaceTheDescription = 'replace the description'
export const emptyTheField = (inSentence: string) => `empty ${inSentence}`
export const setTo = (inSentence: string, valueWords: string) => `set ${inSentence} to ${valueWords}`
export const moveDueDateBy = (sign: string, days: number) => `move due date by ${sign}${counted(days, 'day')}`
export const addToTheDescription = 'add to the description'
export const replaceByInNames = (found: string, by: string) => `replace ${found} by ${by} in names`
export const linkOrUnlinkTheOne = (kind: string, noun: string, named: string) => `${kind} the ${noun} ${named}`
export const linkTheInThePlaceOf = (noun: string, to: string, from: string) =>
  `link the ${noun} ${to} in the place of ${from}`
export const successPlan = 'success plan'
export const successPlanOfTheType = (quoted: string) => `success plan of the type ${quoted}`
export const linkEachCompanysOwn = (type: string, status: string | null) =>
  `link each company’s own ${type}${status === null ? '' : ` that is ${status}`}`
export const linkEachCompanysOwnCtas = 'link each company’s own CTAs of the goal’s name'
/** Of a calendar date, such as 2027-03-31. */
export const dayWords = (day: string) => days.format(Date.parse(day))
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
export const cta = 'CTA'
export const status = 'status'
export const dueDate = 'due date'

// wish
export const itHasNoDueDateThat = 'It has no due date that could be moved.'
export const giveItOneByHandOr = 'Give it one by hand, or take it out.'
export const itsNameWouldBeEmpty = 'Its name would be empty.'
export const nameItByHandOrTake = 'Name it by hand, or take it out.'
export const itsNameWouldBeTooLong = 'Its name would be too long.'
export const itBelongsToNoCompanyThat = 'It belongs to no company that could be looked into.'
export const linkItByHandOrTake = 'Link it by hand, or take it out.'
export const itsCompanyHasNoOpenCta = 'Its company has no open CTA of its name.'
export const linkOneByHandOrTake = 'Link one by hand, or take it out.'
export const itsCompanyHasNoSuchSuccess = 'Its company has no such success plan.'
export const itsCompanyHasSeveralSuch = 'Its company has several such success plans.'
export const pickOneOfThemOrTake = 'Pick one of them, or take it out.'
