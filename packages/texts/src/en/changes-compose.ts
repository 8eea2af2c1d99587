// What is to be done to the selected goals.
import { counted, grouped } from './counted.ts'

// compose-description
export const addATextBehindEach = 'Add a text behind each'
export const whatStandsThereStaysAsIt = 'What stands there stays as it is.'
export const replaceEachByOneText = 'Replace each by one text'
export const emptyIt = 'Empty it'
export const writeAText = 'Write a text.'

// compose-due
export const setOneDayForAll = 'Set one day for all'
export const moveEachByDays = 'Move each by days'
export const giveADay = 'Give a day: 31 mar, +30 or fri.'
export const day = 'Day'
export const days = 'Days'
export const daysExample = '30 later, -7 earlier'
export const calendarDaysAGoalWithoutA = 'Calendar days. A goal without a due date is shown as a problem.'
export const aWholeNumberOfDaysAt = (mostDays: number) => `A whole number of days, at most ${grouped(mostDays)}.`

// compose-field
export const noCustomFieldIsCalledThat = 'No custom field is called that'
export const thisTenantHasNoCustomField = 'This tenant has no custom field that can be set.'
export const chooseAFieldFirst = 'Choose a field first.'
export const leftEmptyTheFieldIsEmptied = 'Left empty, the field is emptied.'

// compose-links
export const type = 'Type'
export const whatIsLinked = 'What is linked'
export const eachCompanysOwnSuccessPlan = 'Each company’s own success plan'
export const noneOrSeveralAtACompany = 'None, or several, at a company is shown as a problem.'
export const eachCompanysOwnOpenCtasOf = 'Each company’s own open CTAs of the goal’s name'
export const oneInThePlaceOfAnother = 'One in the place of another, where that is linked'
export const linkTheseVeryOnesToEvery = 'Link these very ones to every goal'
export const unlinkTheseVeryOnesWhereThey = 'Unlink these very ones, where they are linked'
export const kind = 'Kind'
export const inThePlaceOf = 'In the place of'
export const chooseAtLeastOne = 'Choose at least one.'
export const emptyAny = 'Empty: any'
export const chooseOne = 'Choose one.'
export const chooseAnotherOne = 'Choose another one.'

// compose-more
export const aCustomField = 'A custom field'
export const wordsInNames = 'Words in names'
export const theDescription = 'The description'
export const whatIsChanged = 'What is changed'

// compose-name
export const writeWhatIsToBeReplaced = 'Write what is to be replaced.'
export const replaceBy = 'Replace by'
export const nothing = 'nothing'
export const onlyWhereCapitalsAreTheSame = 'Only where capitals are the same'
export const goalsWhoseNameDoesNotHold = 'Goals whose name does not hold it are left out.'

// compose-status
export const chooseAStatus = 'Choose a status.'

// deed-dialog
export const nothingIsSentYet = 'Nothing is sent yet.'

// new-change
export const newChange = {
  status: (size: number) => `Set status of ${counted(size, 'goal')}`,
  due: (size: number) => `Change due date of ${counted(size, 'goal')}`,
  link: (size: number) => `Change links of ${counted(size, 'goal')}`,
  more: (size: number) => `Change ${counted(size, 'goal')}`,
}
export const preview = (size: number) => `Preview ${counted(size, 'goal')}`

// picked-links
export const leaveThisOneOut = 'Leave this one out'
export const which = 'Which'
export const andWhichElse = 'And which else'
