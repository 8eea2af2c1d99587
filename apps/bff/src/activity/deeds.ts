import type { ActivityEntry, ActivityFilter } from '@goalkeeper/contract/activity'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { distinctValues } from '#bff/database/distinct-values.ts'
import type { Caller } from '#bff/http/caller.ts'
import type { Place } from './source.ts'
import { inSpan } from './span.ts'
import type { ActivityDeedTable } from './tables.ts'

/** Who did it; those of old writes have no id. */
export type Who = Pick<Caller, 'actor' | 'screen'> & { actorId: string | null }

/** Keeps for good what somebody did. */
export async function storeDeed(
  { db }: Database,
  { actor, actorId, screen }: Who,
  deed: Pick<ActivityDeedTable, 'kind' | 'at' | 'words' | 'gsid'>,
): Promise<void> {
  await db
    .insertInto('activity_deed')
    .values({ ...deed, actor, actor_id: actorId, screen })
    .execute()
}

/** Deeds of one kind that pass a filter, newest first, after a place in that order. */
export async function readDeeds(
  { db }: Database,
  kind: ActivityDeedTable['kind'],
  { through, actors, fields, gsid, ...time }: ActivityFilter,
  after: Place | null,
  limit: number,
): Promise<ActivityEntry[]> {
  if (through === 'gainsight' || fields?.length) return []
  let query = db
    .selectFrom('activity_deed')
    .selectAll()
    .where('kind', '=', kind)
    .where(inSpan([sql.ref('at'), sql.ref('id')], time, after))
  if (actors?.length) query = query.where('actor', 'in', actors)
  if (gsid !== undefined) query = query.where('gsid', '=', gsid)
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: String(row.id).padStart(16, '0'),
    kind,
    at: row.at,
    notBefore: null,
    actor: row.actor,
    actorId: row.actor_id,
    through: 'goalkeeper',
    screen: row.screen,
    gsid: row.gsid,
    goalName: null,
    field: null,
    before: null,
    after: null,
    words: row.words,
  }))
}

/** Everyone who did something. */
export const readDoers = ({ db }: Database): Promise<string[]> => distinctValues(db, 'activity_deed', 'actor')
