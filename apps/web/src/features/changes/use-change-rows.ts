import type { ChangeRow } from '@goalkeeper/contract/changes'
import { useQueries } from '@tanstack/react-query'
import { placeOf, windowsOf, type RowRange } from '#web/shared/table/row-windows.ts'
import { changeRowsQuery, type RowList } from './change-queries.ts'

export type ChangeRows = {
  /** The goal at a place of the list; null while its window is on its way. */
  rowAt: (place: number) => ChangeRow | null
  error: Error | null
  retry: () => void
}

/** The goals of a change set around a range, read window by window. */
export function useChangeRows(list: RowList, range: RowRange, total: number): ChangeRows {
  const windows = windowsOf(range, total)
  const results = useQueries({ queries: windows.map((window) => changeRowsQuery(list, window)) })
  return {
    rowAt: (place) => {
      const { window, place: inside } = placeOf(place)
      return results[windows.indexOf(window)]?.data?.rows[inside] ?? null
    },
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const { error, refetch } of results) if (error) void refetch()
    },
  }
}
