import * as texts from '@goalkeeper/texts/goals-first'
import * as common from '@goalkeeper/texts/common'
import type { SortKey } from '@goalkeeper/contract/goals'
import { lazy, Suspense, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { openCell } from '#web/shared/form/cell-focus.ts'
import { headerRow } from '#web/shared/table/cell-moves.ts'
import { useCellCursor } from '#web/shared/table/use-cell-cursor.ts'
import { useRowRange, useRowVirtualizer } from '#web/shared/table/use-row-virtualizer.ts'
import { useIsLate } from '#web/shared/ui/use-is-late.ts'
import { useWidth } from '#web/shared/ui/use-width.ts'
import type { ColumnChoice } from './column-choice.ts'
import type { GoalColumn } from './goal-columns.ts'
import classes from './goal-grid.module.css'
import { StuckGroup } from './goal-group-row.tsx'
import { GridHeader } from './grid-header.tsx'
import { activeIdOf, selectColumn } from './grid-ids.ts'
import { flatPlaces, groupedPlaces } from './grid-places.ts'
import { GridRows } from './grid-rows.tsx'
import { drawnSizes, strayOf } from './group-sizes.ts'
import { headerDeeds } from './header-deeds.ts'
import { pressOnHeader } from './header-keys.ts'
import type { Neighbours } from './neighbours.tsx'
import { RowsProblem } from './rows-problem.tsx'
import { useCellInSight } from './use-cell-in-sight.ts'
import { useColumnLayout } from './use-column-layout.ts'
import type { GoalSelection } from './use-goal-selection.ts'
import { useGoalRows } from './use-goal-rows.ts'
import { useGoalTable } from './use-goal-table.ts'
import { useGridKeys } from './use-grid-keys.ts'
import type { GroupFolds } from './use-group-folds.ts'
import { useHeldRow, useHoldWhileActive } from './use-held-row.ts'
import { useNeighbourReport } from './use-neighbour-report.ts'
import { useRowDeeds } from './use-row-deeds.ts'
import { orderOf, type ListState } from './use-shown-list.ts'
import { windowsOfPlaces } from './windows-of-places.ts'

// Nothing can be copied before there are rows.
const CopyCells = lazy(() => import('./copy-cells.tsx').then((module) => ({ default: module.CopyCells })))

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
  folds: GroupFolds
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

/**
 * The goals as a grid of as many rows as there are, of which only those on screen are drawn and read. One tab stop: the grid has the focus
 * and says which cell is active, so that no scrolling can take it away.
 */
export function GoalGrid(props: Props) {
  const { state, total, columns, shown, sort, selection, folds, openGsid, isPhone, rowHeight } = props
  const { groups } = state
  const scroller = useRef<HTMLDivElement>(null)
  const tableWidth = useWidth(scroller)
  const [range, onRange] = useRowRange()
  const [menuColumn, setMenuColumn] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const scope = state.shown ? orderOf(state.shown.list) : ''
  const columnIds = isPhone ? ['Name'] : [selectColumn, ...shown.map(({ id }) => id)]
  const cursor = useCellCursor({ scope, columns: columnIds, home: 'Name' })

  const isFolded = (group: number) => folds.isFolded(groups?.[group])
  const listed = groups
    ? groupedPlaces(
        groups.map(({ count }) => count),
        isFolded,
      )
    : flatPlaces(total ?? 0)
  const rows = useGoalRows(state.shown, windowsOfPlaces(listed, range, cursor.place?.row ?? null))
  const drawn = useHeldRow(rows, state.shown?.list ?? null, total ?? 0, scope)
  const places = groups
    ? groupedPlaces(drawnSizes(groups, state.shown?.list.group ?? null, drawn.held), isFolded)
    : flatPlaces(drawn.total)
  // While other rows are on their way, those on screen keep their links, and are not drawn anew for these.
  const [hrefOf, setHrefOf] = useState(() => props.hrefOf)
  if (!state.isReloading && hrefOf !== props.hrefOf) setHrefOf(() => props.hrefOf)
  const isWaiting = (total === null && state.error === null) || state.isReloading
  const isLate = useIsLate(total === null && state.error === null)
  const count = total === null ? (isLate ? placeholders : 0) : places.total
  // A list that has become shorter has its last row where the active one was.
  const isSomewhere = cursor.place !== null && (places.total > 0 || cursor.place.row === headerRow)
  const at = isSomewhere && cursor.place ? { ...cursor.place, row: Math.min(cursor.place.row, places.total - 1) } : null
  const virtual = useRowVirtualizer({
    scroller,
    scope,
    count,
    rowHeight,
    headerHeight: isPhone ? 0 : headerHeight,
    coverHeight: groups ? rowHeight : 0,
    keep: at?.row ?? null,
    onRange,
  })
  useNeighbourReport(rows, openGsid, props.onNeighbours)

  const rowOf = (place: number) => {
    const found = total === null ? null : places.at(place)
    return found?.kind === 'goal' ? found.row : null
  }
  const goalAt = (place: number) => {
    const row = rowOf(place)
    return row === null ? null : drawn.rowAt(row)
  }
  const open = (place: number) => {
    const gsid = goalAt(place)?.gsid
    if (gsid) props.onOpen(gsid)
  }
  const toggle = (place: number) => {
    const [row, gsid] = [rowOf(place), goalAt(place)?.gsid]
    if (row !== null && gsid) selection.toggle(row, gsid)
  }
  const extend = (place: number) => {
    const row = rowOf(place)
    if (row !== null) void selection.extend(row, row)
  }
  const fold = (group: number) => {
    const found = groups?.[group]
    if (found) folds.toggle(found)
  }
  useHoldWhileActive(drawn, {
    active: at ? rowOf(at.row) : null,
    setActive: (row) => cursor.moveTo(listed.ofRow(row)),
  })
  const deeds = useRowDeeds({ open, toggle, extend, activate: cursor.moveTo })
  const table = useGoalTable({
    columns,
    shown,
    sort,
    rows: virtual.rows.map(({ index }) => ({ index, goal: goalAt(index) })),
    onResize: props.onShownChange,
  })
  const headers = table.getLeafHeaders()
  const layout = useColumnLayout(headers, { columns, shown, drag: table.state.columnResizing, tableWidth })
  const ofHeaders = headerDeeds(props)
  const labelOf = (id: string) => columns.find((column) => column.id === id)?.label ?? id
  const handleKey = useGridKeys({
    cursor: { ...cursor, place: at },
    places,
    columns: columnIds,
    page: virtual.page,
    hasHeader: !isPhone,
    onHeader: (event, id) => {
      if (id === selectColumn) {
        if (event.key !== 'Enter' && event.key !== ' ') return false
        selection.toggleAll()
        return true
      }
      const width = headers.find(({ column }) => column.id === id)?.getSize() ?? 0
      return pressOnHeader(event, { id, width, deeds: ofHeaders, openMenu: () => setMenuColumn(id) })
    },
    scrollTo: virtual.scrollToRow,
    onOpen: open,
    onToggle: toggle,
    onExtend: extend,
    onSelectAll: selection.selectAll,
    onEdit: (place, field) => {
      const gsid = goalAt(place)?.gsid
      if (gsid) openCell('list', gsid, field)
    },
    onCannotEdit: (id) => setSaid(id === selectColumn ? '' : texts.isNotChangedInTheList(labelOf(id))),
    isFolded,
    onFold: fold,
    onEscape: props.onEscape,
  })
  const activeColumn = at ? (columnIds[at.column] ?? null) : null
  const isOnGroup = at !== null && at.row >= 0 && rowOf(at.row) === null
  const activeId = activeIdOf(at, activeColumn, isPhone || isOnGroup)
  useCellInSight(scroller, activeId, layout.stuckWidth)
  const stuck = groups && count > 0 ? places.groupAt(Math.min(count - 1, Math.floor(virtual.offset / rowHeight))) : null
  const stuckGroup = stuck !== null && virtual.offset > places.ofGroup(stuck) * rowHeight ? groups?.[stuck] : undefined
  return (
    <>
      <div role="status" className={classes.said}>
        {said}
      </div>
      {total !== null && (
        <Suspense fallback={null}>
          <CopyCells
            grid={scroller}
            list={state.shown?.list ?? null}
            cursor={{ ...cursor, place: at }}
            places={places}
            rowAt={drawn.rowAt}
            rowOf={rows.indexOf}
            columns={shown.flatMap(({ id }) => columns.filter((column) => column.id === id))}
            selection={selection}
            groupLabel={(group) => groups?.[group]?.label ?? ''}
            say={setSaid}
          />
        </Suspense>
      )}
      <div
        ref={scroller}
        role={groups ? 'treegrid' : 'grid'}
        tabIndex={0}
        className={classes.grid}
        aria-label={common.goals}
        aria-rowcount={total === null ? -1 : places.total + 1}
        aria-colcount={isPhone ? undefined : headers.length + 1}
        aria-multiselectable="true"
        aria-busy={isWaiting}
        aria-activedescendant={activeId}
        style={{
          '--columns': layout.template,
          '--row-height': `${rowHeight}px`,
          '--header-height': `${isPhone ? 0 : headerHeight}px`,
        }}
        onKeyDown={handleKey}
        onFocus={({ target, currentTarget }) => {
          const isByKey = target === currentTarget && currentTarget.matches(':focus-visible')
          if (isByKey && at === null && places.total > 0) cursor.moveTo(Math.max(0, virtual.firstInSight))
        }}
        onBlur={(event) => leavesGrid(event) && drawn.release()}
      >
        {!isPhone && (
          <GridHeader
            headers={headers}
            layout={layout}
            sortKeys={headers.filter(({ column }) => column.getIsSorted()).length}
            isSelected={selection.state}
            onSelectAll={selection.toggleAll}
            activeColumn={at?.row === headerRow ? activeColumn : null}
            onActivate={(column) => cursor.moveTo(headerRow, column)}
            menuColumn={menuColumn}
            onMenu={(column) => {
              setMenuColumn(column)
              if (column === null) scroller.current?.focus({ preventScroll: true })
              else cursor.moveTo(headerRow, column)
            }}
            deeds={ofHeaders}
          />
        )}
        {isWaiting && <div className={classes.progress} />}
        {stuckGroup && stuck !== null && (
          <StuckGroup
            group={stuckGroup}
            isFolded={isFolded(stuck)}
            onClick={() => {
              virtual.scrollToRow(places.ofGroup(stuck))
              cursor.moveTo(places.ofGroup(stuck))
              fold(stuck)
            }}
          />
        )}
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
          <GridRows
            placed={virtual.rows}
            rows={table.getRowModel().rows}
            at={(place) => (total === null ? null : places.at(place))}
            groups={groups}
            isFolded={isFolded}
            onFold={fold}
            layout={layout}
            columnIds={columnIds}
            active={at}
            range={cursor.range}
            selection={selection.selection}
            openGsid={openGsid}
            strayOf={(gsid) => strayOf(gsid, drawn, state.shown?.list.group ?? null)}
            isPhone={isPhone}
            isSelecting={props.isSelecting}
            deeds={deeds}
            hrefOf={hrefOf}
          />
        </div>
      </div>
    </>
  )
}

/** Whether focus goes somewhere else on the page; a window that only steps back keeps it. */
function leavesGrid({ currentTarget, relatedTarget }: FocusEvent): boolean {
  if (relatedTarget === null) return document.hasFocus()
  return !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
}
