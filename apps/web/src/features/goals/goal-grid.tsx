import type { SortKey } from '@goalkeeper/contract/goals'
import { useRef, type FocusEvent, type ReactNode } from 'react'
import { openCell } from '#web/shared/form/cell-focus.ts'
import { useWidth } from '#web/shared/ui/use-width.ts'
import type { ColumnChoice } from './column-choice.ts'
import type { GoalColumn } from './goal-columns.ts'
import classes from './goal-grid.module.css'
import { GoalGridRow, rowId } from './goal-row.tsx'
import { GridHeader } from './grid-header.tsx'
import { PhoneRow } from './phone-row.tsx'
import type { Neighbours } from './neighbours.tsx'
import { RowsProblem } from './rows-problem.tsx'
import { isSelected } from './selection.ts'
import { useColumnLayout } from './use-column-layout.ts'
import type { GoalSelection } from './use-goal-selection.ts'
import { useGoalTable } from './use-goal-table.ts'
import { useGoalRows } from './use-goal-rows.ts'
import { useGridCursor } from '#web/shared/table/use-grid-cursor.ts'
import { headerDeeds } from './header-deeds.ts'
import { useRowDeeds } from './use-row-deeds.ts'
import { useHeldRow, useHoldWhileActive } from './use-held-row.ts'
import { useNeighbourReport } from './use-neighbour-report.ts'
import { useRowRange, useRowVirtualizer } from '#web/shared/table/use-row-virtualizer.ts'
import { orderOf, type ListState } from './use-shown-list.ts'

type Props = {
  state: ListState
  /** How many rows there are; null before the first answer. */
  total: number | null
  columns: GoalColumn[]
  shown: ColumnChoice[]
  onShownChange: (shown: ColumnChoice[]) => void
  sort: SortKey[]
  onSortChange: (sort: SortKey[]) => void
  selection: GoalSelection
  /** The goal in the panel. */
  openGsid: string | null
  onOpen: (gsid: string) => void
  /** Escape, with the grid in focus. */
  onEscape: () => void
  hrefOf: (gsid: string) => string
  /** Told when the goals before and after the open one are others than before. */
  onNeighbours: (neighbours: Neighbours) => void
  isPhone: boolean
  /** On a phone: a tap selects. */
  isSelecting: boolean
  rowHeight: number
  /** Stands below the header when there are no rows. */
  empty: ReactNode
}

/** Rows drawn while nothing is known yet. */
const placeholders = 40

const headerHeight = 32

/** The goals as a grid of as many rows as there are, of which only those on screen are drawn and read. */
export function GoalGrid(props: Props) {
  const { state, total, columns, shown, sort, selection, openGsid, isPhone, rowHeight } = props
  const scroller = useRef<HTMLDivElement>(null)
  const tableWidth = useWidth(scroller)
  const [range, onRange] = useRowRange()
  const rows = useGoalRows(state.shown, range, total ?? 0)
  const scope = state.shown ? orderOf(state.shown.list) : ''
  const drawn = useHeldRow(rows, state.shown?.list ?? null, total ?? 0, scope)
  const isWaiting = (total === null && state.error === null) || state.isReloading
  const count = total === null ? (state.error ? 0 : placeholders) : drawn.total
  const virtual = useRowVirtualizer({
    scroller,
    scope,
    count,
    rowHeight,
    headerHeight: isPhone ? 0 : headerHeight,
    onRange,
  })
  useNeighbourReport(rows, openGsid, props.onNeighbours)
  const gsidAt = (row: number) => drawn.rowAt(row)?.gsid ?? null
  const open = (row: number) => {
    const gsid = gsidAt(row)
    if (gsid) props.onOpen(gsid)
  }
  const toggle = (row: number) => {
    const gsid = gsidAt(row)
    if (gsid) selection.toggle(row, gsid)
  }
  const cursor = useGridCursor({
    scope,
    total: drawn.total,
    page: virtual.page,
    scrollToRow: virtual.scrollToRow,
    onOpen: open,
    onToggle: toggle,
    onExtend: (row, from) => void selection.extend(row, from),
    onEscape: props.onEscape,
    onEdit: (row, field) => {
      const gsid = gsidAt(row)
      if (gsid) openCell('list', gsid, field)
    },
  })
  useHoldWhileActive(drawn, cursor)
  const deeds = useRowDeeds({
    open,
    toggle,
    extend: (row) => void selection.extend(row, row),
    activate: cursor.setActive,
  })
  const table = useGoalTable({
    columns,
    shown,
    sort,
    rows: virtual.rows.map(({ index }) => ({ index, goal: drawn.rowAt(index) })),
    onResize: props.onShownChange,
  })
  const headers = table.getLeafHeaders()
  const layout = useColumnLayout(headers, {
    columns,
    shown,
    drag: table.state.columnResizing,
    tableWidth,
  })

  const tableRows = table.getRowModel().rows
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      aria-label="Goals"
      aria-rowcount={total === null ? -1 : total + 1}
      aria-colcount={headers.length + 1}
      aria-multiselectable="true"
      aria-busy={isWaiting}
      aria-activedescendant={cursor.active === null ? undefined : rowId(cursor.active)}
      style={{ '--columns': layout.template, '--row-height': `${rowHeight}px` }}
      onKeyDown={cursor.handleKey}
      onBlur={(event) => leavesGrid(event) && drawn.release()}
    >
      {!isPhone && (
        <GridHeader
          headers={headers}
          layout={layout}
          sortKeys={headers.filter(({ column }) => column.getIsSorted()).length}
          isSelected={selection.state}
          onSelectAll={selection.toggleAll}
          deeds={headerDeeds(props)}
        />
      )}
      {isWaiting && <div className={classes.progress} />}
      {drawn.total === 0 && total === 0 && (
        <div role="row">
          <div role="gridcell">{props.empty}</div>
        </div>
      )}
      {rows.error && !state.error && <RowsProblem error={rows.error} onRetry={rows.retry} />}
      <div
        role="rowgroup"
        className={classes.rows}
        style={{ height: count === 0 ? 0 : virtual.height, minWidth: isPhone ? undefined : layout.minWidth }}
      >
        {virtual.rows.map(({ index, top }, place) => {
          const row = tableRows[place]
          if (!row) return null
          const { goal } = row.original
          const flags = {
            top,
            deeds,
            hrefOf: props.hrefOf,
            isActive: index === cursor.active,
            isOpen: goal !== null && goal.gsid === openGsid,
            isSelected: goal !== null && isSelected(selection.selection, goal.gsid),
            isStray: goal !== null && goal.gsid === drawn.strayGsid,
          }
          return isPhone ? (
            <PhoneRow key={index} row={row.original} isSelecting={props.isSelecting} {...flags} />
          ) : (
            <GoalGridRow key={index} row={row} layout={layout} {...flags} />
          )
        })}
      </div>
    </div>
  )
}

/** Whether focus goes somewhere else on the page; a window that only steps back keeps it. */
function leavesGrid({ currentTarget, relatedTarget }: FocusEvent): boolean {
  if (relatedTarget === null) return document.hasFocus()
  return !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
}
