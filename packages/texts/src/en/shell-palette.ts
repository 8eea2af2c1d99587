// The palette and the sheet of shortcuts.

// palette-commands
export const actions = 'Actions'

// palette
export const pages = 'Pages'
export const findAGoalACompanyAn = 'Find a goal, a company, an action'
export const findAGoalACompanyAnDots = 'Find a goal, a company, an action…'
export const nothingGoesBy = (words: string) => `Nothing goes by “${words}”.`
export const otherWordsWereTyped = 'Other words were typed.'

// shortcut-sheet
export const keyboardShortcuts = 'Keyboard shortcuts'
export const inThisBrowserTheyNeverFire = 'In this browser. They never fire while you type, or with a dialog open.'
