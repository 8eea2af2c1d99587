import * as texts from '@goalkeeper/texts/shell-first'
import type { Budget, lanes } from '@goalkeeper/contract/status'

/** normal; waiting: a person's call stands in line; refused: the tenant turns calls away; stopped: by an admin. */
export type BudgetState = 'normal' | 'waiting' | 'refused' | 'stopped'

/** What the meter's colour says. `now` in epoch milliseconds. */
export function budgetState(budget: Budget, now: number): BudgetState {
  if (budget.stopped) return 'stopped'
  if (budget.refusals?.pausedUntil && budget.refusals.pausedUntil > now) return 'refused'
  if (budget.waiting.some(({ lane }) => lane === 'people')) return 'waiting'
  return 'normal'
}

/** The state in words, for screen readers and the tooltip. */
export const budgetWords: Record<BudgetState, string> = {
  normal: texts.callsAreFree,
  waiting: texts.aSaveWaitsForItsCall,
  refused: texts.theTenantRefusesCalls,
  stopped: texts.allCallsAreStopped,
}

/** Calls of the last window in `slots` columns, oldest first, each counted by lane. */
export function recentByColumn(budget: Budget, slots: number): Record<(typeof lanes)[number], number>[] {
  const columns = Array.from({ length: slots }, () => ({ people: 0, changes: 0, scripts: 0, sync: 0 }))
  for (const { secondsAgo, lane } of budget.recent) {
    const column = columns[slots - 1 - Math.floor((secondsAgo / budget.minute.windowSeconds) * slots)]
    if (column) column[lane] += 1
  }
  return columns
}

/** 0 to 1, also when the limit is nothing. */
export function share(used: number, limit: number): number {
  return limit > 0 ? Math.min(1, Math.max(0, used / limit)) : 1
}
