// The bar of what can be done to the selected goals.
import { grouped } from './counted.ts'

// change-bar
export const more = 'More'
export const setStatusOfTheSelectedGoals = 'Set status of the selected goals'
export const setDueDateOfTheSelected = 'Set due date of the selected goals'
export const linkTheSelectedGoals = 'Link the selected goals'
export const changeMoreOfTheSelectedGoals = 'Change more of the selected goals'
export const atMostGoalsCanBeChanged = (mostGoals: number) =>
  `At most ${grouped(mostGoals)} goals can be changed at once.`
export const selectionBulk = 'selection bulk'
