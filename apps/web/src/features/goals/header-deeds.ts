import type { SortKey } from '@goalkeeper/contract/goals'
import { moveColumn, moveColumnBefore, resizeColumn, type ColumnChoice } from './column-choice.ts'
import type { GoalColumn } from './goal-columns.ts'
import type { HeaderDeeds } from './header-cell.tsx'
import { toggleSort } from './sort-keys.ts'

type Options = {
  columns: GoalColumn[]
  shown: ColumnChoice[]
  onShownChange: (shown: ColumnChoice[]) => void
  sort: SortKey[]
  onSortChange: (sort: SortKey[]) => void
}

/** What the column headers do, in terms of columns and sort keys. */
export function headerDeeds({ columns, shown, onShownChange, sort, onSortChange }: Options): HeaderDeeds {
  const sortFieldOf = (id: string) => columns.find((column) => column.id === id)?.sortField ?? null
  return {
    canSort: (id) => sortFieldOf(id) !== null,
    sort: (id, isAdded) => {
      const field = sortFieldOf(id)
      if (field) onSortChange(toggleSort(sort, field, isAdded))
    },
    move: (id, places) => onShownChange(moveColumn(shown, id, places)),
    moveTo: (id, before) => onShownChange(moveColumnBefore(shown, id, before)),
    resize: (id, width) => onShownChange(resizeColumn(shown, id, width)),
  }
}
