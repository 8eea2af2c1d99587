import type { FilterContext } from '@goalkeeper/filter/evaluate'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { sortSql } from './field-sql.ts'
import { filterSql } from './filter-sql.ts'
import type { CheckedQuery } from './query-input.ts'
import type { ReadSearch } from './search-reading.ts'
import { bestFirstSql, foundSql } from './search-sql.ts'

/** What a query is run over: besides the fields and the day, the goals that whoever asks sees, and those that a search finds (null: all). */
export type QueryContext = FilterContext & { within: FilterTree | null; search: ReadSearch | null }

/**
 * The Gsids of a window of the goals that pass a filter. Empty values come last, and equal ones in the order of their Gsids.
 * What a search found comes best first, unless it is to be sorted.
 */
export async function readWindow(database: Database, query: CheckedQuery): Promise<string[]> {
  const { filter, sort, offset, limit, context } = query
  const [first] = sort
  if (limit === 0) return []
  if (!first && context.search) return readBest(database, query, context.search)
  if (first?.direction !== 'desc') return readGsids(database, conditionOf(filter, context), query)

  // An index read backwards begins with the empty ones. Told that there are none, it serves; and they follow behind.
  const key = sortSql(first.field, context)
  const filled = sql<boolean>`${conditionOf(filter, context)} AND ${key} IS NOT NULL`
  const gsids = await readGsids(database, filled, query)
  if (gsids.length === limit) return gsids
  const before = gsids.length > 0 ? offset + gsids.length : await count(database, filled)
  const empty = sql<boolean>`${conditionOf(filter, context)} AND ${key} IS NULL`
  const rest = { ...query, offset: Math.max(0, offset - before), limit: limit - gsids.length }
  return [...gsids, ...(await readGsids(database, empty, rest))]
}

async function readGsids({ db }: Database, condition: RawBuilder<boolean>, query: CheckedQuery): Promise<string[]> {
  const keys = query.sort.map(({ field, direction }, index) => {
    const key = sortSql(field, query.context)
    if (direction === 'asc') return sql`${key} ASC NULLS LAST`
    return index === 0 ? sql`${key} DESC` : sql`${key} DESC NULLS LAST`
  })
  const { rows } = await sql<{ gsid: string }>`
    SELECT goal.gsid FROM goal WHERE ${condition}
    ORDER BY ${sql.join([...keys, sql`goal.gsid`])} LIMIT ${query.limit} OFFSET ${query.offset}`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

async function readBest({ db }: Database, query: CheckedQuery, search: ReadSearch): Promise<string[]> {
  const { filter, offset, limit, context } = query
  const passing = conditionOf(filter, { ...context, search: null })
  const isNarrowed = filter !== null || context.within !== null
  const { rows } = await sql<{ gsid: string }>`
    SELECT goal_search.gsid FROM goal_search ${isNarrowed ? sql`JOIN goal USING (gsid)` : sql``}
    WHERE ${foundSql(search)} ${isNarrowed ? sql`AND ${passing}` : sql``}
    ORDER BY ${bestFirstSql(search)} LIMIT ${limit} OFFSET ${offset}`.execute(db)
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
export async function countGoals(
  database: Database,
  filter: FilterTree | null,
  context: QueryContext,
): Promise<number> {
  const { search, within } = context
  if (!search || filter || within) return count(database, conditionOf(filter, context))
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM goal_search WHERE ${foundSql(search)}`.execute(database.db)
  return rows[0]?.total ?? 0
}

async function count({ db }: Database, condition: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ total: number }>`SELECT count(*) AS total FROM goal WHERE ${condition}`.execute(db)
  return rows[0]?.total ?? 0
}

/** The goals that pass a filter, of those that are seen and found. */
export function conditionOf(filter: FilterTree | null, context: QueryContext): RawBuilder<boolean> {
  const { within, search } = context
  const passing = filter ? filterSql(filter, context) : sql<boolean>`true`
  const seen = within ? sql<boolean>`(${filterSql(within, context)}) AND ${passing}` : passing
  if (!search) return seen
  return sql<boolean>`goal.gsid IN (SELECT goal_search.gsid FROM goal_search WHERE ${foundSql(search)}) AND ${seen}`
}
