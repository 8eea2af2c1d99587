import * as texts from '@goalkeeper/texts/server/goals'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { etagOf } from '#bff/gateway/goal-version.ts'
import { AppError } from '../http/app-error.ts'
import { readGoalChanges } from './goal-changes.ts'
import { type GoalRow, recordOf } from './goal-row.ts'
import { readGoalRows } from './goal-rows.ts'
import type { Asking } from './goal-reader.ts'
import type { GoalIndexNeeds } from './needs.ts'
import type { PendingWrites } from './pending-writes.ts'

type Parts = Pick<GoalIndexNeeds, 'database' | 'catalogue' | 'gateway'> & {
  pending: PendingWrites
  today: () => string
  /** When the index was last known to agree with the tenant. */
  agreedAt: () => number | null
  isComplete: () => boolean
}

/** A goal with the ETag of what the tenant holds of it: names that the catalogue knows are no part of that. */
export type FoundGoal = { goal: GoalDetail; etag: string }

/** One goal with every field, its links and its writes; null when it is not in the index. */
export async function readDetail(parts: Parts, gsid: string, asking: Asking): Promise<FoundGoal | null> {
  const { database, catalogue, gateway, pending, today, agreedAt } = parts
  const fields = await catalogue.fields()
  const select = fields.filter(({ type }) => type !== 'ids')
  const [row] = await readGoalRows(database, [gsid], select, { fields, today: today() })
  const stored = await readStored(parts, gsid)
  if (!row || !stored) return null
  const links = await catalogue.linkedItems({ ctaIds: row.CTA, spIds: row.SP }, asking)
  const writes = (await gateway.pendingWrites([gsid])).get(gsid) ?? []
  const asOf = Math.max(stored.seenAt, agreedAt() ?? 0)
  return { goal: { ...row, write: pending.of(gsid), links, asOf, writes }, etag: etagOf(recordOf(stored.row)) }
}

async function readStored({ database }: Parts, gsid: string): Promise<{ row: GoalRow; seenAt: number } | null> {
  const found = await database.db
    .selectFrom('goal')
    .innerJoin('goal_sighting', 'goal_sighting.gsid', 'goal.gsid')
    .selectAll('goal')
    .select('goal_sighting.seen_at')
    .where('goal.gsid', '=', gsid)
    .executeTakeFirst()
  return found ? { row: found, seenAt: found.seen_at } : null
}

/** Why a goal is not to be found. */
export async function missingGoal(
  { database, isComplete }: Pick<Parts, 'database' | 'isComplete'>,
  gsid: string,
): Promise<AppError> {
  const { changes } = await readGoalChanges(database, gsid)
  const name = changes.find(({ field, after }) => field === 'Name' && after === null)?.before
  const left = changes.find(({ field, after }) => field === 'Gsid' && after === null)
  if (left) {
    const called = typeof name === 'string' ? texts.theGoal(name) : texts.theGoalWithoutName
    return new AppError('not-found', texts.isNoLongerInGainsight(called))
  }
  if (isComplete()) return new AppError('not-found', texts.gainsightHasNoGoal(gsid))
  return new AppError('not-found', texts.theGoalHasNotBeenRead(gsid))
}
