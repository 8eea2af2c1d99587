// The columns of a list.

// column-line
export const pinToTheLeft = (label: string) => `Pin ${label} to the left`
export const moveToTheLeft = (label: string) => `Move ${label} to the left`
export const moveToTheRight = (label: string) => `Move ${label} to the right`

// columns-menu
export const names = 'Names'
export const customFields = 'Custom fields'
export const workedOut = 'Worked out'
export const findAColumn = 'Find a column'
export const findAColumnDots = 'Find a column…'
export const shown = 'Shown'
export const theseColumnsCameWithTheLink = 'These columns came with the link. Yours are as they were.'
export const showMine = 'Show mine'
export const keepTheseAsMine = 'Keep these as mine'
export const heightOfRows = 'Height of rows'
export const compact = 'Compact'
export const comfortable = 'Comfortable'
export const asAtFirst = 'As at first'
