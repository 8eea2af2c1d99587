/** The elements of the grid by which it says which of them is active. */
export const rowId = (place: number) => `goal-row-${place}`
export const cellId = (place: number, column: string) => `goal-cell-${place}-${column}`
export const headerId = (column: string) => `goal-header-${column}`

/** The column of the checkboxes, beside those that somebody chooses. */
export const selectColumn = 'select'
