import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { goalWindowQuery, type GoalList } from './goal-queries.ts'
import { placeOf } from '#web/shared/table/row-windows.ts'
import { everything, isSelected, nothing, rowsBetween, select, selectedCount, type Selection } from './selection.ts'

/** More rows than this are selected with "all matching", not by a range: each has to be read for its Gsid. */
export const widestRange = 5_000

/** The selection as it was when the last single row was chosen: a range grows and shrinks from there. */
type Anchor = { row: number; base: Selection }

export type GoalSelection = ReturnType<typeof useGoalSelection>

/** The selected goals of a list. Another filter or search is another list: nothing in it is selected yet. */
export function useGoalSelection(list: GoalList, total: number) {
  const queryClient = useQueryClient()
  const scope = JSON.stringify([list.filter, list.search, list.today])
  const [state, setState] = useState<{ scope: string; selection: Selection; anchor: Anchor | null }>({
    scope,
    selection: nothing,
    anchor: null,
  })
  const { selection, anchor } = state.scope === scope ? state : { selection: nothing, anchor: null }
  const set = (next: Selection, from: Anchor | null) => setState({ scope, selection: next, anchor: from })

  const count = selectedCount(selection, total)
  return {
    selection,
    count,
    /** Of the whole list, as a checkbox says it. */
    state: count === 0 ? false : count >= total ? true : ('mixed' as const),
    toggle: (row: number, gsid: string) => {
      const next = select(selection, [gsid], !isSelected(selection, gsid))
      set(next, { row, base: next })
    },
    /** Selects every row between the anchor, or `from` when there is none, and `row`. Rows that are not here yet are read first. */
    extend: async (row: number, from: number) => {
      const start = anchor ?? { row: from, base: selection }
      const { first, last } = rowsBetween(start.row, row)
      if (last - first >= widestRange) return
      const gsids = await readGsids(first, last)
      set(select(start.base, gsids, true), start)
    },
    selectAll: () => set(everything, null),
    toggleAll: () => set(count === 0 ? everything : nothing, null),
    clear: () => set(nothing, null),
  }

  async function readGsids(first: number, last: number): Promise<string[]> {
    const windows = rowsBetween(placeOf(first).window, placeOf(last).window)
    const gsids: string[] = []
    for (let window = windows.first; window <= windows.last; window += 1) {
      const page = await queryClient.ensureQueryData(goalWindowQuery(list, window))
      const from = window === windows.first ? placeOf(first).place : 0
      const to = window === windows.last ? placeOf(last).place + 1 : page.rows.length
      gsids.push(...page.rows.slice(from, to).map(({ gsid }) => gsid))
    }
    return gsids
  }
}
