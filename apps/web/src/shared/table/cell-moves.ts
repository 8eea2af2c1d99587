/** A cell by its place: its row, counted from 0, and its column, counted from 0 at the left. */
export type CellPlace = { row: number; column: number }

/** The row of the column headers, above the first row. */
export const headerRow = -1

type Extent = {
  rows: number
  columns: number
  /** Whole rows on a screen. */
  page: number
  hasHeader: boolean
}

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/**
 * The cell that a key leads to, as WAI-ARIA has it for grids: arrows by one, Home and End along the row, with Ctrl to the ends of the grid, PageUp and
 * PageDown by a screen. Null for a key that leads nowhere. The headers are reached by ArrowUp from the first row, and left by whatever goes down.
 */
export function cellMove(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  at: CellPlace,
  { rows, columns, page, hasHeader }: Extent,
): CellPlace | null {
  if (altKey) return null
  const { row, column } = at
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  const isFar = ctrlKey || metaKey
  const wanted: CellPlace | undefined = isFar
    ? {
        Home: { row: 0, column: 0 },
        End: { row: lastRow, column: lastColumn },
        ArrowUp: { row: 0, column },
        ArrowDown: { row: lastRow, column },
        ArrowLeft: { row, column: 0 },
        ArrowRight: { row, column: lastColumn },
      }[key]
    : {
        ArrowUp: { row: row - 1, column },
        ArrowDown: { row: row + 1, column },
        ArrowLeft: { row, column: column - 1 },
        ArrowRight: { row, column: column + 1 },
        Home: { row, column: 0 },
        End: { row, column: lastColumn },
        PageUp: { row: row === headerRow ? row : Math.max(0, row - page), column },
        PageDown: { row: row + page, column },
      }[key]
  if (!wanted) return null
  const first = hasHeader ? headerRow : 0
  if (rows === 0 && !hasHeader) return null
  return { row: between(first, wanted.row, lastRow), column: between(0, wanted.column, lastColumn) }
}

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value))

/** The cells between two, both counted in, whichever comes first. */
export type CellRange = { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }

export function rangeBetween(one: CellPlace, other: CellPlace): CellRange {
  return {
    firstRow: Math.min(one.row, other.row),
    lastRow: Math.max(one.row, other.row),
    firstColumn: Math.min(one.column, other.column),
    lastColumn: Math.max(one.column, other.column),
  }
}
