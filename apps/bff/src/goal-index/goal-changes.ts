import type { GoalChange } from '@goalkeeper/contract/goals'
import type { Selectable } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { GoalChangeTable } from './tables.ts'

const mostChanges = 1_000

export type GoalChanges = { changes: GoalChange[]; more: boolean }

/** What is known to have changed on one goal, newest first: all of it, or what is older than the change of an id. */
export async function readGoalChanges({ db }: Database, gsid: string, before?: string): Promise<GoalChanges> {
  const rows = await db
    .selectFrom('goal_change')
    .selectAll()
    .where('gsid', '=', gsid)
    .$if(before !== undefined, (query) => query.where('id', '<', Number(before)))
    .orderBy('id', 'desc')
    .limit(mostChanges + 1)
    .execute()
  return { changes: rows.slice(0, mostChanges).map(changeOf), more: rows.length > mostChanges }
}

/** Every change of a goal from the one of an id on, or after a moment; newest first. */
export async function readChangesSince(
  { db }: Database,
  gsid: string,
  from: { id: number } | { after: number },
): Promise<GoalChange[]> {
  const rows = await db
    .selectFrom('goal_change')
    .selectAll()
    .where('gsid', '=', gsid)
    .where((eb) => ('id' in from ? eb('id', '>=', from.id) : eb('seen_at', '>', from.after)))
    .orderBy('id', 'desc')
    .execute()
  return rows.map(changeOf)
}

function changeOf({ id, seen_before, seen_at, write_id, by_id, ...change }: Selectable<GoalChangeTable>): GoalChange {
  return {
    ...change,
    id: String(id),
    writeId: write_id,
    byId: by_id,
    seenBefore: seen_before,
    seenAt: seen_at,
  }
}

/** Whether changes tell of a write. */
export async function isWriteTold({ db }: Database, writeId: string): Promise<boolean> {
  const row = await db
    .selectFrom('goal_change')
    .select('id')
    .where('write_id', '=', writeId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
