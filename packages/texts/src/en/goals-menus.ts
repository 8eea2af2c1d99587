// Groups, order and headers of a list.

// group-menu
export const findAFieldToGroupBy = 'Find a field to group by'
export const findAField = 'Find a field…'
export const groupBy = 'Group by'
export const noGroups = 'No groups'
export const orderOfTheGroups = 'Order of the groups'
export const firstToLast = 'First to last'
export const lastToFirst = 'Last to first'
export const collapseAll = 'Collapse all'
export const expandAll = 'Expand all'

// header-menu
export const moreForThisColumn = 'More for this column'
export const sortAscending = 'Sort ascending'
export const sortDescending = 'Sort descending'
export const unpin = 'Unpin'
export const pinToTheLeft = 'Pin to the left'
export const moveLeft = 'Move left'
export const moveRight = 'Move right'
export const wider = 'Wider'
export const narrower = 'Narrower'
export const widthAsAtFirst = 'Width as at first'

// sort-menu
export const whatFitsTheSearchBestComes = 'What fits the search best comes first.'
export const by = 'By'
export const thenBy = 'then by'
export const ascending = 'ascending'
export const descending = 'descending'
export const doNotSortBy = (labelOf: string) => `Do not sort by ${labelOf}`
export const sortByOneMoreColumn = 'Sort by one more column'
export const sortBy = 'Sort by…'
export const thenByDots = 'then by…'
export const whatFitsTheSearchBestFirst = 'What fits the search best first'
export const openOnesFirstByDueDate = 'Open ones first, by due date'
export const asAtFirstOpenOnesBy = 'As at first: open ones, by due date'
