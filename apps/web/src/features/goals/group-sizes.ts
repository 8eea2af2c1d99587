import type { GoalGroup } from '@goalkeeper/contract/goal-groups'
import type { GoalRow, SortKey } from '@goalkeeper/contract/goals'
import type { Stray } from './goal-name.tsx'
import { groupedPlaces } from './grid-places.ts'

/** A goal that is held at a row where it was edited, as it was then; `listRow` is where the list has it now, null when that is not known. */
export type HeldGoal = { row: number; goal: Pick<GoalRow, 'fields'>; listRow: number | null }

/**
 * How many rows are drawn in each group. A goal that is held where it was edited counts there, and no longer in the group that it went to:
 * no row above or below it moves.
 */
export function drawnSizes(groups: readonly GoalGroup[], by: SortKey | null, held: HeldGoal | null): number[] {
  const sizes = groups.map(({ count }) => count)
  if (!held || !by || sizes.length === 0) return sizes
  const places = groupedPlaces(sizes, () => false)
  const groupOfRow = (row: number) => places.groupAt(places.ofRow(row))
  const value = keyOf(held.goal.fields[by.field])
  const was = groups.findIndex((group) => group.value === value)
  const [from, to] = [was < 0 ? groupOfRow(held.row) : was, held.listRow === null ? null : groupOfRow(held.listRow)]
  return sizes.map((size, group) => size + Number(group === from) - Number(group === to))
}

type Drawn = {
  held: HeldGoal | null
  strayGsid: string | null
  rowAt: (row: number) => Pick<GoalRow, 'gsid' | 'fields'> | null
}

/** Why a goal stands where it does not belong any more: it is held there. Null for one that is where it belongs. */
export function strayOf(gsid: string, { held, strayGsid, rowAt }: Drawn, by: SortKey | null): Stray | null {
  if (gsid === strayGsid) return 'list'
  const now = held && by ? rowAt(held.row) : null
  if (!held || !by || now?.gsid !== gsid) return null
  return keyOf(now.fields[by.field]) === keyOf(held.goal.fields[by.field]) ? null : 'group'
}

const isDayText = /^\d{4}-\d\d-\d\d$/
/** What a value is grouped by: a day by its month. */
const keyOf = (value: GoalRow['fields'][string] | undefined) =>
  typeof value === 'string' && isDayText.test(value) ? value.slice(0, 7) : (value ?? null)
