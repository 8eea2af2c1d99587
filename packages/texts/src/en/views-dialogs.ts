// Saving, naming and deleting a view.

// delete-dialog
export const deleteIt = (name: string) => `Delete “${name}”?`
export const noGoalIsChangedByIt = (isShared: boolean) =>
  `${isShared ? 'It goes away for everyone, also where it is a tab.' : 'Only you see it.'} No goal is changed by it.`
export const deleteView = 'Delete view'

// not-saved-dialog
export const wasNotSaved = (name: string) => `“${name}” was not saved`
export const changedThisViewAfterYouHad =
  '{changedBy} changed this view {when}, after you had opened it. What you see is yours; nothing of theirs or of yours is lost yet.'
export const saveMineAsAnotherView = 'Save mine as another view…'
export const saveOverTheirs = 'Save over theirs'
export const notNow = 'Not now'

// rename-dialog
export const rename = (name: string) => `Rename “${name}”`
export const everyoneSeesTheNewName = 'Everyone sees the new name.'

// save-as-dialog
export const saveAsAView = 'Save as a view'
export const shareItWithEveryone = 'Share it with everyone'
export const everyoneCanOpenItYouAnd = 'Everyone can open it; you and admins can change it.'
export const pinItAsATabAbove = 'Pin it as a tab above my list'
export const openMyListWithIt = 'Open my list with it'
export const saveView = 'Save view'
