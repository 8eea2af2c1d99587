// An edit that did not go through.

// conflict-choice
export const theirs = 'Theirs'
export const ago = (duration: string) => `${duration} ago`
export const wasChangedElsewhere = (label: string) => `${label} was changed elsewhere`
export const yours = 'Yours:'

// edit-trouble
export const notSaved = 'Not saved'
export const notSavedOf = (why: string | undefined) => (why === undefined ? 'Not saved.' : `Not saved. ${why}`)
export const retry = 'Retry'
