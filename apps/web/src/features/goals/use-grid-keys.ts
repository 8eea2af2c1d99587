import type { KeyboardEvent } from 'react'
import { cellMove, headerRow, type CellPlace } from '#web/shared/table/cell-moves.ts'
import type { CellCursor } from '#web/shared/table/use-cell-cursor.ts'
import type { InlineField } from '#web/shared/form/cell-focus.ts'
import type { GridPlaces } from './grid-places.ts'

type Options = {
  cursor: CellCursor
  places: GridPlaces
  columns: readonly string[]
  /** Whole rows on a screen. */
  page: number
  hasHeader: boolean
  /** What a key does to the active header. False: nothing. */
  onHeader: (event: KeyboardEvent<HTMLElement>, column: string) => boolean
  scrollTo: (place: number) => void
  onOpen: (place: number) => void
  onToggle: (place: number) => void
  /** Selects the rows from where the last selection was made up to this one. */
  onExtend: (place: number) => void
  onSelectAll: () => void
  onEdit: (place: number, field: InlineField) => void
  /** A cell that is not edited in the list was asked to be. */
  onCannotEdit: (column: string) => void
  isFolded: (group: number) => boolean
  onFold: (group: number) => void
  onEscape: () => void
}

const inlineFields: readonly string[] = ['Name', 'StatusName', 'DueDate'] satisfies InlineField[]
const isInline = (column: string): column is InlineField => inlineFields.includes(column)
const fieldOfKey: Record<string, InlineField> = { s: 'StatusName', d: 'DueDate' }

/**
 * The keys of the goals list: those of a WAI-ARIA grid, with Shift marking a range of cells; Enter edits a status or due date and opens the goal from any other
 * cell, F2 edits, S and D edit status and due date from anywhere in the row; Space selects the goal, with Shift up to it; on the header of a group the arrows fold.
 */
export function useGridKeys(options: Options): (event: KeyboardEvent<HTMLElement>) => void {
  const { cursor, places, columns, page, hasHeader } = options
  const extent = { rows: places.total, columns: columns.length, page, hasHeader }

  /** What a key does where it does not lead to another cell. */
  const act = (event: KeyboardEvent<HTMLElement>, { row, column }: CellPlace): boolean => {
    const name = columns[column] ?? ''
    const { key, shiftKey } = event
    if (key === ' ' && shiftKey) options.onExtend(row)
    else if (key === ' ') options.onToggle(row)
    else if (key === 'Enter' && (name === 'StatusName' || name === 'DueDate')) options.onEdit(row, name)
    else if (key === 'Enter') options.onOpen(row)
    else if (key === 'F2' && isInline(name)) options.onEdit(row, name)
    else if (key === 'F2') options.onCannotEdit(name)
    else {
      const field = fieldOfKey[key]
      if (!field) return false
      options.onEdit(row, field)
    }
    return true
  }

  const actOnGroup = ({ key }: KeyboardEvent, group: number, place: number): boolean => {
    const isFolded = options.isFolded(group)
    if (key === 'ArrowRight' && !isFolded) cursor.moveTo(Math.min(place + 1, places.total - 1))
    else if (key === 'ArrowRight' || (key === 'ArrowLeft' && !isFolded) || key === 'Enter' || key === ' ')
      options.onFold(group)
    else return key === 'ArrowLeft'
    return true
  }

  return (event) => {
    const { key, ctrlKey, metaKey, altKey } = event
    const isOnHeader = event.target instanceof Element && event.target.closest('[data-header]') !== null
    if (event.target !== event.currentTarget && !isOnHeader) return
    const at = cursor.place
    const handled = (isHandled: boolean) => isHandled && event.preventDefault()

    if (at?.row === headerRow && options.onHeader(event, columns[at.column] ?? '')) return handled(true)
    const here = at && at.row >= 0 ? places.at(at.row) : null
    if (at && here?.kind === 'group' && !ctrlKey && !metaKey && !altKey && actOnGroup(event, here.group, at.row)) {
      options.scrollTo(at.row)
      return handled(true)
    }
    if (at && here?.kind === 'goal' && key === 'ArrowLeft' && at.column === 0 && !ctrlKey && !metaKey) {
      const group = places.groupAt(at.row)
      if (group !== null) {
        const header = places.ofGroup(group)
        cursor.moveTo(header)
        options.scrollTo(header)
        return handled(true)
      }
    }

    const target = cellMove(event, at ?? { row: -1, column: -1 }, extent)
    if (target) {
      // Somebody who comes with an arrow begins at the first row, in the column of the names.
      const isFar = ctrlKey || metaKey
      const next = at || isFar ? target : { row: Math.min(0, places.total - 1), column: undefined }
      const isRange = event.shiftKey && at !== null && at.row >= 0 && next.row >= 0
      cursor.moveTo(next.row, next.column, isRange)
      if (next.row >= 0) options.scrollTo(next.row)
      // What has the focus may be a header's button, which is left behind.
      event.currentTarget.focus({ preventScroll: true })
      return handled(true)
    }
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') {
      options.onSelectAll()
      return handled(true)
    }
    if (altKey || ctrlKey || metaKey) return
    if (key === 'Escape') {
      if (cursor.range) cursor.endRange()
      else options.onEscape()
      return handled(true)
    }
    if (at && here?.kind === 'goal' && act(event, at)) {
      options.scrollTo(at.row)
      handled(true)
    }
  }
}
