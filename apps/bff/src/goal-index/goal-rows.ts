import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue, GoalRow } from '@goalkeeper/contract/goals'
import type { FilterContext } from '@goalkeeper/filter/evaluate'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { valuesSql } from './field-sql.ts'

/** A goal as lists show it, but for its writes. */
export type PlainRow = Omit<GoalRow, 'write'>

type Record = { gsid: string; CTA: string[]; SP: string[]; values: FieldValue[] }

/** What is read of a goal for its row. */
export const rowSql = (select: readonly Field[], context: FilterContext) =>
  sql`goal.gsid, goal.cta_ids AS "CTA", goal.sp_ids AS "SP", ${valuesSql(select, context)} AS values`

/** Runs a statement that reads rows by `rowSql`. */
export async function readRows(
  { db }: Database,
  statement: RawBuilder<unknown>,
  select: readonly Field[],
): Promise<PlainRow[]> {
  // The statement has the columns of `rowSql`.
  const { rows } = await (statement as RawBuilder<Record>).execute(db)
  return rows.map(({ gsid, CTA, SP, values: held }) => ({
    gsid,
    fields: Object.fromEntries(select.map(({ name }, index) => [name, held[index] ?? null])),
    CTA,
    SP,
  }))
}

/** Goals with the selected fields, in the order of their Gsids; those that are not in the index are left out. */
export async function readGoalRows(
  database: Database,
  gsids: readonly string[],
  select: readonly Field[],
  context: FilterContext,
): Promise<PlainRow[]> {
  if (gsids.length === 0) return []
  const statement = sql`
    SELECT ${rowSql(select, context)}
    FROM unnest(${gsids}::text[]) WITH ORDINALITY AS wanted (gsid, place) JOIN goal ON goal.gsid = wanted.gsid
    ORDER BY wanted.place`
  return readRows(database, statement, select)
}
