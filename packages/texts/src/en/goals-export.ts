// The export of a list.
import { counted, grouped } from './counted.ts'

// download-export
export const theFileBrokeOffBeforeIts = 'The file broke off before its end. Nothing was saved: export it again.'

// export-dialog
export const exportGoals = 'Export goals'
export const file = 'File'
export const excel = 'Excel'
export const aWorkbookWithDatesAndNumbers = 'A workbook, with dates and numbers as such'
export const csv = 'CSV'
export const forOtherPrograms = 'For other programs'
export const onlyTheSelected = (size: number) => `Only the ${grouped(size)} selected`
export const allOfTheList = (total: number) => `All ${counted(total, 'goal')} of the list`
export const columnsShown = 'Columns shown'
export const inTheirOrderWithGsidAnd = 'In their order, with Gsid and version before them'
export const allColumns = 'All columns'
export const everyFieldWithDescriptionsAnd = 'Every field, with descriptions and links'
export const richTextAsHtml = 'Rich text as HTML'
export const toEditDescriptionsInTheFile =
  'To edit descriptions in the file and keep their form. Otherwise their words stand there.'
export const noneOfTheColumnsShownHolds = 'None of the columns shown holds rich text.'
export const editedInASpreadsheetTheFile =
  'Edited in a spreadsheet, the file can be imported again. Goals that have changed meanwhile are not overwritten.'
export const exportIt = (size: number) => `Export ${counted(size, 'goal')}`
export const savedAs = (rows: number, name: string) => `Saved ${counted(rows, 'goal')} as ${name}.`
export const beginning = 'Beginning…'
export const outOf = (done: number, all: number) => `${grouped(done)} of ${counted(all, 'goal')}`
