import type { GoalPage, GoalRow } from '@goalkeeper/contract/goals'
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { goalWindowQuery, type GoalList } from './goal-queries.ts'
import { placeOf, windowSize, windowsOf, type RowRange } from './row-windows.ts'

type Summary = { total: number; exact: boolean; asOf: number | null; readAt: number }
type Shown = { list: GoalList; summary: Summary }

/** The rows on screen: those of the list asked for, or of the one before until the first of the new ones have come. */
export type GoalRows = {
  /** The list that the rows belong to, and its total; null before the first answer. */
  shown: Shown | null
  /** The row at a place of the list; null while its window is on its way. */
  rowAt: (row: number) => GoalRow | null
  /** Where a goal stands among the rows that are here; null when it is not among them. */
  indexOf: (gsid: string) => number | null
  /** The list asked for is on its way, and an older one stands in for it. */
  isReloading: boolean
  error: Error | null
  retry: () => void
}

/**
 * Reads the windows of `wanted` that `range` touches; `wanted` has to stay the same object while it means the same.
 * When it changes, the rows of the last list stay until the new ones are there: from the top for another filter or order,
 * in place when only other fields are asked for.
 */
export function useGoalWindows(wanted: GoalList, range: RowRange): GoalRows {
  const queryClient = useQueryClient()
  const [shown, setShown] = useState<Shown | null>(null)
  const isBehind = shown?.list !== wanted
  const isInPlace = shown !== null && isSameOrder(shown.list, wanted)

  const windows = windowsOf(range, shown?.summary.total ?? null)
  const current = usePages(shown?.list ?? wanted, windows)
  const next = usePages(wanted, isInPlace ? windows : [0])

  const summary = isBehind ? next.summary : current.summary
  if (isBehind && summary && (!isInPlace || next.isComplete)) setShown({ list: wanted, summary })
  else if (!isBehind && summary && summary.readAt > shown.summary.readAt) setShown({ list: wanted, summary })

  return {
    shown,
    rowAt: current.rowAt,
    indexOf: current.indexOf,
    isReloading: isBehind && !next.error,
    error: isBehind ? next.error : current.error,
    retry: () => void queryClient.refetchQueries({ queryKey: ['goals', 'list', wanted], type: 'active' }),
  }
}

type Pages = {
  /** Of the window that was read last: where windows disagree on the total, it is right. */
  summary: Summary | null
  rowAt: (row: number) => GoalRow | null
  indexOf: (gsid: string) => number | null
  isComplete: boolean
  error: Error | null
}

function usePages(list: GoalList, windows: number[]): Pages {
  return useQueries({
    queries: windows.map((window) => goalWindowQuery(list, window)),
    combine: (results) => combinePages(windows, results),
  })
}

function combinePages(windows: number[], results: UseQueryResult<GoalPage>[]): Pages {
  const pages = new Map<number, GoalPage>()
  let summary: Summary | null = null
  results.forEach(({ data, dataUpdatedAt }, index) => {
    const window = windows[index]
    if (!data || window === undefined) return
    pages.set(window, data)
    if (!summary || dataUpdatedAt > summary.readAt) {
      summary = { total: data.total, exact: data.exact, asOf: data.asOf, readAt: dataUpdatedAt }
    }
  })
  return {
    summary,
    rowAt: (row) => {
      const { window, place } = placeOf(row)
      return pages.get(window)?.rows[place] ?? null
    },
    indexOf: (gsid) => {
      for (const [window, { rows }] of pages) {
        const place = rows.findIndex((row) => row.gsid === gsid)
        if (place >= 0) return window * windowSize + place
      }
      return null
    },
    isComplete: pages.size === windows.length,
    error: results.find(({ error }) => error)?.error ?? null,
  }
}

const isSameOrder = (a: GoalList, b: GoalList) => orderOf(a) === orderOf(b)

/** Names which goals a list holds and in which order; lists that differ only in their fields have the same. */
export const orderOf = ({ filter, sort, today }: GoalList) => JSON.stringify([filter, sort, today])
