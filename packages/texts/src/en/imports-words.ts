// How an import stands, in words.
import { counted } from './counted.ts'

// import-queries
export const theServerGaveAnAnswerThat = 'The server gave an answer that this page does not understand.'

// import-words
export const unchanged = 'Unchanged'
export const ambiguous = 'Ambiguous'
export const invalid = 'Invalid'
export const creates = (create: number) => `creates ${counted(create, 'goal')}`
export const changes = (update: number) => `changes ${counted(update, 'goal')}`
export const theImport = (effect: string) => `The import ${effect}.`
export const everyGoalIsAsTheFile = 'Every goal is as the file has it: there is nothing to import.'
export const noRowCanBeImportedYet = 'No row can be imported yet.'
export const andMore = (reason: string, others: number) => `${reason} And ${others} more.`
