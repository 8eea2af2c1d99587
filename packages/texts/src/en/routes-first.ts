// Buttons and pages around the screens.

// import-button
export const importGoals = 'Import goals'
export const spreadsheetUploadCsv = 'spreadsheet upload csv'
export const goalsFromASpreadsheet = 'Goals from a spreadsheet'
export const importIt = 'Import'

// list-base
export const theListLinkCouldNotBe = 'The list link could not be read.'
export const thereIsNoSuchViewAny = 'There is no such view any more, or it is not shared with you.'
export const theViewsCouldNotBeRead = 'The views could not be read.'

// new-goal-button
export const createAdd = 'create add'

// __root
export const browsersSignOut = 'browsers sign out'
