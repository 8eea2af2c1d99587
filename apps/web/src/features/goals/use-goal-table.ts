import type { GoalRow, SortKey } from '@goalkeeper/contract/goals'
import type { Header, SortingState } from '@tanstack/react-table'
import { useMemo } from 'react'
import { appFeatures, createAppColumnHelper, useAppTable } from '#web/shared/table/app-table.ts'
import { narrowestColumn, resizeColumn, widestColumn, type ColumnChoice } from './column-choice.ts'
import { cellContent } from './goal-cell.tsx'
import type { GoalColumn } from './goal-columns.ts'

/** A row as the table sees it: where it stands, and the goal once it is here. */
export type GridRow = { index: number; goal: GoalRow | null }
export type GoalHeader = Header<typeof appFeatures, GridRow>

type Options = {
  columns: GoalColumn[]
  shown: ColumnChoice[]
  sort: SortKey[]
  rows: GridRow[]
  onResize: (shown: ColumnChoice[]) => void
}

const helper = createAppColumnHelper<GridRow>()

/** The list as a table: which columns stand where and how wide, and the cells of the rows on screen. The address holds all of that state. */
export function useGoalTable({ columns, shown, sort, rows, onResize }: Options) {
  const definitions = useMemo(() => columns.map(definitionOf), [columns])
  const columnOrder = shown.map(({ id }) => id)
  const columnSizing = Object.fromEntries(shown.flatMap(({ id, width }) => (width === null ? [] : [[id, width]])))
  const columnVisibility = Object.fromEntries(columns.map(({ id }) => [id, columnOrder.includes(id)]))
  const sorting: SortingState = sort.flatMap(({ field, direction }) => {
    const column = columns.find(({ sortField }) => sortField === field)
    return column ? [{ id: column.id, desc: direction === 'desc' }] : []
  })

  return useAppTable({
    columns: definitions,
    data: rows,
    getRowId: ({ index }) => String(index),
    state: {
      columnOrder,
      columnVisibility,
      columnSizing,
      sorting,
    },
    onColumnSizingChange: (update) => {
      const sizes = typeof update === 'function' ? update(columnSizing) : update
      const resized = Object.entries(sizes).filter(([id, width]) => columnSizing[id] !== width)
      onResize(resized.reduce((choices, [id, width]) => resizeColumn(choices, id, width), shown))
    },
  })
}

const definitionOf = (column: GoalColumn) =>
  helper.display({
    id: column.id,
    header: column.label,
    size: column.width,
    minSize: narrowestColumn,
    maxSize: widestColumn,
    cell: ({ row }) => (row.original.goal ? cellContent(column, row.original.goal) : null),
  })
