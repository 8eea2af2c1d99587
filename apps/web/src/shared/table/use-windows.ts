import { useQueries, type UseQueryOptions } from '@tanstack/react-query'
import { placeOf, windowsOf, type RowRange } from './row-windows.ts'

/** One window of a list, and how many rows the whole list has. */
export type RowsPage<Row> = { rows: Row[]; total: number }

export type Windows<Row> = {
  /** The row at a place of the list; null while its window is on its way. */
  rowAt: (place: number) => Row | null
  error: Error | null
  retry: () => void
}

/** The rows of a list around a range, read window by window. */
export function useWindows<Row, Key extends readonly unknown[]>(
  queryOf: (window: number) => UseQueryOptions<RowsPage<Row>, Error, RowsPage<Row>, Key>,
  range: RowRange,
  total: number,
): Windows<Row> {
  const windows = windowsOf(range, total)
  const results = useQueries({ queries: windows.map(queryOf) })
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
