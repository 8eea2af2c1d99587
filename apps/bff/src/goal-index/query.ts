import type { FilterContext } from '@goalkeeper/filter/evaluate'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { sortSql } from './field-sql.ts'
import { filterSql } from './filter-sql.ts'
import type { CheckedQuery } from './query-input.ts'

/** What a query is run over: besides the fields and the day, the goals that whoever asks sees (null: all). */
export type QueryContext = FilterContext & { within: FilterTree | null }

/** Which goals a window is of, and what they are sorted by above all keys; null: by nothing else. */
type Part = { passing: RawBuilder<boolean>; place: RawBuilder<unknown> | null }

/** The Gsids of a window of the goals that pass a filter. Empty values come last, and equal ones in the order of their Gsids. */
export async function readWindow(
  database: Database,
  query: CheckedQuery,
  part: Part = { passing: conditionOf(query.filter, query.context), place: null },
): Promise<string[]> {
  const { sort, offset, limit, context } = query
  const [first] = sort
  if (limit === 0) return []
  if (first?.direction !== 'desc' || part.place) return readGsids(database, part, query)

  // An index read backwards begins with the empty ones. Told that there are none, it serves; and they follow behind.
  const key = sortSql(first.field, context)
  const filled = sql<boolean>`${part.passing} AND ${key} IS NOT NULL`
  const gsids = await readGsids(database, { passing: filled, place: null }, query)
  if (gsids.length === limit) return gsids
  const before = gsids.length > 0 ? offset + gsids.length : await count(database, filled)
  const empty = sql<boolean>`${part.passing} AND ${key} IS NULL`
  const rest = { ...query, offset: Math.max(0, offset - before), limit: limit - gsids.length }
  return [...gsids, ...(await readGsids(database, { passing: empty, place: null }, rest))]
}

async function readGsids({ db }: Database, { passing, place }: Part, query: CheckedQuery): Promise<string[]> {
  const keys = query.sort.map(({ field, direction }, index) => {
    const key = sortSql(field, query.context)
    if (direction === 'asc') return sql`${key} ASC NULLS LAST`
    // In a part that holds no empty ones, or only these.
    return index === 0 && !place ? sql`${key} DESC` : sql`${key} DESC NULLS LAST`
  })
  const { rows } = await sql<{ gsid: string }>`
    SELECT goal.gsid FROM goal WHERE ${passing}
    ORDER BY ${sql.join([...(place ? [place] : []), ...keys, sql`goal.gsid`])}
    LIMIT ${query.limit} OFFSET ${query.offset}`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

/** The Gsids of at most so many goals that pass a filter, company by company. */
export async function readMatching(
  { db }: Database,
  { filter, context }: Pick<CheckedQuery, 'filter' | 'context'>,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ gsid: string }>`
    SELECT goal.gsid FROM goal WHERE ${conditionOf(filter, context)}
    ORDER BY goal.company_name, goal.name, goal.gsid LIMIT ${limit}`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

/** How many goals pass a filter. */
export function countGoals(database: Database, filter: FilterTree | null, context: QueryContext): Promise<number> {
  return count(database, conditionOf(filter, context))
}

async function count({ db }: Database, condition: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ total: number }>`SELECT count(*) AS total FROM goal WHERE ${condition}`.execute(db)
  return rows[0]?.total ?? 0
}

/** The goals that pass a filter, of those that are seen. */
export function conditionOf(filter: FilterTree | null, context: QueryContext): RawBuilder<boolean> {
  const { within } = context
  const passing = filter ? filterSql(filter, context) : sql<boolean>`true`
  return within ? sql<boolean>`(${filterSql(within, context)}) AND ${passing}` : passing
}
