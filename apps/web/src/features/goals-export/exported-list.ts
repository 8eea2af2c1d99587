import type { GoalExport } from '@goalkeeper/contract/exports'
import type { SortKey } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'

type SelectedGoals = { gsids: string[] } | { filter: FilterTree | null; search: string; except: string[] }

/** A list as it can be exported. */
export type ExportedList = {
  filter: FilterTree | null
  search: string
  group: SortKey | null
  sort: SortKey[]
  today: string
  /** Fields of the columns that are shown, in their order. */
  shown: string[]
  /** Whether one of these holds rich text. */
  hasRichText: boolean
  total: number
  /** What is selected of it, and how many goals that is; null: nothing. */
  selected: { goals: SelectedGoals; size: number } | null
}

export type ExportChoice = {
  format: GoalExport['format']
  of: 'list' | 'selection'
  columns: 'shown' | 'all'
  asHtml: boolean
}

/** How many goals an export would hold. */
export function sizeOf({ total, selected }: ExportedList, of: ExportChoice['of']): number {
  return of === 'selection' && selected ? selected.size : total
}

/** The call that exports a list as it was chosen. */
export function exportOf(list: ExportedList, { format, of, columns, asHtml }: ExportChoice): GoalExport {
  const { filter, search, group, sort, today, shown, selected } = list
  const goals = of === 'selection' && selected ? withoutToday(selected.goals) : { filter, search }
  return {
    format,
    goals,
    group,
    sort,
    today,
    richText: asHtml ? 'html' : 'words',
    ...(columns === 'shown' && { columns: shown }),
  }
}

/** The day belongs to the whole export. */
function withoutToday(goals: SelectedGoals): SelectedGoals {
  if ('gsids' in goals) return { gsids: goals.gsids }
  return { filter: goals.filter, search: goals.search, except: goals.except }
}
