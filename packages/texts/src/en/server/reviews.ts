// Reviews.
import { counted, grouped } from '../counted.ts'

// queue
export const hasThisGoalBeforeThem = (claimedBy: string) => `${claimedBy} has this goal before them.`
export const thisGoalIsNotInThe = 'This goal is not in the review.'
export const thisDecisionIsInAChange =
  'This decision is in a change set already: change it there, or throw that draft away first.'

// review-view
export const keep = 'Keep'
export const note = 'Note'

// reviews-router
export const columnsOfTheFile = [
  'Company',
  'CSM',
  'Goal',
  'Gsid',
  'Decision',
  'Status',
  'Due date',
  'Note',
  'Flagged',
  'By',
  'At',
]
export const thereIsNoSuchReview = 'There is no such review.'
export const thereIsNoStatusThatA = (name: string) => `There is no status “${name}” that a goal could be given.`

// reviews
export const noGoalPassesTheFilterThere = 'No goal passes the filter: there is nothing to review.'
export const beganTheReviewOf = (name: string, items: number) =>
  `Began the review “${name}” of ${counted(items, 'goal')}.`
export const noDecisionIsLeftThatWould = 'No decision is left that would change a goal.'
export const decisionsOfTheReview = (name: string) => `Decisions of the review “${name}”`
export const aReviewHasAtMostGoals = (mostReviewed: number, total: number) =>
  `A review has at most ${grouped(mostReviewed)} goals, and ${grouped(total)} pass the filter: narrow it.`
