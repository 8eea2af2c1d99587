// What the columns of a file mean.
import { counted } from './counted.ts'

// column-targets
export const field = (field: string) => `field ${field}`
export const parent = (entityType: string, by: string) => `parent ${entityType} ${by}`
export const links = (link: string) => `links ${link}`
export const theGoal = 'The goal'
export const ofNewGoals = (label: string) => `${label}, of new goals`
export const gsidOfTheGoal = 'Gsid of the goal'
export const versionOfTheGoalWhenIt = 'Version of the goal when it was exported'
export const whatItHangsOn = 'What it hangs on'
export const companyByName = 'Company, by name'
export const companyByGsid = 'Company, by Gsid'
export const companyBy = (label: string) => `Company, by ${label}`
export const relationshipByName = 'Relationship, by name'
export const relationshipByGsid = 'Relationship, by Gsid'
export const opportunityByName = 'Opportunity, by name'
export const opportunityByGsid = 'Opportunity, by Gsid'
export const linkedToIt = 'Linked to it'
export const ctasByGsid = 'CTAs, by Gsid'
export const successPlansByGsid = 'Success plans, by Gsid'
export const leftOut = 'Left out'

// columns-part
export const theImportWasMadeIntoA = 'The import was made into a change set.'
export const check = (rows: number) => `Check ${counted(rows, 'row')}`
export const checking = 'Checking…'
export const rowsStandAsTheyWereChecked = 'Rows stand as they were checked last.'
export const everyRowIsCheckedByThese =
  'Every row is checked by these columns, and files like this one will be read by them.'
export const rowsAreCheckedOnceThisHolds = 'Rows are checked once this holds together.'

// columns-table
export const columnOfTheFile = 'Column of the file'
export const holds = 'Holds'
export const forExample = 'For example'
export const column = (column: number) => `Column ${column}`
export const columnHolds = (name: string | number) => `Column “${name}” holds`
export const nothingButEmptyCells = 'nothing but empty cells'

// constant-values
export const forEveryRowWithoutAValue = 'For every row without a value of its own'
export const leaveOut = (label: string) => `Leave out: ${label}`
export const addAValue = 'Add a value'

// other-value
export const another = (entityWords: string) => `Another ${entityWords}`
export const anotherValue = 'Another value'
export const nothingIsCalledThat = 'Nothing is called that'

// reading-choices
export const yearFirst = 'Year first: 2031-03-31'
export const dayFirst = 'Day first: 31.03.2031, 31/3/2031'
export const monthFirst = 'Month first: 03/31/2031'
export const dateInWords = 'In words: 31 Mar 2031'
export const decimalPoint = 'A point: 1,234.5'
export const decimalComma = 'A comma: 1.234,5'
export const leavesTheFieldAsItIs = 'leaves the field as it is'
export const emptiesTheField = 'empties the field'
export const byGsidOrNameAndCompany = 'by Gsid, or name and company'
export const byGsidAlone = 'by Gsid alone'
export const neverEveryRowIsANew = 'never: every row is a new goal'
export const oneGoal = 'one goal'
export const aGoalForEachCompanyOf = 'a goal for each company of a filter'
export const howItIsRead = 'How it is read'
export const dates = 'Dates'
export const decimals = 'Decimals'
export const anEmptyCell = 'An empty cell'
export const goalsThatAreThereAreFound = 'Goals that are there are found'
export const aRowIs = 'A row is'
export const filterAListByWhatIs =
  'Filter a list by what is known of companies (name, CSM, attributes), copy its link, and paste it here. Empty: every company. Companies without a goal count as well.'
export const eachRowBecomesAGoalOf = (filterSentence: string) =>
  `Each row becomes a goal of every company whose ${filterSentence}.`
export const eachRowBecomesAGoalOfTitle = 'Each row becomes a goal of every company.'

// value-line
export const rows = (rows: number) => counted(rows, 'row')
export const standsFor = (label: string) => `Stands for ${label}.`
export const standsForOf = (value: string) => `“${value}” stands for`

// values-part
export const noValueHasToBeDecided = 'No value has to be decided'
export const everyCompanyStatusAndChoiceIn = 'Every company, status and choice in the file is known by its name.'
export const itShowsOnceTheColumnsHold = 'It shows once the columns hold together.'
export const thatWasNotTaken = (detail: string) => `That was not taken. ${detail}`
export const valuesToDecide = 'Values to decide'
