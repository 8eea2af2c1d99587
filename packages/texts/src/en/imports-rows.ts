// The rows of an import, and what becomes of them.
import { counted, grouped } from './counted.ts'

// cell-box
export const correctedHere = 'Corrected here.'

// import-bands
export const openTheChangeSet = 'Open the change set'
export const thisImportWasMadeIntoA =
  'This import was made into a change set. To make another of it, throw that one away.'
export const showTheColumns = 'Show the columns'
export const noRowIsCheckedUntilThen = (general: number, general2: string) =>
  `${general > 0 ? general2 : 'Some columns cannot be read as they are chosen.'} No row is checked until then.`

// import-grid-row
export const ofRow = (name: string | undefined, column: number, row: number | string) =>
  `${name || `Column ${column}`} of row ${row}`

// import-grid
export const rowCouldNotBeCorrected = (row: number, detail: string) => `Row ${row} could not be corrected. ${detail}`
export const rowsOfThisImport = 'Rows of this import'
export const row = 'Row'
export const comesTo = 'Comes to'
export const column = (column: number) => `Column ${column}`
export const noRowIsCheckedYet = 'No row is checked yet'
export const sayWhatTheColumnsHoldFirst = 'Say what the columns hold first.'
export const theFileHasNoRows = 'The file has no rows'
export const noRowCreatesAGoal = 'No row creates a goal'
export const noRowChangesAGoalThat = 'No row changes a goal that is there'
export const noGoalIsAsTheFile = 'No goal is as the file has it already'
export const noRowCouldMeanSeveralGoals = 'No row could mean several goals'
export const everyRowCanBeRead = 'Every row can be read'

// import-header
export const rows = (rows: number) => counted(rows, 'row')
export const handedInBy = '{rows} · handed in by {createdBy} {when}'
export const columnsAsInTheLastFile = ' · columns as in the last file like it'
export const toReadAnotherSheetHandThe = 'To read another sheet, hand the file in again.'
export const sheet = 'Sheet'
export const whichSheetIsRead = 'Which sheet is read'

// import-page
export const thisImport = 'This import'

// import-row-panel
export const theImportWasMadeIntoA = 'The import was made into a change set.'
export const rowOfThisImport = (row: number) => `Row ${row} of this import`
export const rowOf = (row: number) => `Row ${row}`
export const rowUnder = (row: number, parentName: string) => `Row ${row} · ${parentName}`
export const notCheckedYet = 'Not checked yet'
export const lookAnewWhichGoalItIs = 'Look anew which goal it is'
export const cellsOfThisRow = 'Cells of this row'
export const itIs = 'It is '
export const take = 'Take '
export const within = (rows: number) => ` in ${counted(rows, 'row')}`

// import-side
export const noRowIsCheckedYetTitle = 'No row is checked yet.'
export const noRowCreatesOrChangesA = 'No row creates or changes a goal.'
export const checking = (rows: number) => `Checking ${counted(rows, 'row')}…`
export const sayWhatTheColumnsHoldThen = 'Say what the columns hold; then every row is checked.'
export const toDecide = (open: number) => `${counted(open, 'value')} to decide`
export const onceForAllRowsThatHave = '{button} once for all rows that have them.'
export const invalid = (invalid: number) => `${grouped(invalid)} invalid`
export const ambiguous = (ambiguous: number) => `${grouped(ambiguous)} ambiguous`
export const stays = 'stays'
export const stay = 'stay'
export const behindUnlessMendedHereOrIn = '{what} {stuck} behind, unless mended here or in the file.'
export const everyProblemAsAFile = 'Every problem as a file'
export const preview = (writes: number) => `Preview ${counted(writes, 'change')}`
export const previewTitle = 'Preview'
export const nothingIsSentToGainsightBy =
  'Nothing is sent to Gainsight by it: you see every goal before and after first.'
export const throwThisImportAway = 'Throw this import away'
export const throwThisImportAwayAsked = 'Throw this import away?'
export const throwItAway = 'Throw it away'
export const theRowsWithWhatWasCorrected = (isWithoutChangeSet: boolean) =>
  `The rows, with what was corrected and decided, are gone here. Your file is not touched${isWithoutChangeSet ? '.' : ', and the change set that was made of it stays.'}`

// import-tabs
export const partsOfThisImport = 'Parts of this import'
export const valuesToDecide = 'Values to decide'
export const allRows = 'All rows'
