import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { type Where, wayToAsk } from './ask-by-gsid.ts'
import { fetchedSighting, selectionOf } from './sighting.ts'
import type { SyncContext } from './sync-context.ts'
import type { Sweep } from './sync-state.ts'

/** How many goals one sweep asks for, where each takes a call of its own. */
const mostSingles = 200

/**
 * none: no goal is left to ask for. missed: some are still there, so the sweep did not see every goal. doubtful: the tenant
 * does not give goals by their Gsid, so those that were not seen have to stay.
 */
export type Confirmation = 'none' | 'confirmed' | 'missed' | 'doubtful'

/** Asks by Gsid for the next goals that the sweep did not see, and takes those out of the index that the tenant no longer has. */
export async function confirmUnseen(context: SyncContext, sweep: Sweep): Promise<Confirmation> {
  const { database, connection } = context
  const way = wayToAsk(connection.capabilities())
  const unseen = await readUnseen(database, sweep, Math.max(1, Math.min(way.most, sweep.pageSize - 1)))
  if (unseen.length === 0) return 'none'
  if (way.most === 1 && sweep.confirmed >= mostSingles) return 'doubtful'
  const ask = (gsids: string[]) => readByGsid(context, sweep, way.where(gsids))

  // One that is known to be there goes along: without it, the tenant does not take the filter for what it says.
  const control = await readSeen(database, sweep)
  const found = await ask(way.most > 1 && control ? [...unseen, control] : unseen)
  const left = unseen.filter((gsid) => !found.has(gsid))
  if (left.length > 0 && control && !found.has(control) && !(await ask([control])).has(control)) return 'doubtful'

  sweep.confirmed += unseen.length
  await context.remove(left, context.now())
  await context.save()
  return left.length < unseen.length ? 'missed' : 'confirmed'
}

async function readByGsid(context: SyncContext, sweep: Sweep, where: Where): Promise<Set<string>> {
  const { select, pageSize } = sweep
  const read = await context.readPage({ select, where, page: 1, pageSize })
  sweep.calls += read.calls
  const selection = selectionOf(read.select)
  await context.apply(
    read.goals.map((goal) => fetchedSighting(goal, selection)),
    { askedAt: read.askedAt },
  )
  return new Set(read.goals.map(({ gsid }) => gsid))
}

async function readUnseen({ db }: Database, { startedAt }: Sweep, limit: number): Promise<string[]> {
  const { rows } = await sql<{ gsid: string }>`
    SELECT gsid FROM goal_sighting WHERE seen_at < ${startedAt} ORDER BY gsid LIMIT ${limit}`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

async function readSeen({ db }: Database, { startedAt }: Sweep): Promise<string | null> {
  const { rows } = await sql<{ gsid: string }>`
    SELECT gsid FROM goal_sighting WHERE seen_at >= ${startedAt} LIMIT 1`.execute(db)
  return rows[0]?.gsid ?? null
}
