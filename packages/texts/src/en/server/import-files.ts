// What cannot be read in a file.
import { grouped } from '../counted.ts'

// decode-text
export const thisIsNoTextAnImport = 'This is no text: an import takes CSV, TSV or XLSX.'
export const charactersThatNoTextCanHold = 'Characters that no text can hold were left out.'
export const theFileSaysThatItIs = (encoding: string) => `The file says that it is ${encoding}, and is not.`
export const theFileIsNoUtf8 =
  'The file is no UTF-8, so it was read as Windows-1252: look whether letters with accents are right, else save it as UTF-8.'

// file-body
export const theFileDidNotComeTo = 'The file did not come to its end.'
export const theFileIsEmpty = 'The file is empty.'
export const isEmpty = 'is empty'
export const anImportTakesAFileOf = (megabytes: number) =>
  `An import takes a file of at most ${megabytes} MB: split it into several.`

// read-csv
export const notReadAsCsv = 'The file cannot be read as CSV.'
export const line = (error: number) => `line ${error}`
export const theLastLine = 'the last line'
export const aQuotationMarkIsOpenedAnd = (line: string) =>
  `A quotation mark is opened and never closed, before or at ${line}.`
export const aQuotationMarkStandsInThe = (line: string) =>
  `A quotation mark stands in the middle of a cell in ${line}: a cell with quotation marks has to be in quotation marks, and they are doubled in it.`
export const somethingStandsBehindAClosing = (line: string) =>
  `Something stands behind a closing quotation mark in ${line}: quotation marks within a cell have to be doubled.`
export const notReadAsCsvIn = (line: string) => `The file cannot be read as CSV: something is wrong in ${line}.`

// read-file
export const thisIsAnOldWorkbookXls =
  'This is an old workbook (.xls), or one that is protected by a password: save it as XLSX without one.'
export const theFileHasAHeaderAnd = 'The file has a header and no rows below it.'
export const anImportHasAtMostRows = (mostRows: number, body: number) =>
  `An import has at most ${grouped(mostRows)} rows, and the file has ${grouped(body)}: split it.`
export const anImportHasAtMostColumns = (mostColumns: number, width: number) =>
  `An import has at most ${mostColumns} columns, and the file has ${width}.`
export const emptyRowsWereLeftOut = 'Empty rows were left out.'
export const thisIsAnExportOfGoalkeeper = (words: string) => `This is an export of Goalkeeper: ${words}.`
export const column = (letterOf: string) => `Column ${letterOf}`
export const severalColumnsAreCalledTheyAre = (name: string) =>
  `Several columns are called “${name}”: they are told apart by a number.`

// read-row
export const mustBeANumberWithBefore = (label: string, decimal: string) =>
  `${label} must be a number, with “${decimal}” before its decimals.`
export const mustBeYesOrNo = (label: string) => `${label} must be yes or no.`
export const mustBeADate = (label: string, dateWords: string) => `${label} must be a date, ${dateWords}.`
export const mustBeAnInstantWithIts = (label: string) =>
  `${label} must be an instant with its zone, such as 2026-03-31T09:00:00Z.`
export const takesAGsid = (label: string) => `${label} takes a Gsid.`
export const isNotUsedAnyMore = (label: string, text: string) => `${label} “${text}” is not used any more.`
export const doesNotHaveTheValue = (label: string, text: string) => `${label} does not have the value “${text}”.`
export const aGoalHangsOnARelationship = 'A goal hangs on a relationship or on an opportunity, and not on both.'
export const isNoGsidSeveralStandApart = (wrong: string) => `“${wrong}” is no Gsid: several stand apart by “;”.`
export const theGsidBesideItIsThat = (name: string) => `The Gsid beside it is that of “${name}”.`
export const suchAs20260331 = 'such as 2026-03-31'
export const dayBeforeMonthSuchAs31 = 'day before month, such as 31.03.2026'
export const monthBeforeDaySuchAs03 = 'month before day, such as 03/31/2026'
export const suchAs31March2026 = 'such as 31 March 2026'

// read-workbook
export const itMayBeDamagedOrProtected = 'it may be damaged, or protected by a password'
export const theWorkbookCannotBeRead = (why: string) => `The workbook cannot be read: ${why}.`
export const workbookWithoutSheets = 'The workbook has no sheet.'
export const workbookWithoutTheSheet = (wanted: string) => `The workbook has no sheet “${wanted}”.`
export const theWorkbookHasSheetsThisIs = (sheets: number, sheet: string) =>
  `The workbook has ${sheets} sheets: this is the first, “${sheet}”.`
export const theWorkbookIsTooLargeWhen = 'The workbook is too large when it is unpacked: it is not read.'
export const ofTheWorkbook = 'of the workbook'
export const theCellHoldsAFormulaWithout = (at: string) =>
  `The cell ${at} holds a formula without its result: open the workbook in a spreadsheet and save it there, or put the value in its place.`
export const theWorkbookCannotBeReadIt = 'The workbook cannot be read: it may be damaged.'
