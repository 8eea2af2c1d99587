// The menu of views.

// view-line-menu
export const itIsSTheyAndAdmins = (owner: string) => `It is ${owner}’s: they and admins can change it`
export const moreFor = (name: string) => `More for ${name}`
export const doNotOpenMyListWith = 'Do not open my list with it'
export const openMyListWithIt = 'Open my list with it'
export const makeItPrivate = 'Make it private'
export const shareItWithEveryone = 'Share it with everyone'
export const rename = 'Rename…'
export const deleteIt = 'Delete…'

// view-line
export const sharedByMe = 'shared'
export const opensFirst = 'opens first'
export const moveToTheLeft = (name: string) => `Move ${name} to the left`
export const moveToTheRight = (name: string) => `Move ${name} to the right`
export const pinAsATab = (name: string) => `Pin ${name} as a tab`
export const takeItOffTheTabs = 'Take it off the tabs'
export const pinItAsATab = 'Pin it as a tab'

// views-menu
export const theViewsCouldNotBeRead = (detail: string) => `The views could not be read. ${detail}`
export const readingTheViews = 'Reading the views…'
export const tabs = 'Tabs'
export const mine = 'Mine'
export const sharedWithEveryone = 'Shared with everyone'
export const findAView = 'Find a view'
export const findAViewDots = 'Find a view…'
export const nobodyHasSavedAViewYet =
  'Nobody has saved a view yet. A view keeps filter, order and columns of this list under a name.'
export const noViewIsCalledSo = 'No view is called so.'
export const saveThisListAsAView = 'Save this list as a view…'
