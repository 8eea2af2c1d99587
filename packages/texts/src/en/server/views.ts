// Views and links to lists.
import { counted } from '../counted.ts'

// change-words
export const search = 'search'
export const order = 'order'
export const theView = (name: string) => `the view “${name}”`
export const aViewOfTheirOwn = 'a view of their own'
export const sharedTheViewWithEveryone = (name: string) => `Shared the view “${name}” with everyone.`
export const tookTheViewBackFromEveryone = (name: string) =>
  `Took the view “${name}” back from everyone: it is its owner’s alone.`
export const renamedTheViewTo = (before: string, after: string) => `Renamed the view “${before}” to “${after}”.`
export const changedTheView = (namedView: string, keys: string) => `Changed ${namedView}: ${keys}.`

// link-desk
export const thereIsNoSuchListLink = 'There is no such list link.'
export const thisListLinkWasDeletedBy = (deletedBy: string, day: string) =>
  `This list link was deleted by ${deletedBy} on ${day}.`
export const youHaveListLinksWhichIs = (mostLinks: number) =>
  `You have ${mostLinks} list links, which is all there is room for: delete one first.`
export const aFrozenLinkTo = (goals: number) => `a frozen link to ${counted(goals, 'goal')}`
export const aLiveLinkToAList = 'a live link to a list'
export const madeALink = (what: string) => `Made ${what}.`
export const thisListLinkIsSThey = (madeBy: string) => `This list link is ${madeBy}’s: they and admins can delete it.`
export const deletedALinkToAList = (isWithoutGoals: boolean) =>
  `Deleted a ${isWithoutGoals ? 'live' : 'frozen'} link to a list.`

// view-desk
export const thereIsNoSuchViewOr = 'There is no such view, or it is not shared with you.'
export const theViewIsSTheyAnd = (name: string, owner: string) =>
  `The view “${name}” is ${owner}’s: they and admins can change it.`
export const youHaveViewsWhichIsAll = (mostViews: number) =>
  `You have ${mostViews} views, which is all there is room for: delete one first.`
export const madeAView = (namedView: string) => `Made ${namedView}.`
export const renamedAViewOfTheirOwn = 'Renamed a view of their own.'
export const deletedTheView = (namedView: string) => `Deleted ${namedView}.`
export const thereIsAViewAlreadyChoose = (name: string) => `There is a view “${name}” already: choose another name.`
export const changedThisViewMeanwhile = (changedBy: string) =>
  `${changedBy} changed this view meanwhile: nothing was saved.`
