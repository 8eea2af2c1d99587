import { type ChangeSet, undoDays } from '@goalkeeper/contract/changes'
import type { Budget } from '@goalkeeper/contract/status'
import type { Pacing } from '@goalkeeper/contract/connection'
import { callsOfLane } from '@goalkeeper/contract/lane-part'
import type { RowCounts } from './set-store.ts'
import type { SetRow } from './tables.ts'
import { isLongRun } from './pacer.ts'

const dayMs = 86_400_000

/** A change set as people see it. */
export function viewOf(
  set: SetRow,
  counts: RowCounts,
  problems: ChangeSet['problems'],
  cost: ChangeSet['cost'],
): ChangeSet {
  const hasEnded = set.ended_at !== null && counts.undoable > 0
  return {
    id: set.id,
    state: set.state,
    title: set.title,
    origin: { kind: set.origin, id: set.origin_id },
    deeds: set.deeds,
    filter: set.filter,
    reason: set.reason,
    createdBy: set.created_by,
    createdAt: set.created_at,
    startedBy: set.started_by,
    startedAt: set.started_at,
    startAt: set.start_at,
    endedAt: set.ended_at,
    stopAfter: set.stop_after,
    pausedBecause: set.paused_because,
    counts: {
      goals: counts.rows + set.unchanged,
      unchanged: set.unchanged,
      willChange: counts.willChange,
      problems: counts.problems,
      excluded: counts.excluded,
      queued: counts.queued,
      sent: counts.sent,
      confirmed: counts.confirmed,
      failed: counts.failed,
      unknown: counts.unknown,
      skipped: counts.skipped,
    },
    problems,
    cost,
    undoneBy: set.undone_by,
    undoUntil: hasEnded ? (set.ended_at ?? 0) + undoDays * dayMs : null,
  }
}

/** The calls that a set still needs: one for each goal, and one for each batch of goals that are looked at just before their turn. */
export function callsOf(
  state: SetRow['state'],
  { willChange, updates, queued }: RowCounts,
  batch: number,
): { writes: number; checks: number } {
  const isDraft = state === 'draft' || state === 'scheduled'
  const writes = isDraft ? willChange : queued
  return { writes, checks: Math.ceil(Math.min(updates, writes) / Math.max(1, batch)) }
}

/** In how many seconds so many calls are made at the present budget, when jobs take turns with the others'. */
export function secondsFor(
  calls: number,
  others: readonly number[],
  { minute, refusals }: Pick<Budget, 'minute' | 'refusals'>,
  { reserve }: Pick<Pacing, 'reserve'>,
): number {
  const all = calls + others.reduce((sum, other) => sum + Math.min(other, calls), 0)
  const pace = refusals ? Math.max(1, refusals.pacePerMinute) : minute.limit
  if (isLongRun(all, pace)) return Math.ceil((all / pace) * minute.windowSeconds) + 1
  const inWindow = Math.max(1, callsOfLane(pace, 'changes', reserve))
  const freeNow = Math.max(0, Math.min(minute.free, inWindow - minute.used))
  return calls === 0 ? 0 : Math.ceil(Math.max(0, all - freeNow) / inWindow) * minute.windowSeconds + 1
}
