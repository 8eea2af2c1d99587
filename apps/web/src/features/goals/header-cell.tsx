import * as texts from '@goalkeeper/texts/goals-first'
import { FlexRender } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { lazy, Suspense, type DragEvent } from 'react'
import { headerId } from './grid-ids.ts'
import classes from './header-cell.module.css'
import type { HeaderDeeds } from './header-deeds.ts'
import type { GoalHeader } from './use-goal-table.ts'

const HeaderMenu = lazy(() => import('./header-menu.tsx').then((module) => ({ default: module.HeaderMenu })))

type Props = {
  header: GoalHeader
  place: number
  left: number | undefined
  isNumeric: boolean
  /** How many of the columns shown are sorted by: from two on, each says which key it is. */
  sortKeys: number
  isActive: boolean
  isMenuOpen: boolean
  onMenu: (isOpen: boolean) => void
  onFocus: () => void
  deeds: HeaderDeeds
}

const dragType = 'application/x-goalkeeper-column'

/** One column header: click sorts, Shift adds a key; drag moves, its right edge resizes, a double click there takes the width back. Everything else is in its menu. */
export function HeaderCell(props: Props) {
  const { header, place, left, isNumeric, sortKeys, isActive, isMenuOpen, onMenu, onFocus, deeds } = props
  const { column } = header
  const { id } = column
  const isPinned = left !== undefined
  const canSort = deeds.canSort(id)
  const sorted = column.getIsSorted()

  const handleDrop = (event: DragEvent<HTMLElement>) => {
    const dragged = event.dataTransfer.getData(dragType)
    if (!dragged) return
    event.preventDefault()
    deeds.moveTo(dragged, id)
  }

  return (
    <div
      role="columnheader"
      id={headerId(id)}
      aria-colindex={place + 2}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : canSort ? 'none' : undefined}
      className={classes.cell}
      data-column={id}
      data-numeric={isNumeric || undefined}
      data-active={isActive || undefined}
      data-resizing={column.getIsResizing() || undefined}
      {...(isPinned && { 'data-pinned': true, style: { left } })}
      onDragOver={(event) => event.dataTransfer.types.includes(dragType) && event.preventDefault()}
      onDrop={handleDrop}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(true)
      }}
    >
      <button
        type="button"
        data-header=""
        className={classes.button}
        tabIndex={-1}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Alt+ArrowLeft Alt+ArrowRight Alt+ArrowDown"
        title={texts.altMovesShiftResizesAltFor(canSort)}
        draggable
        onDragStart={(event) => event.dataTransfer.setData(dragType, id)}
        onFocus={onFocus}
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
        className={classes.more}
        aria-hidden="true"
        title={texts.moreForThisColumn}
        data-open={isMenuOpen || undefined}
        onClick={() => onMenu(!isMenuOpen)}
      >
        <ChevronDown size={14} />
      </span>
      <span
        className={classes.edge}
        aria-hidden="true"
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onDoubleClick={() => deeds.resize(id, null)}
      />
      {isMenuOpen && (
        <Suspense fallback={null}>
          <HeaderMenu id={id} width={column.getSize()} deeds={deeds} onClose={() => onMenu(false)} />
        </Suspense>
      )}
    </div>
  )
}
