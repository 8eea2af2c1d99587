import { useStable } from '#web/shared/ui/use-stable.ts'
import type { ColumnChoice } from './column-choice.ts'
import { columnLayout, type ColumnLayout } from './column-layout.ts'
import type { GoalColumn } from './goal-columns.ts'
import type { GoalHeader } from './use-goal-table.ts'

/** A narrower table shows a status by its shape only. */
const narrowTablePx = 1000
const shapeWidth = 40

type Drag = { isResizingColumn: false | string; deltaOffset: number | null }

/** Where the columns lie now, a drag of an edge included. The same object until something about it changes. */
export function useColumnLayout(
  headers: GoalHeader[],
  {
    columns,
    shown,
    drag,
    tableWidth,
  }: { columns: GoalColumn[]; shown: ColumnChoice[]; drag: Drag; tableWidth: number },
): ColumnLayout {
  const isNarrow = tableWidth > 0 && tableWidth < narrowTablePx
  const laid = headers.map((header) => {
    const { id } = header.column
    const isShape = id === 'StatusName' && isNarrow
    return {
      id,
      width: isShape ? shapeWidth : header.getSize() + (drag.isResizingColumn === id ? (drag.deltaOffset ?? 0) : 0),
      isPinned: shown.some((choice) => choice.id === id && choice.isPinned),
      isFlexible: id === 'Name' && shown.every((choice) => choice.id !== id || choice.width === null),
      isNumeric: columns.some((column) => column.id === id && column.isNumeric),
    }
  })
  const layout = columnLayout(laid, tableWidth)
  return useStable(
    layout,
    JSON.stringify(layout, (_key, value) => (value instanceof Map || value instanceof Set ? [...value] : value)),
  )
}
