import type { GoalChange } from '@goalkeeper/contract/goals'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import { columnDefinitions, columnNames, columnsFromExcluded } from './goal-columns.ts'
import type { GoalRow } from './goal-row.ts'
import { removeSearch } from './search-store.ts'

type InTransaction = Transaction<Schema>

/** What is known of a goal, as far as it decides whether a sighting is news. */
export type Known = { hash: string; seenAt: number; sweep: number }

/**
 * Ends a statement that locks goals. Whoever locks several does so in one order: else two processes, each led to them in an order of its own,
 * could wait for each other.
 */
export const inOrder = sql`ORDER BY goal.gsid FOR UPDATE OF goal`

/** Locks the goals that are in the index, so that nobody else changes them meanwhile. */
export async function readKnown(transaction: InTransaction, gsids: string[]): Promise<Map<string, Known>> {
  const { rows } = await sql<Known & { gsid: string }>`
    SELECT goal.gsid, goal.hash, goal_sighting.seen_at AS "seenAt", goal_sighting.sweep
    FROM goal JOIN goal_sighting USING (gsid)
    WHERE goal.gsid = ANY (${gsids}::text[])
    ${inOrder}`.execute(transaction)
  return new Map(rows.map((row) => [row.gsid, row]))
}

export async function readRows(transaction: InTransaction, gsids: string[]): Promise<Map<string, GoalRow>> {
  if (gsids.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('goal')
    .selectAll()
    .where(sql<boolean>`gsid = ANY (${gsids}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.gsid, row]))
}

/** One statement and one parameter, however many rows. */
export async function writeRows(transaction: InTransaction, rows: GoalRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    INSERT INTO goal (${columnNames})
    SELECT ${columnNames} FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (${columnDefinitions})
    ON CONFLICT (gsid) DO UPDATE SET ${columnsFromExcluded}`.execute(transaction)
}

export async function writeChanges(transaction: InTransaction, changes: Omit<GoalChange, 'id'>[]): Promise<void> {
  if (changes.length === 0) return
  // A null in the list would be read as SQL's null, where the column wants JSON's.
  await sql`
    INSERT INTO goal_change (gsid, field, before, after, by, source, write_id, by_id, screen, seen_before, seen_at)
    SELECT
      gsid, field, coalesce(before, 'null'), coalesce(after, 'null'),
      by, source, "writeId", "byId", screen, "seenBefore", "seenAt"
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS given (
      gsid text, field text, before jsonb, after jsonb,
      by text, source text, "writeId" uuid, "byId" text, screen text, "seenBefore" bigint, "seenAt" bigint
    )`.execute(transaction)
}

/** Notes when goals were seen. An earlier moment never takes the place of a later one. */
export async function writeSightings(
  transaction: InTransaction,
  gsids: string[],
  { askedAt, sweep = 0 }: { askedAt: number; sweep?: number },
): Promise<void> {
  if (gsids.length === 0) return
  await sql`
    INSERT INTO goal_sighting (gsid, sweep, seen_at)
    SELECT gsid, ${sweep}::integer, ${askedAt}::bigint FROM unnest(${gsids}::text[]) AS given (gsid)
    ON CONFLICT (gsid) DO UPDATE SET
      sweep = greatest(goal_sighting.sweep, excluded.sweep),
      seen_at = greatest(goal_sighting.seen_at, excluded.seen_at)`.execute(transaction)
}

/** Takes goals out of the index that the tenant no longer has, and keeps that they left and what they were called. */
export async function removeGoals(transaction: InTransaction, gsids: string[], at: number): Promise<void> {
  await readKnown(transaction, gsids)
  const seen = await sql<{ gsid: string; name: string | null; seenBefore: number }>`
    DELETE FROM goal USING goal_sighting
    WHERE goal.gsid = goal_sighting.gsid AND goal.gsid = ANY (${gsids}::text[])
    RETURNING goal.gsid, goal.name, goal_sighting.seen_at AS "seenBefore"`.execute(transaction)
  await removeSearch(transaction, gsids)
  await sql`DELETE FROM goal_sighting WHERE gsid = ANY (${gsids}::text[])`.execute(transaction)
  const left = seen.rows.flatMap(({ gsid, name, seenBefore }) =>
    [
      { field: 'Gsid', before: gsid },
      { field: 'Name', before: name },
    ].map((lost) => ({ ...lost, ...leftBy, gsid, after: null, seenBefore, seenAt: at })),
  )
  await writeChanges(transaction, left)
}

/** Nobody says who took a goal out of Gainsight. */
const leftBy = { by: null, source: 'sync', writeId: null, byId: null, screen: null } as const
