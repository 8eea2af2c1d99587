import type { GoalRow } from '@goalkeeper/contract/goals'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { goalDetailQuery } from '#web/shared/api/goal-detail-query.ts'
import { useEdits } from '#web/shared/writes/edit-store.ts'
import { goalCountQuery, type GoalList } from './goal-queries.ts'
import type { HeldGoal } from './group-sizes.ts'
import { listRowAt } from './held-row.ts'
import type { GoalRows } from './use-goal-rows.ts'

/** The rows as they are drawn, the active one held in its place. */
export type DrawnRows = {
  rowAt: (place: number) => GoalRow | null
  /** The row of the list that is drawn at a place. */
  listRowAt: (place: number) => number
  total: number
  /** The goal that is held though it does not match the list any more. */
  strayGsid: string | null
  held: HeldGoal | null
  hold: (row: number, goal: GoalRow) => void
  release: () => void
}

type Held = { scope: string; row: number; goal: GoalRow }

/**
 * Keeps a goal in its place though the list has it elsewhere by now, or not at all, until `release`.
 * `scope` names list and order: in another one nothing is held.
 */
export function useHeldRow(rows: GoalRows, list: GoalList | null, total: number, scope: string): DrawnRows {
  const [state, setHeld] = useState<Held | null>(null)
  const held = state?.scope === scope ? state : null
  const gsid = held?.goal.gsid ?? ''
  const listRow = held ? rows.indexOf(gsid) : null
  const isAway = held !== null && listRow === null
  const isSettled = useEdits(gsid).length === 0

  const { data: detail } = useQuery({ ...goalDetailQuery(gsid), enabled: isAway && isSettled })
  const { data: matches } = useQuery({
    ...goalCountQuery({ ...(list ?? nowhere), filter: narrowedTo(list, gsid) }),
    enabled: isAway && isSettled && list !== null,
  })

  const rowOf = (place: number) => (held ? listRowAt(place, { row: held.row, listRow }) : place)
  return {
    listRowAt: (place) => {
      const row = rowOf(place)
      return row === 'held' ? place : row
    },
    rowAt: (place) => {
      const row = rowOf(place)
      if (row !== 'held') return rows.rowAt(row)
      return (listRow === null ? detail : rows.rowAt(listRow)) ?? held?.goal ?? null
    },
    total: total + (isAway ? 1 : 0),
    strayGsid: isAway && isSettled && matches === 0 ? gsid : null,
    held: held && { row: held.row, goal: held.goal, listRow },
    hold: (row, goal) => setHeld({ scope, row, goal }),
    release: () => setHeld(null),
  }
}

const nowhere = { search: '', today: '' }
const narrowedTo = (list: GoalList | null, gsid: string) =>
  joinParts([...partsOf(list?.filter ?? null), { field: 'Gsid', op: 'EQ', value: [gsid] }])

type Cursor = { active: number | null; setActive: (row: number) => void }

/**
 * Holds the active row where it is, whoever edits it or what is above it, for the next key is meant for its goal; and lets go when another one
 * becomes active, which stays the active one.
 */
export function useHoldWhileActive(drawn: DrawnRows, { active, setActive }: Cursor): void {
  const goal = active === null ? null : drawn.rowAt(active)
  if (drawn.held && drawn.held.row !== active) {
    // What is active is left alone where nothing has moved, and with it a range that begins there.
    if (active !== null && drawn.listRowAt(active) !== active) setActive(drawn.listRowAt(active))
    drawn.release()
  } else if (!drawn.held && goal && active !== null) drawn.hold(active, goal)
}
