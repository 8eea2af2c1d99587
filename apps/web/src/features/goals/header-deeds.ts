import type { SortKey } from '@goalkeeper/contract/goals'
import {
  moveColumn,
  moveColumnBefore,
  pinColumn,
  resizeColumn,
  toggleColumn,
  type ColumnChoice,
} from './column-choice.ts'
import type { GoalColumn } from './goal-columns.ts'
import { toggleSort } from './sort-keys.ts'

/** What headers do. Columns are named by id; `places` and `pixels` may be negative. */
export type HeaderDeeds = {
  canSort: (id: string) => boolean
  /** As a click: ascending, then descending, then not. */
  sort: (id: string, isAdded: boolean) => void
  sortBy: (id: string, direction: SortKey['direction']) => void
  move: (id: string, places: number) => void
  moveTo: (id: string, before: string) => void
  /** Null: as wide as at first. */
  resize: (id: string, width: number | null) => void
  isPinned: (id: string) => boolean
  pin: (id: string, isPinned: boolean) => void
  /** The name cannot be hidden: a row without it could not be told from another. */
  canHide: (id: string) => boolean
  hide: (id: string) => void
}

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
    sortBy: (id, direction) => {
      const field = sortFieldOf(id)
      if (field) onSortChange([{ field, direction }])
    },
    move: (id, places) => onShownChange(moveColumn(shown, id, places)),
    moveTo: (id, before) => onShownChange(moveColumnBefore(shown, id, before)),
    resize: (id, width) => onShownChange(resizeColumn(shown, id, width)),
    isPinned: (id) => shown.some((choice) => choice.id === id && choice.isPinned),
    pin: (id, isPinned) => onShownChange(pinColumn(shown, id, isPinned)),
    canHide: (id) => id !== 'Name',
    hide: (id) => onShownChange(toggleColumn(shown, id)),
  }
}
