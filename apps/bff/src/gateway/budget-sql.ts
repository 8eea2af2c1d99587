import type { LimitClass } from '@goalkeeper/gainsight/limits'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import type { Allowances, Ceilings, Standing } from './budget-rules.ts'
import type { Lane } from './gateway.ts'
import type { GatewayLimitTable } from './tables.ts'

/*
 * The budget as a log of calls (docs/decisions/budget-is-a-log-of-calls.md). A call takes a slot when it is admitted
 * and gives it back one window after its answer. Time is an argument throughout. Slots are taken under the lock of the
 * clock's row, in a statement after the one that locks it, because a statement sees what was there when it began.
 */

type Db = Kysely<Schema>

/** A slot in use: whose, and when its call was answered (null: not yet). */
export type Held = { lane: Lane; answeredAt: number | null }

export type Taken = {
  /** The call's number in the log, or null when no slot was free. */
  id: number | null
  /** Slots in use in the class where none was free, else none: nobody waits for them. */
  held: Held[]
  dayUsed: number
}

/** Moves the store's time on, and locks it until the transaction ends. */
export async function tick(trx: Db, now: number): Promise<{ now: number; stopped: boolean }> {
  const { latest, stopped } = await trx
    .updateTable('gateway_clock')
    .set({ latest: sql`greatest(latest, ${now})` })
    .returning(['latest', 'stopped'])
    .executeTakeFirstOrThrow()
  return { now: latest, stopped }
}

export function readStanding(db: Db, limitClass: LimitClass): Promise<GatewayLimitTable> {
  return db.selectFrom('gateway_limit').selectAll().where('limit_class', '=', limitClass).executeTakeFirstOrThrow()
}

export async function writeStanding(db: Db, limitClass: LimitClass, standing: Standing): Promise<void> {
  await db.updateTable('gateway_limit').set(standing).where('limit_class', '=', limitClass).execute()
}

/** Gives out no slots of a class before a time. */
export async function holdBack(db: Db, limitClass: LimitClass, until: number): Promise<void> {
  await db
    .updateTable('gateway_limit')
    .set({ paused_until: sql`greatest(paused_until, ${until})` })
    .where('limit_class', '=', limitClass)
    .execute()
}

/**
 * Takes a slot if both windows have one below their ceilings. Calls older than a day leave the log on the way, so that the
 * day's count is a number to keep and not rows to read.
 */
export async function takeSlot(
  trx: Db,
  call: { limitClass: LimitClass; lane: Lane; holder: string },
  now: number,
  ceilings: Ceilings,
  { short, day }: Allowances,
): Promise<Taken> {
  const { rows } = await sql<Taken>`
    WITH expired AS (
      DELETE FROM gateway_call WHERE limit_class = ${call.limitClass} AND answered_at < ${now - day.ms} RETURNING 1
    ), held AS (
      SELECT lane, answered_at FROM gateway_call
      WHERE limit_class = ${call.limitClass} AND (answered_at IS NULL OR answered_at >= ${now - short.ms})
    ), used AS (
      SELECT (SELECT count(*) FROM held) AS short, (SELECT count(*) FROM held WHERE lane = ${call.lane}) AS own,
        day_used - (SELECT count(*) FROM expired) AS day
      FROM gateway_limit WHERE limit_class = ${call.limitClass}
    ), taken AS (
      INSERT INTO gateway_call (limit_class, lane, holder, admitted_at)
      SELECT ${call.limitClass}, ${call.lane}, ${call.holder}, ${now} FROM used
      WHERE short < ${ceilings.short} AND own < ${ceilings.own} AND day < ${ceilings.day}
      RETURNING id
    ), counted AS (
      UPDATE gateway_limit
      SET day_used = day_used - (SELECT count(*) FROM expired) + (SELECT count(*) FROM taken)
      WHERE limit_class = ${call.limitClass}
    )
    SELECT (SELECT id FROM taken) AS id, day AS "dayUsed",
      (SELECT coalesce(json_agg(json_build_object('lane', lane, 'answeredAt', answered_at)), '[]')
        FROM held WHERE NOT EXISTS (SELECT FROM taken)) AS held
    FROM used`.execute(trx)
  const taken = rows[0]
  if (!taken) throw new Error(`The limit class ${call.limitClass} has no row: the budget was not opened.`)
  return taken
}

/** When the day's window lets the next call go: once `surplus` calls more than now have left it. */
export async function nextOfDay(
  db: Db,
  limitClass: LimitClass,
  now: number,
  surplus: number,
  { day }: Allowances,
): Promise<number> {
  const oldest = await db
    .selectFrom('gateway_call')
    .select('answered_at')
    .where('limit_class', '=', limitClass)
    .orderBy('answered_at')
    .offset(surplus)
    .limit(1)
    .executeTakeFirst()
  return (oldest?.answered_at ?? now) + day.ms + 1
}

/** Notes that a call was answered. Its slot comes back one window from now. */
export async function answerCall(db: Db, id: number, now: number): Promise<number> {
  const { rows } = await sql<{ latest: number }>`
    WITH clock AS (UPDATE gateway_clock SET latest = greatest(latest, ${now}) RETURNING latest),
    answered AS (UPDATE gateway_call SET answered_at = latest FROM clock WHERE gateway_call.id = ${id})
    SELECT latest FROM clock`.execute(db)
  return rows[0]?.latest ?? now
}

/** Gives the slot of a call that was never sent back at once. */
export async function giveBack(db: Db, id: number): Promise<void> {
  await sql`
    WITH gone AS (DELETE FROM gateway_call WHERE id = ${id} RETURNING limit_class)
    UPDATE gateway_limit SET day_used = day_used - 1 FROM gone WHERE gateway_limit.limit_class = gone.limit_class
  `.execute(db)
}

/** How a class is used at a time: its slots in use, and when the first of them was answered that has been. */
export type Use = { stopped: boolean; standing: GatewayLimitTable; used: number; firstAnsweredAt: number | null }

/** In one statement, because every reply of the gateway tells it. */
export async function readUse(db: Db, limitClass: LimitClass, now: number, { short }: Allowances): Promise<Use> {
  const { rows } = await sql<Use>`
    SELECT (SELECT stopped FROM gateway_clock) AS stopped, to_json(standing) AS standing,
      count(gateway_call.id) AS used, min(answered_at) AS "firstAnsweredAt"
    FROM gateway_limit AS standing
    LEFT JOIN gateway_call ON gateway_call.limit_class = standing.limit_class
      AND (answered_at IS NULL OR answered_at >= ${now - short.ms})
    WHERE standing.limit_class = ${limitClass} GROUP BY standing.limit_class`.execute(db)
  const use = rows[0]
  if (!use) throw new Error(`The limit class ${limitClass} has no row: the budget was not opened.`)
  return use
}

/** The slots in use in a class, oldest first. */
export function readHeld(
  db: Db,
  limitClass: LimitClass,
  now: number,
  { short }: Allowances,
): Promise<{ lane: Lane; admittedAt: number; answeredAt: number | null }[]> {
  return db
    .selectFrom('gateway_call')
    .select(['lane', 'admitted_at as admittedAt', 'answered_at as answeredAt'])
    .where('limit_class', '=', limitClass)
    .where((where) => where.or([where('answered_at', 'is', null), where('answered_at', '>=', now - short.ms)]))
    .orderBy('id')
    .execute()
}

/** How many calls of a class its day counts, and how many of them were answered in the last hour. */
export async function readDay(
  db: Db,
  limitClass: LimitClass,
  now: number,
  { day }: Allowances,
): Promise<{ used: number; lastHour: number }> {
  const { rows } = await sql<{ used: number; lastHour: number }>`
    SELECT day_used - (
        SELECT count(*) FROM gateway_call WHERE limit_class = ${limitClass} AND answered_at < ${now - day.ms}
      ) AS used, (
        SELECT count(*) FROM gateway_call WHERE limit_class = ${limitClass} AND answered_at >= ${now - 3_600_000}
      ) AS "lastHour"
    FROM gateway_limit WHERE limit_class = ${limitClass}`.execute(db)
  return rows[0] ?? { used: 0, lastHour: 0 }
}
