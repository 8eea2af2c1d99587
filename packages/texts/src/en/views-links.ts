// Links to a list.
import { counted, grouped } from './counted.ts'

// frozen-band
export const showWhatMatchesNow = (matching: number | null) =>
  `Show what matches now${matching === null ? '' : `: ${grouped(matching)}`}`
export const showTheOfThen = (goals: number) => `Show the ${grouped(goals)} of then`
export const frozenBy = (by: string, exactInstant: string, frozenWords: string) =>
  `Frozen by ${by}, ${exactInstant}: ${frozenWords}`
export const youSeeWhatMatchesNow = ' You see what matches now.'

// frozen-words
/** What a frozen link held; how many of these goals still match (null: not known), and how many have left. */
export const heldThen = (before: number, isExact: boolean, still: number | null, gone: number) => {
  const then = `${counted(before, 'goal')} then${isExact ? '' : ', so far as was known'}`
  if (still === null) return `${then}.`
  if (still === before) return `${then}, ${before === 1 ? 'and it still matches' : 'and all of them still match'} now.`
  const left = gone > 0 ? `; ${grouped(gone)} ${gone === 1 ? 'has' : 'have'} left` : ''
  return `${then}, ${grouped(still)} of them still ${still === 1 ? 'matches' : 'match'} now${left}.`
}

// my-links
export const linksThatYouHaveMade = 'Links that you have made'
export const frozen = (goals: number) => `frozen, ${counted(goals, 'goal')}`
export const live = 'live'
export const deleteTheLink = (id: string) => `Delete the link ${id}`

// share-dialog
export const shareThisList = 'Share this list'
export const kindOfLink = 'Kind of link'
export const liveTitle = 'Live'
export const whateverMatchesWhenItIsOpened = 'Whatever matches when it is opened. “Me” in the filter is whoever looks.'
export const frozenTitle = 'Frozen'
export const frozenOf = (total: number) => `Frozen: ${counted(total, 'goal')}`
export const aFrozenLinkHoldsAtMost = (mostFrozen: number) =>
  `A frozen link holds at most ${grouped(mostFrozen)} goals: narrow the filter.`
export const exactlyTheGoalsThatMatchNow =
  'Exactly the goals that match now, as they will be then. How many of them still match is told beside it.'
export const makeLink = 'Make link'
export const itCarriesFilterOrderAndColumns =
  'It carries filter, order and columns. Whoever opens it sees of these goals what they may see, and keeps their own columns elsewhere.'
