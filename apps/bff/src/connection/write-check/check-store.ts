import { writeCheckStepSchema } from '@goalkeeper/contract/connection'
import { z } from 'zod'
import type { Database } from '../../database/connect.ts'
import { type CheckPlan, checkPlanSchema } from './check-plan.ts'

export type CheckStepReport = z.infer<typeof writeCheckStepSchema>
/** A write check that was begun and is not over: it runs, or something is left to be put back. */
export type OpenCheck = { id: string; gsid: string; startedAt: number; running: boolean; plan: CheckPlan }

/** No check takes longer, however slow the tenant; one that has run longer was killed. */
const longestCheckMs = 15 * 60_000
export const isUnderWay = (check: Pick<OpenCheck, 'running' | 'startedAt'>, now: number) =>
  check.running && now - check.startedAt < longestCheckMs

/** How the newest check ended that is not under way. */
export async function readLastOutcome(
  { db }: Database,
  now: number,
): Promise<'never' | 'passed' | 'failed' | 'left something'> {
  const last = await db
    .selectFrom('connection_write_check')
    .select(['finished_at', 'passed'])
    .where((where) => where.or([where('running', '=', false), where('started_at', '<', now - longestCheckMs)]))
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return 'never'
  if (last.finished_at === null) return 'left something'
  return last.passed ? 'passed' : 'failed'
}

export async function readOpenCheck({ db }: Database): Promise<OpenCheck | null> {
  const open = await db
    .selectFrom('connection_write_check')
    .select(['id', 'gsid', 'started_at', 'running', 'plan'])
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  if (!open) return null
  const { id, gsid, running } = open
  return { id, gsid, running, startedAt: open.started_at, plan: checkPlanSchema.parse(open.plan) }
}

/** Stores what will be touched, before it is. False when another check is open: there is one at a time. */
export async function openCheck({ db }: Database, check: OpenCheck, actor: string): Promise<boolean> {
  const { id, gsid, running, startedAt, plan } = check
  const inserted = await db
    .insertInto('connection_write_check')
    .values({ id, gsid, actor, running, started_at: startedAt, plan: JSON.stringify(plan), steps: '[]' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Notes how a check ended. With `finishedAt` null it stays open: something is left to be put back. */
export async function endCheck(
  { db }: Database,
  id: string,
  outcome: { passed: boolean; steps: CheckStepReport[]; finishedAt: number | null },
): Promise<void> {
  const { passed, steps, finishedAt } = outcome
  await db
    .updateTable('connection_write_check')
    .set({ running: false, passed, finished_at: finishedAt, steps: JSON.stringify(steps) })
    .where('id', '=', id)
    .execute()
}

/** After the start of the only process that uses the store: whatever ran has been killed. */
export async function noCheckRuns({ db }: Database): Promise<void> {
  await db.updateTable('connection_write_check').set({ running: false }).where('running', '=', true).execute()
}
