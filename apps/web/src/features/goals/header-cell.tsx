import { FlexRender } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { DragEvent, KeyboardEvent } from 'react'
import classes from './header-cell.module.css'
import type { GoalHeader } from './use-goal-table.ts'

/** What headers do. Columns are named by id; `places` and `pixels` may be negative. */
export type HeaderDeeds = {
  canSort: (id: string) => boolean
  sort: (id: string, isAdded: boolean) => void
  move: (id: string, places: number) => void
  moveTo: (id: string, before: string) => void
  resize: (id: string, width: number | null) => void
}

type Props = {
  header: GoalHeader
  place: number
  left: number | undefined
  isNumeric: boolean
  /** How many of the columns shown are sorted by: from two on, each says which key it is. */
  sortKeys: number
  isTabStop: boolean
  onFocus: () => void
  deeds: HeaderDeeds
}

const widthStep = 16
const dragType = 'application/x-goalkeeper-column'

/** One column header: click sorts, Shift adds a key; drag moves, its right edge resizes, a double click there takes the width back. */
export function HeaderCell({ header, place, left, isNumeric, sortKeys, isTabStop, onFocus, deeds }: Props) {
  const { column } = header
  const { id } = column
  const isPinned = left !== undefined
  const canSort = deeds.canSort(id)
  const sorted = column.getIsSorted()

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (direction === undefined || event.shiftKey === event.altKey) return
    event.preventDefault()
    if (event.shiftKey) deeds.resize(id, column.getSize() + direction * widthStep)
    else if (!isPinned) deeds.move(id, direction)
  }
  const handleDrop = (event: DragEvent<HTMLElement>) => {
    const dragged = event.dataTransfer.getData(dragType)
    if (!dragged || isPinned) return
    event.preventDefault()
    deeds.moveTo(dragged, id)
  }

  return (
    <div
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : canSort ? 'none' : undefined}
      className={classes.cell}
      data-column={id}
      data-numeric={isNumeric || undefined}
      data-resizing={column.getIsResizing() || undefined}
      {...(isPinned && { 'data-pinned': true, style: { left } })}
      onDragOver={(event) => !isPinned && event.dataTransfer.types.includes(dragType) && event.preventDefault()}
      onDrop={handleDrop}
    >
      <button
        type="button"
        data-header=""
        className={classes.button}
        tabIndex={isTabStop ? 0 : -1}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Alt+ArrowLeft Alt+ArrowRight"
        title={titleOf(canSort, isPinned)}
        draggable={!isPinned}
        onDragStart={(event) => event.dataTransfer.setData(dragType, id)}
        onFocus={onFocus}
        onKeyDown={handleKey}
        onClick={(event) => canSort && deeds.sort(id, event.shiftKey)}
      >
        <span className={classes.label}>
          <FlexRender header={header} />
        </span>
        {sorted === 'asc' && <ArrowUp size={12} aria-hidden="true" />}
        {sorted === 'desc' && <ArrowDown size={12} aria-hidden="true" />}
        {sorted && sortKeys > 1 && <span className={classes.key}>{column.getSortIndex() + 1}</span>}
      </button>
      <span
        className={classes.edge}
        aria-hidden="true"
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onDoubleClick={() => deeds.resize(id, null)}
      />
    </div>
  )
}

function titleOf(canSort: boolean, isPinned: boolean): string {
  const sort = canSort ? ['Click sorts, Shift+click adds a key.'] : []
  const move = isPinned ? [] : ['Alt+← → moves.']
  return [...sort, ...move, 'Shift+← → resizes.'].join(' ')
}
