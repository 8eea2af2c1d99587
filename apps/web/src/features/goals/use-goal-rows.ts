import type { GoalPage, GoalRow } from '@goalkeeper/contract/goals'
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { goalWindowQuery } from './goal-queries.ts'
import { placeOf, windowSize } from '#web/shared/table/row-windows.ts'
import type { ShownList } from './use-shown-list.ts'

export type GoalRows = {
  /** The row at a place of the list; null while its window is on its way. */
  rowAt: (row: number) => GoalRow | null
  /** Where a goal stands among the rows that are here; null when it is not among them. */
  indexOf: (gsid: string) => number | null
  /** Why a window could not be read. */
  error: Error | null
  retry: () => void
}

/** The rows of some windows of a list. */
export function useGoalRows(shown: ShownList | null, windows: readonly number[]): GoalRows {
  const queryClient = useQueryClient()
  const results = useQueries({
    queries: shown
      ? windows.map((window) => ({
          ...goalWindowQuery(shown.list, window),
          // The same goals without the fields just asked for: better than no goals.
          placeholderData: () =>
            shown.standIn ? queryClient.getQueryData(goalWindowQuery(shown.standIn, window).queryKey) : undefined,
        }))
      : [],
    combine: dataOf,
  })
  return {
    rowAt: (row) => {
      const { window, place } = placeOf(row)
      return results[windows.indexOf(window)]?.page?.rows[place] ?? null
    },
    indexOf: (gsid) => {
      for (const [index, { page }] of results.entries()) {
        const place = page?.rows.findIndex((row) => row.gsid === gsid) ?? -1
        const window = windows[index]
        if (place >= 0 && window !== undefined) return window * windowSize + place
      }
      return null
    },
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const { error, refetch } of results) if (error) refetch()
    },
  }
}

type Read = { page: GoalPage | undefined; error: Error | null; refetch: () => void }

const dataOf = (results: UseQueryResult<GoalPage>[]): Read[] =>
  results.map(({ data, error, refetch }) => ({ page: data, error, refetch: () => void refetch() }))
