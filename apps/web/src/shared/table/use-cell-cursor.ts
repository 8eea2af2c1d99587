import { useState } from 'react'
import { headerRow, rangeBetween, type CellPlace, type CellRange } from './cell-moves.ts'

type Cursor = { scope: string; row: number; column: string; anchor: { row: number; column: string } | null }

type Options = {
  /** Names the list and its order: another one begins at its first row, in the column that was active; a header stays active. */
  scope: string
  /** The ids of the columns from left to right. */
  columns: readonly string[]
  /** The column in which somebody begins who comes to the grid. */
  home: string
}

export type CellCursor = {
  /** The active cell; null before anything is. */
  place: CellPlace | null
  /** The cells between where a range began and the active one; null without a range. */
  range: CellRange | null
  /** Makes a cell active; without a column in the one that was. `isRange`: what lies between it and where the range began is marked. */
  moveTo: (row: number, column?: string | number, isRange?: boolean) => void
  endRange: () => void
}

/** The active cell of a grid. It is known by its place and its column, not by an element: it is there however far it is scrolled away. */
export function useCellCursor({ scope, columns, home }: Options): CellCursor {
  const [state, setState] = useState<Cursor | null>(null)
  const indexOf = (id: string) => Math.max(0, columns.includes(id) ? columns.indexOf(id) : columns.indexOf(home))
  const isHere = state !== null && (state.scope === scope || state.row === headerRow)
  const place = state && { row: isHere ? state.row : 0, column: indexOf(state.column) }
  const anchor = isHere && state.anchor ? { row: state.anchor.row, column: indexOf(state.anchor.column) } : null
  const nameOf = (column: string | number) => (typeof column === 'string' ? column : (columns[column] ?? home))
  return {
    place,
    range: place && anchor ? rangeBetween(anchor, place) : null,
    moveTo: (row, column = state?.column ?? home, isRange = false) => {
      const began = anchor ?? place
      const from = isRange && began ? { row: began.row, column: nameOf(began.column) } : null
      setState({ scope, row, column: nameOf(column), anchor: from })
    },
    endRange: () => setState((last) => last && { ...last, anchor: null }),
  }
}
