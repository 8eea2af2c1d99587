import { type MeaningCounts, weeksBack } from '@goalkeeper/contract/overview'
import { fieldNamed } from '@goalkeeper/filter/field'
import { addDays, startOfDay } from '@goalkeeper/filter/dates'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { csmField } from './day-counts.ts'
import { conditionOf, type QueryContext } from './query.ts'
import { storedSql } from './stored-sql.ts'

const weekMs = 7 * 86_400_000

export type Span = {
  /** The last day ahead that is shown by itself. */
  horizon: string
  /** The Monday with which the weeks begin. */
  from: string
}

/** What is counted of the goals of a filter: one reading of them, however much is asked. */
export type OverviewCounts = {
  csms: { csm: string | null; meaning: keyof MeaningCounts; goals: number }[]
  due: { when: string; meaning: keyof MeaningCounts; goals: number }[]
  created: { week: string; goals: number }[]
  total: number
  unlinked: number
  withoutCsm: number
  withoutCompany: number
}

type Row = {
  part: number
  csm: string | null
  meaning: keyof MeaningCounts
  due: string | null
  week: number | null
  goals: number
  unlinked: number
  withoutCsm: number
  withoutCompany: number
}

/**
 * Which grouping set a row belongs to, by the bits of GROUPING(csm, meaning, due, week): set where the column was left out. There is
 * none of all goals together: with it, the store would sort them.
 */
const parts = { csms: 0b0011, due: 0b1001, weeks: 0b1110 }

export async function countOverview(
  { db }: Database,
  filter: FilterTree | null,
  context: QueryContext,
  { horizon, from }: Span,
): Promise<OverviewCounts> {
  const csm = fieldNamed(context.fields, csmField)
  const fromMs = startOfDay(from)
  const { rows } = await sql<Row>`
    SELECT
      grouping(csm, meaning, due, week) AS part, csm, meaning, due, week, count(*) AS goals,
      count(*) FILTER (WHERE is_open AND ctas = 0 AND plans = 0) AS unlinked,
      count(*) FILTER (WHERE is_open AND csm IS NULL) AS "withoutCsm",
      count(*) FILTER (WHERE is_open AND company IS NULL) AS "withoutCompany"
    FROM (
      SELECT
        nullif(${csm ? storedSql(csm) : sql`NULL::text`}, '') AS csm,
        coalesce(goal.status_meaning, 'unknown') AS meaning,
        coalesce(goal.status_meaning IN ('planned', 'on track', 'at risk'), false) AS is_open,
        CASE
          WHEN goal.status_meaning NOT IN ('planned', 'on track', 'at risk') OR goal.status_meaning IS NULL THEN NULL
          WHEN goal.due_date IS NULL THEN 'none'
          WHEN goal.due_date < ${context.today}::date THEN 'overdue'
          WHEN goal.due_date > ${horizon}::date THEN 'later'
          ELSE goal.due_date::text
        END AS due,
        CASE
          WHEN goal.created_date >= ${fromMs}::bigint AND goal.created_date < ${fromMs + weeksBack * weekMs}::bigint
          THEN (goal.created_date - ${fromMs}::bigint) / ${weekMs}::bigint
        END AS week,
        cardinality(goal.cta_ids) AS ctas, cardinality(goal.sp_ids) AS plans,
        nullif(goal.company_name, '') AS company
      FROM goal WHERE ${conditionOf(filter, context)}
    ) AS seen
    GROUP BY GROUPING SETS ((csm, meaning), (due, meaning), (week))`.execute(db)

  const csms = rows.filter(({ part }) => part === parts.csms)
  const sumOf = (key: 'goals' | 'unlinked' | 'withoutCsm' | 'withoutCompany') =>
    csms.reduce((sum, row) => sum + row[key], 0)
  return {
    csms,
    due: rows.flatMap(({ part, due, ...row }) => (part === parts.due && due !== null ? [{ ...row, when: due }] : [])),
    created: rows.flatMap(({ part, week, goals }) =>
      part === parts.weeks && week !== null ? [{ week: addDays(from, 7 * week), goals }] : [],
    ),
    total: sumOf('goals'),
    unlinked: sumOf('unlinked'),
    withoutCsm: sumOf('withoutCsm'),
    withoutCompany: sumOf('withoutCompany'),
  }
}

/** How many goals of a filter moved later, and were achieved, in each week from one on. */
export async function countTurns(
  { db }: Database,
  filter: FilterTree | null,
  context: QueryContext,
  { from }: Pick<Span, 'from'>,
): Promise<{ kind: 'later' | 'achieved'; week: string; goals: number }[]> {
  const { rows } = await sql<{ kind: 'later' | 'achieved'; week: string; goals: number }>`
    SELECT turn.kind, turn.week, count(*) AS goals
    FROM goal_turn AS turn JOIN goal ON goal.gsid = turn.gsid
    WHERE turn.week >= ${from} AND ${conditionOf(filter, context)}
    GROUP BY turn.kind, turn.week`.execute(db)
  return rows
}
