import type { FilterContext } from '@goalkeeper/filter/evaluate'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { sortSql } from './field-sql.ts'
import { filterSql } from './filter-sql.ts'
import type { CheckedQuery } from './query-input.ts'

/** The Gsids of a window of the goals that pass a filter. Empty values come last, and equal ones in the order of their Gsids. */
export async function readWindow({ db }: Database, query: CheckedQuery): Promise<string[]> {
  const { filter, sort, offset, limit, context } = query
  if (limit === 0) return []
  const keys = sort.map(({ field, direction }) => {
    const key = sortSql(field, context)
    return direction === 'asc' ? sql`${key} ASC NULLS LAST` : sql`${key} DESC NULLS LAST`
  })
  const { rows } = await sql<{ gsid: string }>`
    SELECT goal.gsid FROM goal WHERE ${conditionOf(filter, context)}
    ORDER BY ${sql.join([...keys, sql`goal.gsid`])} LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

/** How many goals pass a filter. */
export async function countGoals({ db }: Database, filter: FilterTree | null, context: FilterContext): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM goal WHERE ${conditionOf(filter, context)}`.execute(db)
  return rows[0]?.total ?? 0
}

export function conditionOf(filter: FilterTree | null, context: FilterContext): RawBuilder<boolean> {
  return filter ? filterSql(filter, context) : sql`true`
}
