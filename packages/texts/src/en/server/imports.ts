// What cannot be imported.
import { grouped } from '../counted.ts'

// check-create
export const aGoalThatWasCreatedCannot = 'A goal that was created cannot be deleted by the API.'
export const whatTheGoalHangsOnIs = 'What the goal hangs on is missing: its company, for one.'
export const aGoalNeedsAName = 'A goal needs a name.'
export const aNewGoalNeedsAStatus = 'A new goal needs a status.'
export const itIsNotFoundInGainsight = 'It is not found in Gainsight.'
export const thisTenantDoesNotLetAn =
  'This tenant does not let an opportunity be named safely: create the goal in Gainsight.'

// check-import
export const thisWouldBeGoalsAndAn = (goals: number, mostRows: number) =>
  `This would be ${grouped(goals)} goals, and an import has at most ${grouped(mostRows)}: narrow the filter.`
export const noCompanyPassesTheFilter = 'No company passes the filter.'
export const theDraftCreatesItLetThat = (title: string) =>
  `The draft “${title}” creates it: let that run, or throw it away.`
export const theChangeSetIsCreatingIt = (title: string) =>
  `The change set “${title}” is creating it: wait until that is over.`
export const itIsBeingCreatedAtThis =
  'It is being created at this moment, or nobody knows yet whether it was: wait until that is settled.'

// check-mapping
export const theFileHasColumnsAndThe = (columns: number, mapped: number) =>
  `The file has ${columns} columns, and the mapping ${mapped}.`
export const theColumnHoldsThisAlready = (name: string) => `The column “${name}” holds this already.`
export const noColumnHoldsTheGsidOf = 'No column holds the Gsid of the goals.'
export const noColumnHoldsTheNameOf = 'No column holds the name of the goals.'
export const noColumnSaysWhatTheGoals = 'No column says what the goals hang on: their company, for one.'
export const parent = (entityType: string, isGsid: boolean) => `parent ${entityType} ${isGsid ? 'by Gsid' : 'by name'}`
export const theGoalsAreMadeForEach =
  'The goals are made for each company of a filter: this column has to hold something else.'
export const theFilterOfTheCompanies = (sentence: string) => `The filter of the companies: ${sentence}`
export const aIsNotKnownByHere = (entityWords: string, by: string) => `A ${entityWords} is not known by ${by} here.`

// check-rows
export const thereIsNoGoalOfThis = 'There is no goal of this Gsid, or none that you see.'
export const goalsOfThisNameAreThere = (found: number) => `${found} goals of this name are there: say which one it is.`
export const aGoalOfThisNameIs =
  'A goal of this name is there, and the row has no Gsid: say that it is this one, or name it otherwise.'
export const dueOn = (due: string) => `due ${due}`

// check-update
export const thisCanOnlyBeSaidOf = 'This can only be said of a goal that is created.'
export const theGoalIsNotOfThis = (entityWords: string) =>
  `The goal is not of this ${entityWords}, and cannot be moved to another one.`

// check-version
export const thisIsNoVersionOfA = 'This is no version of a goal that an export has written.'
export const theGoalWasChanged = 'The goal was changed since the export. Export it again.'
export const theGoalWasChangedIn = (moved: string) =>
  `The goal was changed since the export: ${moved}. Export it again.`
export const isNow = (label: string, wordsOf: string) => `${label} is now ${wordsOf}`

// import-desk
export const notEveryGoalHasBeenRead =
  'Not every goal has been read from Gainsight yet, so that nobody knows which are there: try again in a moment.'
export const thereIsNoSuchImport = 'There is no such import.'
export const thisImportWasMadeIntoA =
  'This import was made into a change set: throw that away first, or import the file again.'
export const theFileHasNoSuchColumn = 'The file has no such column.'
export const namesAColumnThatThereIs = 'names a column that there is not'
export const theImportHasNoSuchRow = 'The import has no such row.'
export const aRowThatIsAGoal = 'A row that is a goal for each company is no goal that is there.'
export const noRowCreatesOrUpdatesA = 'No row creates or updates a goal.'
export const importOf = (name: string) => `Import of “${name}”`

// import-thread
export const theFileNeedsMoreMemoryThan = 'The file needs more memory than an import may have: split it.'

// import-view
export const rowIsAboutTheSameGoal = (twin: number) => `Row ${twin} is about the same goal.`

// parents
export const gainsightHasNoOfThisGsid = (entityWords: string) => `Gainsight has no ${entityWords} of this Gsid.`
export const severalAreSayWhich = (plurals: string, value: string) => `Several ${plurals} are “${value}”: say which.`
export const ofThisCompany = ' of this company'
export const notEveryIsKnownHereIts = (entityWords: string) =>
  ` Not every ${entityWords} is known here: its Gsid would find it.`
export const thereIsNo = (entityWords: string, value: string, isKnownElsewhere: string, some: string) =>
  `There is no ${entityWords} “${value}”${isKnownElsewhere}.${some}`

// imports-router
export const columnsOfTheProblems = ['Row', 'Column', 'Value', 'Reason', 'Goal', 'Parent']
