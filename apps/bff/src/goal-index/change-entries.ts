import type { ActivityEntry, ActivityFilter } from '@goalkeeper/contract/activity'
import { sql } from 'kysely'
import type { Place } from '#bff/activity/source.ts'
import { inSpan } from '#bff/activity/span.ts'
import type { Database } from '#bff/database/connect.ts'
import { distinctValues } from '#bff/database/distinct-values.ts'

/** Changes of goals as Activity shows them: newest first, after a place in that order. */
export async function readChangeEntries(
  { db }: Database,
  { through, actors, fields, gsid, ...time }: ActivityFilter,
  after: Place | null,
  limit: number,
): Promise<ActivityEntry[]> {
  let query = db
    .selectFrom('goal_change')
    .selectAll()
    .where(inSpan([sql.ref('seen_at'), sql.ref('id')], time, after))
  if (through) query = query.where('source', '=', through === 'goalkeeper' ? 'write' : 'sync')
  if (actors?.length) query = query.where('by', 'in', actors)
  if (fields?.length) query = query.where('field', 'in', fields)
  if (gsid !== undefined) query = query.where('gsid', '=', gsid)
  const rows = await query.orderBy('seen_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: String(row.id).padStart(16, '0'),
    kind: 'change',
    at: row.seen_at,
    // What we wrote happened when it was seen.
    notBefore: row.source === 'write' ? null : row.seen_before,
    actor: row.by,
    actorId: row.by_id,
    through: row.source === 'write' ? 'goalkeeper' : 'gainsight',
    screen: row.screen,
    gsid: row.gsid,
    goalName: null,
    field: row.field,
    before: row.before,
    after: row.after,
    words: null,
  }))
}

/** Everyone who is known to have changed a goal. */
export const readChangers = ({ db }: Database): Promise<string[]> => distinctValues(db, 'goal_change', 'by')

/** What goals are called, or were when they left. */
export async function readGoalNames({ db }: Database, gsids: string[]): Promise<Map<string, string>> {
  if (gsids.length === 0) return new Map()
  const { rows } = await sql<{ gsid: string; name: string | null }>`
    SELECT asked.gsid, coalesce(
      goal.name,
      (
        SELECT before #>> '{}' FROM goal_change
        WHERE goal_change.gsid = asked.gsid AND field = 'Name' AND after = 'null'
        ORDER BY id DESC LIMIT 1
      )
    ) AS name
    FROM unnest(${gsids}::text[]) AS asked (gsid) LEFT JOIN goal ON goal.gsid = asked.gsid COLLATE "C"`.execute(db)
  return new Map(rows.flatMap(({ gsid, name }) => (name === null ? [] : [[gsid, name]])))
}
