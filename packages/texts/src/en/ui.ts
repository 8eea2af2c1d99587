// Small parts of every page.

// ago
export const now = 'now'
export const ago = (duration: string) => `${duration} ago`

// list-page
export const theCouldNotBeRead = (title: string, detail: string) => `The ${title} could not be read. ${detail}`

// no-permission
export const thisPageIsNotForYour = 'This page is not for your role'
export const anAdminOfGoalkeeperCanGive = (reason: string) =>
  `${reason} An admin of Goalkeeper can give you another one.`

// side-panel
export const widthOfThePanel = 'Width of the panel'
