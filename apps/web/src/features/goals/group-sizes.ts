import type { GoalGroup } from '@goalkeeper/contract/goal-groups'
import type { GoalRow, SortKey } from '@goalkeeper/contract/goals'
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
  const value = held.goal.fields[by.field] ?? null
  const was = groups.findIndex((group) => isOf(value, group))
  const [from, to] = [was < 0 ? groupOfRow(held.row) : was, held.listRow === null ? null : groupOfRow(held.listRow)]
  return sizes.map((size, group) => size + Number(group === from) - Number(group === to))
}

/** Days stand in the group of their month. */
const isOf = (value: GoalRow['fields'][string], group: GoalGroup) =>
  value === group.value ||
  (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && value.startsWith(`${group.value}-`))
