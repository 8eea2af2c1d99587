// Small parts of every page.

// copy-button
export const copied = 'Copied'
export const couldNotCopy = 'Could not copy'

// due-words
export const dLate = (distance: number) => `${distance} d late`

// error-page
export const thereIsNothingAtThisAddress = 'There is nothing at this address'
export const thisPageCouldNotBeShown = 'This page could not be shown'
export const loadItAgain = 'Load it again'
export const goalkeeperWasUpdatedSinceYou =
  'Goalkeeper was updated since you opened it, or could not be reached. What you typed into the form of a goal is kept.'

// not-found-page
export const theLinkMayBeOldOr = 'The link may be old, or a part of it may be missing. {link} are still there.'

// request-id
export const request = 'Request {requestId}'

// tool-button
export const notNow = 'Not now.'

// use-page-title
export const goalkeeper = (title: string) => `${title} – Goalkeeper`

// link-counts
/** "2 CTAs, no success plans" */
export const linkCounts = (ctas: number, plans: number) => `${orNo(ctas, 'CTA')}, ${orNo(plans, 'success plan')}`
const orNo = (count: number, word: string) =>
  count === 0 ? `no ${word}s` : `${count} ${word}${count === 1 ? '' : 's'}`
