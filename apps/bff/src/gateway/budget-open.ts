import type { LimitClass } from '@goalkeeper/gainsight/limits'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import type { Allowances } from './budget-rules.ts'
import { tick } from './budget-sql.ts'

type Db = Kysely<Schema>

/** A process of which nothing was heard for so long is taken for dead. */
export const silenceMs = 10_000

/** The database server's clock, the same for every process that shares the store. Epoch milliseconds. */
export async function readDatabaseClock(db: Db): Promise<number> {
  const { rows } = await sql<{
    now: number
  }>`SELECT floor(extract(epoch FROM clock_timestamp()) * 1000) AS now`.execute(db)
  return rows[0]?.now ?? 0
}

/**
 * Takes up the budget where it was left, and gives its time. `clock` is the database's clock: behind the newest time seen
 * it was set back, and is not believed. How long nobody looked is believed for the day only; the slots of the short
 * windows that were in use when somebody last looked stay in use for as long again as they had left, so that neither a
 * clock set forward nor a quick restart squeezes two windows together.
 */
export async function openBudget(trx: Db, clock: number, allowances: Record<LimitClass, Allowances>): Promise<number> {
  const classes = Object.keys(allowances) as LimitClass[]
  await trx
    .insertInto('gateway_clock')
    .values({ id: 1, latest: 0, stopped: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('gateway_limit')
    .values(
      classes.map((limit_class) => ({ limit_class, day_used: 0, refusals: 0, paused_until: 0, pace: 1, paced_at: 0 })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { now: left } = await tick(trx, 0)
  const opened = await tick(trx, clock)
  for (const limitClass of classes) {
    await trx
      .updateTable('gateway_call')
      .set({ answered_at: sql`answered_at + ${opened.now - left}` })
      .where('limit_class', '=', limitClass)
      .where('answered_at', '>=', left - allowances[limitClass].short.ms)
      .execute()
  }
  await sql`
    UPDATE gateway_limit SET day_used = (
      SELECT count(*) FROM gateway_call WHERE gateway_call.limit_class = gateway_limit.limit_class
    )`.execute(trx)
  return opened.now
}

/** Says that this process lives, and forgets those that do not: `alone` when no other process can hold the store. */
export async function reportProcess(trx: Db, process: string, now: number, alone: boolean): Promise<void> {
  await trx
    .insertInto('gateway_process')
    .values({ id: process, seen_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: now }))
    .execute()
  await trx
    .deleteFrom('gateway_process')
    .where('id', '!=', process)
    .where('seen_at', '<', alone ? Number.MAX_SAFE_INTEGER : now - silenceMs)
    .execute()
}

/**
 * Calls of processes that died before they could note the answer: the tenant may still receive them for as long as a call
 * may take, so they count as answered then.
 */
export async function releaseOrphans(trx: Db, now: number, timeoutMs: number): Promise<void> {
  await trx
    .updateTable('gateway_call')
    .set({ answered_at: now + timeoutMs })
    .where('answered_at', 'is', null)
    .where('holder', 'not in', trx.selectFrom('gateway_process').select('id'))
    .execute()
}
