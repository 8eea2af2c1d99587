import type { GoalGroup } from '@goalkeeper/contract/goal-groups'
import type { Row } from '@tanstack/react-table'
import type { appFeatures } from '#web/shared/table/app-table.ts'
import type { CellPlace, CellRange } from '#web/shared/table/cell-moves.ts'
import type { PlacedRow } from '#web/shared/table/use-row-virtualizer.ts'
import type { ColumnLayout } from './column-layout.ts'
import { GoalGroupRow } from './goal-group-row.tsx'
import type { Stray } from './goal-name.tsx'
import { GoalGridRow } from './goal-row.tsx'
import type { GridPlace } from './grid-places.ts'
import { PhoneRow } from './phone-row.tsx'
import { isSelected, type Selection } from './selection.ts'
import type { GridRow } from './use-goal-table.ts'
import type { RowDeeds } from './use-row-deeds.ts'

type Props = {
  /** The places that are drawn, and beside them the rows of the table. */
  placed: readonly PlacedRow[]
  rows: readonly Row<typeof appFeatures, GridRow>[]
  /** What stands at a place; null while nothing is known of the list. */
  at: (place: number) => GridPlace | null
  groups: readonly GoalGroup[] | null
  isFolded: (group: number) => boolean
  onFold: (group: number) => void
  layout: ColumnLayout
  columnIds: readonly string[]
  active: CellPlace | null
  range: CellRange | null
  selection: Selection
  openGsid: string | null
  strayOf: (gsid: string) => Stray | null
  isPhone: boolean
  isSelecting: boolean
  deeds: RowDeeds
  hrefOf: (gsid: string) => string
}

/** What is drawn of the grid below its headers: goals, and the headers of their groups. */
export function GridRows(props: Props) {
  const { placed, rows, groups, layout, columnIds, active, range, deeds, hrefOf, isPhone } = props
  const isGrouped = groups !== null
  return placed.map(({ index: place, top }, order) => {
    const isActive = place === active?.row
    const found = props.at(place)
    const group = found?.kind === 'group' ? groups?.[found.group] : undefined
    if (found?.kind === 'group' && group) {
      return (
        <GoalGroupRow
          key={place}
          group={group}
          place={place}
          top={top}
          columns={columnIds.length}
          isFolded={props.isFolded(found.group)}
          isActive={isActive}
          onToggle={() => props.onFold(found.group)}
          onActivate={() => deeds.activate(place)}
        />
      )
    }
    const row = rows[order]
    if (!row) return null
    const { goal } = row.original
    const flags = {
      top,
      place,
      isGrouped,
      deeds,
      hrefOf,
      isOpen: goal !== null && goal.gsid === props.openGsid,
      isSelected: goal !== null && isSelected(props.selection, goal.gsid),
      stray: goal && props.strayOf(goal.gsid),
    }
    const isMarked = range !== null && place >= range.firstRow && place <= range.lastRow
    return isPhone ? (
      <PhoneRow key={place} row={row.original} isSelecting={props.isSelecting} isActive={isActive} {...flags} />
    ) : (
      <GoalGridRow
        key={place}
        row={row}
        layout={layout}
        activeColumn={isActive ? (columnIds[active.column] ?? null) : null}
        marked={isMarked ? [range.firstColumn, range.lastColumn] : null}
        {...flags}
      />
    )
  })
}
