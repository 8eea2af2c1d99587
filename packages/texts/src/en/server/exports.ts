// What an export says of itself.
import { counted, grouped } from '../counted.ts'

// export-about
export const rows = 'Rows'
export const holds = 'Holds'
export const complete = 'Complete'
export const written = 'Written'
export const times = 'Times'
export const importWord = 'Import'
export const goalkeeperTakesThisFileBack =
  'Goalkeeper takes this file back: Gsid says which goal a row is, Version whether it has moved on since. An apostrophe before =, +, - or @ keeps a text from being a formula, and is taken away again.'
export const ofThoseThatTheReaderSees = ', of those that the reader sees'
export const goalsThatWereSelectedOneBy = (seen: string) => `goals that were selected one by one${seen}`
export const thatASearchForFinds = (search: string) => ` that a search for “${search}” finds`
export const withoutThatWereTakenOut = (except: number) => `, without ${grouped(except)} that were taken out`
export const allGoals = (found: string, seen: string, without: string) => `all goals${found}${seen}${without}`
export const goalsWhose = (found: string, filter: string, seen: string, without: string) =>
  `goals${found}${found === '' ? '' : ','} whose ${filter}${seen}${without}`
export const descending = (label: string) => `${label}, descending`
export const thenBy = '; then '
export const howWellTheSearchFindsThem = 'how well the search finds them'
export const andDataAsOf = (iso: string) => `; data as of ${iso}`
export const without = (undecided: string) => `; without ${undecided}`
export const sortedBy = 'Sorted by'
export const dataAsOf = 'Data as of'
export const notKnown = 'Not known'
export const notExact = (soFar: string) => `No: ${soFar}`
export const leftOut = 'Left out'
export const writtenFor = (iso: string, writtenFor: string) => `${iso} for ${writtenFor}`
export const utcDueDatesAreCalendarDates = 'UTC; due dates are calendar dates'
export const notEveryGoalHadBeenRead = 'not every goal had been read from Gainsight yet'
export const thatMayMatchNothingIsKnown = (goals: number) =>
  `${counted(goals, 'goal')} that may match: nothing is known of CTAs or plans that ${goals === 1 ? 'it links' : 'they link'} to`

// export-columns
export const nameOfRecord = (label: string) => `${label} name`

// export-file
export const aWorkbookHasAtMostRows = (most: number) =>
  `A workbook has at most ${grouped(most)} rows: choose CSV, or narrow the filter.`

// export-header
export const company = (label: string) => `Company: ${label}`

// exports
export const aCsvFile = 'a CSV file'
export const anExcelWorkbook = 'an Excel workbook'
export const exportedAs = (count: string, kind: string, goals: string) => `Exported ${count} as ${kind}: ${goals}.`
