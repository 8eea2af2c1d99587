import type { FilterTree } from '@goalkeeper/filter/tree'
import type { WhichGoals } from './goal-queries.ts'

/**
 * Which goals are selected: some by their Gsids, or all that match the list's filter but for a few.
 * A plain value: every change makes a new one.
 */
export type Selection = { kind: 'some'; gsids: ReadonlySet<string> } | { kind: 'all'; except: ReadonlySet<string> }

export const nothing: Selection = { kind: 'some', gsids: new Set() }
export const everything: Selection = { kind: 'all', except: new Set() }

export function isSelected(selection: Selection, gsid: string): boolean {
  return selection.kind === 'all' ? !selection.except.has(gsid) : selection.gsids.has(gsid)
}

/** How many goals are selected, of a list of `total`. */
export function selectedCount(selection: Selection, total: number): number {
  return selection.kind === 'all' ? Math.max(0, total - selection.except.size) : selection.gsids.size
}

/** The selection with these goals in it, or out of it. */
export function select(selection: Selection, gsids: Iterable<string>, isIn: boolean): Selection {
  if (selection.kind === 'all') return { kind: 'all', except: changed(selection.except, gsids, !isIn) }
  return { kind: 'some', gsids: changed(selection.gsids, gsids, isIn) }
}

function changed(set: ReadonlySet<string>, gsids: Iterable<string>, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  for (const gsid of gsids) {
    if (isIn) next.add(gsid)
    else next.delete(gsid)
  }
  return next
}

/** The rows between two, both counted in, whichever comes first. */
export function rowsBetween(anchor: number, row: number): { first: number; last: number } {
  return { first: Math.min(anchor, row), last: Math.max(anchor, row) }
}

/** The selected goals as a call names them. `all matching` is told as the filter and the search, so that it holds for goals that nobody has scrolled to. */
export type SelectedGoals =
  | { gsids: string[] }
  | { filter: FilterTree | null; search: string; today: string; except: string[] }

export function selectedGoals(selection: Selection, { filter, search, today }: WhichGoals): SelectedGoals {
  return selection.kind === 'some'
    ? { gsids: [...selection.gsids] }
    : { filter, search, today, except: [...selection.except] }
}
