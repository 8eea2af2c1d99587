// What can be done with selected goals.
import { grouped } from './counted.ts'

// selected-goals
export const selectedGoals = 'Selected goals'
export const allMatchingGoalsSelected = (count: number) => `All ${grouped(count)} matching goals selected`
export const selected = (count: number) => `${grouped(count)} selected`
export const selectAllMatching = (total: number) => `Select all ${grouped(total)} matching`
export const showOnlyThese = 'Show only these'
export const copyGsids = 'Copy Gsids'
export const clear = 'Clear'
