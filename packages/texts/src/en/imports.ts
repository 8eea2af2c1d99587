// The list of imports, and a new one.
import { counted, grouped } from './counted.ts'

// file-drop
export const theseAreSeveralFilesEachIs = 'These are several files: each is imported by itself.'
export const hasMoreThanMbSplitIt = (name: string, megabytes: number) =>
  `“${name}” has more than ${megabytes} MB: split it into several.`
export const pastedCells = 'Pasted cells'
export const readingAndChecking = (name: string) => `Reading and checking “${name}”…`
export const aFileWithGoals = 'A file with goals'
export const dropACsvOrExcelFile = 'Drop a CSV or Excel file here, or paste cells from a spreadsheet'
export const oneGoalARowTheFirst = (mostRows: number, megabytes: number) =>
  `One goal a row, the first row names the columns. At most ${grouped(mostRows)} rows and ${megabytes} MB.`
export const fileWithGoals = 'File with goals'
export const chooseAFile = 'Choose a file'

// imports-page
export const goalsFromASpreadsheetEveryRow =
  'Goals from a spreadsheet. Every row is checked, and nothing is sent before you have looked at it.'
export const rows = (rows: number) => counted(rows, 'row')
export const theColumnsHaveToBeLooked = 'The columns have to be looked at.'
export const withProblems = (stuck: number) => `${counted(stuck, 'goal')} with problems`
export const toDecide = (open: number) => `${counted(open, 'value')} to decide`
