import { headerRow, type CellPlace } from '#web/shared/table/cell-moves.ts'

/** The elements of the grid by which it says which of them is active. */
export const rowId = (place: number) => `goal-row-${place}`
export const cellId = (place: number, column: string) => `goal-cell-${place}-${column}`
export const headerId = (column: string) => `goal-header-${column}`

/** The column of the checkboxes, beside those that somebody chooses. */
export const selectColumn = 'select'

/** The element of the active cell; of the whole row where that is one thing. Nothing before a cell is active. */
export function activeIdOf(at: CellPlace | null, column: string | null, isWholeRow: boolean): string | undefined {
  if (at === null || column === null) return undefined
  if (at.row === headerRow) return headerId(column)
  return isWholeRow ? rowId(at.row) : cellId(at.row, column)
}
