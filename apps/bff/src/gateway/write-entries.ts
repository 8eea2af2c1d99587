import * as texts from '@goalkeeper/texts/server/gateway'
import type { ActivityEntry, ActivityFilter } from '@goalkeeper/contract/activity'
import { type Kysely, sql } from 'kysely'
import type { Place } from '#bff/activity/source.ts'
import { inSpan } from '#bff/activity/span.ts'
import { distinctValues } from '#bff/database/distinct-values.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { WriteRow } from './tables.ts'

// Word for word as the index has them, which serves only then.
const at = sql<number>`coalesce(settled_at, doubted_at)`
const inVain = sql<boolean>`state IN ('refused', 'cancelled', 'unknown')`

/**
 * Writes that changed nothing, or of which nobody knows what became: newest first, after a place in that order. What was
 * confirmed is told by the changes that it made.
 */
export async function readWriteEntries(
  db: Kysely<Schema>,
  { through, actors, fields, gsid, ...time }: ActivityFilter,
  after: Place | null,
  limit: number,
): Promise<ActivityEntry[]> {
  if (through === 'gainsight' || fields?.length) return []
  let query = db
    .selectFrom('gateway_write')
    .selectAll()
    .where(inVain)
    .where(inSpan([at, sql.ref('id')], time, after))
  if (actors?.length) query = query.where('actor', 'in', actors)
  if (gsid !== undefined) query = query.where('gsid', '=', gsid)
  const rows = await query.orderBy(at, 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(entryOf)
}

/** Everyone who has asked for a write. */
export const readWriters = (db: Kysely<Schema>): Promise<string[]> => distinctValues(db, 'gateway_write', 'actor')

function entryOf(row: WriteRow): ActivityEntry {
  return {
    id: row.id,
    kind: 'write',
    at: row.settled_at ?? row.doubted_at ?? row.asked_at,
    notBefore: null,
    actor: row.actor,
    actorId: row.actor_id,
    through: 'goalkeeper',
    screen: row.screen,
    gsid: row.gsid,
    goalName: row.name,
    field: null,
    before: null,
    after: null,
    words: wordsOf(row),
  }
}

function wordsOf({ kind, state, detail }: WriteRow): string {
  const what = kind === 'create' ? texts.toCreateIt : texts.toChangeIt
  const became =
    { refused: texts.wasRefused, cancelled: texts.wasCancelled }[state as string] ?? texts.hasAnUnknownOutcome
  return [`${what} ${became}`, detail].filter(Boolean).join(': ')
}
