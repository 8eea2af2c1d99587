import type { MeaningCounts } from '@goalkeeper/contract/overview'
import { partsOf } from '@goalkeeper/filter/parts'
import { type FilterTree, isCondition } from '@goalkeeper/filter/tree'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Guard } from './apply-sightings.ts'
import { noGoals } from './meaning-counts.ts'

/** The field whose values the counts are kept by, besides the status. */
export const csmField = 'CompanyId__gr.Csm'

/** Names of companies come a little after the goals: until then the day is counted anew, as long as that helps. */
const namingMs = 600_000
/** Counts are kept for so many days. */
const keptDays = 800
const dayMs = 86_400_000

/** A day as everybody has it: in UTC. */
export const utcDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

type Parts = {
  database: Database
  now: () => number
  guard: Guard
  agreedAt: () => number | null
  isComplete: () => boolean
}

/**
 * Counts the goals once a day, by status and by CSM, as soon as the index holds all of them and has agreed with the tenant on that
 * day. A day on which it never did stays without a count. Whichever process syncs counts, and the store lets one count of a day in.
 */
export function createDayCounts({ database, now, guard, agreedAt, isComplete }: Parts) {
  let done = ''

  return async function countToday(): Promise<void> {
    const today = utcDay(now())
    if (done === today || !isComplete() || utcDay(agreedAt() ?? 0) !== today) return
    const day = await database.db.transaction().execute(async (transaction) => {
      await guard(transaction)
      const counted = await sql`
        INSERT INTO goal_day AS kept (day, counted_at, unnamed)
        SELECT ${today}, ${now()}, count(*) FROM goal WHERE company_id IS NOT NULL AND company = '{}'
        ON CONFLICT (day) DO UPDATE SET unnamed = excluded.unnamed WHERE kept.unnamed > excluded.unnamed
        RETURNING day`.execute(transaction)
      if (counted.rows.length > 0) {
        await transaction.deleteFrom('goal_day_count').where('day', '=', today).execute()
        await sql`
          INSERT INTO goal_day_count (day, csm, status_id, goals)
          SELECT ${today}::date, coalesce(company->>'Csm', ''), coalesce(status_id, ''), count(*)
          FROM goal GROUP BY 2, 3`.execute(transaction)
      }
      await transaction
        .deleteFrom('goal_day')
        .where('day', '<', utcDay(now() - keptDays * dayMs))
        .execute()
      return transaction
        .selectFrom('goal_day')
        .select(['counted_at', 'unnamed'])
        .where('day', '=', today)
        .executeTakeFirstOrThrow()
    })
    if (day.unnamed === 0 || now() - day.counted_at > namingMs) done = today
  }
}

/** Whose goals a filter selects and nothing else; null: everybody's. Undefined when it says anything that the counts are not kept by. */
export function csmsOf(trees: readonly (FilterTree | null)[]): string[] | null | undefined {
  let csms: string[] | null = null
  for (const part of trees.flatMap(partsOf)) {
    if (!isCondition(part) || part.field !== csmField) return undefined
    if (part.op !== 'EQ' && part.op !== 'IN' && part.op !== 'INCLUDES') return undefined
    const named = (part.value ?? []).map(String)
    csms = csms === null ? named : csms.filter((csm) => named.includes(csm))
  }
  return csms
}

export type DayCount = { day: string; goals: MeaningCounts }

/** The days from one on that were counted, by what the statuses mean now; of everybody's goals (null) or of these CSMs'. */
export async function readDays(
  { db }: Database,
  from: string,
  csms: readonly string[] | null,
  meaningOf: (statusId: string) => keyof MeaningCounts,
): Promise<DayCount[]> {
  const ofThem = csms === null ? sql`true` : sql`counted.csm = ANY (${csms}::text[])`
  const { rows } = await sql<{ day: string; status: string | null; goals: number }>`
    SELECT goal_day.day, counted.status_id AS status, coalesce(sum(counted.goals), 0)::bigint AS goals
    FROM goal_day LEFT JOIN goal_day_count AS counted ON counted.day = goal_day.day AND ${ofThem}
    WHERE goal_day.day >= ${from}::date GROUP BY 1, 2 ORDER BY 1`.execute(db)
  const days = new Map<string, MeaningCounts>()
  for (const { day, status, goals } of rows) {
    const counts = days.get(day) ?? noGoals()
    if (status !== null) counts[meaningOf(status)] += goals
    days.set(day, counts)
  }
  return [...days].map(([day, goals]) => ({ day, goals }))
}

/** The days from one on that were counted. */
export async function readDaysSeen({ db }: Database, from: string): Promise<string[]> {
  const rows = await db.selectFrom('goal_day').select('day').where('day', '>=', from).execute()
  return rows.map(({ day }) => day)
}

/** The first day that was counted; null before there is one. */
export async function readFirstDay({ db }: Database): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`SELECT min(day) AS day FROM goal_day`.execute(db)
  return rows[0]?.day ?? null
}
