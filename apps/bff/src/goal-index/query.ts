import type { FilterContext } from '@goalkeeper/filter/evaluate'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { sortSql } from './field-sql.ts'
import { filterSql } from './filter-sql.ts'
import { type PlainRow, readGoalRows, readRows, rowSql } from './goal-rows.ts'
import type { CheckedQuery, Sorting } from './query-input.ts'
import type { ReadSearch } from './search-reading.ts'
import { bestFirstSql, foundSql } from './search-sql.ts'

/** What a query is run over: besides the fields and the day, the goals that whoever asks sees, and those that a search finds (null: all). */
export type QueryContext = FilterContext & { within: FilterTree | null; search: ReadSearch | null }

/** From here on it is worth knowing how many goals there are, for the window may be nearer to the end than to the beginning. */
const farDown = 2_000

/**
 * A window of the goals that pass a filter, of which there are `total`. Empty values come last, and equal ones in the order of their Gsids.
 * What a search found comes best first, unless it is to be sorted.
 */
export async function readWindow(
  database: Database,
  query: CheckedQuery,
  total: () => Promise<number>,
): Promise<PlainRow[]> {
  const { filter, sort, offset, limit, context } = query
  const [first] = sort
  const passing = conditionOf(filter, context)
  if (limit === 0) return []
  if (!first && context.search) {
    return readGoalRows(database, await readBest(database, query, context.search), query.select, context)
  }
  if (first?.direction === 'desc') return readDescending(database, passing, first, query)
  if (offset < farDown) return readPart(database, passing, query)

  const all = await total()
  const size = Math.min(limit, all - offset)
  if (size <= 0 || offset < all / 2) return readPart(database, passing, query)
  const fromTheEnd = { ...query, offset: all - offset - size, limit: size }
  return (await readPart(database, passing, fromTheEnd, 'backwards')).toReversed()
}

async function readDescending(
  database: Database,
  passing: RawBuilder<boolean>,
  { field }: Sorting,
  query: CheckedQuery,
): Promise<PlainRow[]> {
  const { offset, limit, context } = query
  // An index read backwards begins with the empty ones. Told that there are none, it serves; and they follow behind.
  const key = sortSql(field, context)
  const filled = sql<boolean>`${passing} AND ${key} IS NOT NULL`
  const rows = await readPart(database, filled, query)
  if (rows.length === limit) return rows
  const before = rows.length > 0 ? offset + rows.length : await count(database, filled)
  const empty = sql<boolean>`${passing} AND ${key} IS NULL`
  const rest = { ...query, offset: Math.max(0, offset - before), limit: limit - rows.length }
  return [...rows, ...(await readPart(database, empty, rest))]
}

/** One statement: a round trip costs an embedded store more than a small question. */
function readPart(
  database: Database,
  condition: RawBuilder<boolean>,
  { select, sort, offset, limit, context }: CheckedQuery,
  way: 'forwards' | 'backwards' = 'forwards',
): Promise<PlainRow[]> {
  const row = rowSql(select, context)
  const window = sql`ORDER BY ${orderSql(sort, context, way)} LIMIT ${limit} OFFSET ${offset}`
  // Where many goals are sorted to be passed over, only their Gsids are taken through the sorting.
  const statement =
    offset < farDown
      ? sql`SELECT ${row} FROM goal WHERE ${condition} ${window}`
      : sql`
        SELECT ${row} FROM (
          SELECT found.gsid, row_number() OVER () AS place
          FROM (SELECT goal.gsid FROM goal WHERE ${condition} ${window}) AS found
        ) AS wanted JOIN goal ON goal.gsid = wanted.gsid
        ORDER BY wanted.place`
  return readRows(database, statement, select)
}

function orderSql(sort: readonly Sorting[], context: QueryContext, way: 'forwards' | 'backwards'): RawBuilder<unknown> {
  const keys = sort.map(({ field, direction }, index) => {
    const key = sortSql(field, context)
    if (way === 'backwards') return direction === 'asc' ? sql`${key} DESC NULLS FIRST` : sql`${key} ASC NULLS FIRST`
    if (direction === 'asc') return sql`${key} ASC NULLS LAST`
    return index === 0 ? sql`${key} DESC` : sql`${key} DESC NULLS LAST`
  })
  return sql.join([...keys, way === 'backwards' ? sql`goal.gsid DESC` : sql`goal.gsid`])
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
