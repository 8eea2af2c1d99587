import { mondayOf } from '@goalkeeper/filter/dates'
import { sql } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import type { Transaction } from 'kysely'
import type { GoalRow } from './goal-row.ts'
import type { Outcome } from './outcome.ts'
import type { GoalTurnTable } from './tables.ts'

/** What happened to a goal in a week: its due date moved later, or it was achieved. */
export type Turn = GoalTurnTable

/**
 * The turns that the differences of a goal make. Of one that nobody knew before nothing is said, and a status is taken as it is meant
 * at the time. Weeks are those of UTC, so that they are the same for everybody.
 */
export function turnsOf({ row, changes }: Outcome, before: GoalRow | null): Turn[] {
  if (!before) return []
  return changes.flatMap(({ field, seenAt, ...difference }): Turn[] => {
    const week = mondayOf(new Date(seenAt).toISOString().slice(0, 10))
    if (field === 'DueDate' && isLater(difference.before, difference.after))
      return [{ gsid: row.gsid, kind: 'later', week }]
    const isAchieved = row.status_meaning === 'achieved' && before.status_meaning !== 'achieved'
    return field === 'StatusId' && isAchieved ? [{ gsid: row.gsid, kind: 'achieved', week }] : []
  })
}

/** A date that came or went is no move. */
const isLater = (before: unknown, after: unknown) =>
  typeof before === 'string' && typeof after === 'string' && before < after

export async function writeTurns(transaction: Transaction<Schema>, turns: readonly Turn[]): Promise<void> {
  if (turns.length === 0) return
  await sql`
    INSERT INTO goal_turn (gsid, kind, week)
    SELECT gsid, kind, week FROM jsonb_to_recordset(${JSON.stringify(turns)}::jsonb) AS given (gsid text, kind text, week text)
    ON CONFLICT DO NOTHING`.execute(transaction)
}
