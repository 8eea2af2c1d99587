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

/** Which goals a window is of, and what they are sorted by above all keys; null: by nothing else. */
export type Part = { passing: RawBuilder<boolean>; place: RawBuilder<unknown> | null }

/**
 * A window of the goals that pass a filter, or of a part of them; there are `total` of them. Empty values come last, and equal ones in the
 * order of their Gsids. What a search found comes best first, unless it is to be sorted or is a part.
 */
export async function readWindow(
  database: Database,
  query: CheckedQuery,
  total: () => Promise<number>,
  only: Part | null = null,
): Promise<PlainRow[]> {
  const { filter, sort, offset, limit, context } = query
  const [first] = sort
  if (limit === 0) return []
  if (!first && context.search && !only) {
    return readGoalRows(database, await readBest(database, query, context.search), query.select, context)
  }
  const part = only ?? { passing: conditionOf(filter, context), place: null }
  if (part.place) return readPart(database, part, query)
  if (first?.direction === 'desc') return readDescending(database, part.passing, first, query)
  if (offset < farDown) return readPart(database, part, query)

  const all = await total()
  const size = Math.min(limit, all - offset)
  if (size <= 0 || offset < all / 2) return readPart(database, part, query)
  const fromTheEnd = { ...query, offset: all - offset - size, limit: size }
  return (await readPart(database, part, fromTheEnd, 'backwards')).toReversed()
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
  const rows = await readPart(database, { passing: filled, place: null }, query)
  if (rows.length === limit) return rows
  const before = rows.length > 0 ? offset + rows.length : await count(database, filled)
  const empty = sql<boolean>`${passing} AND ${key} IS NULL`
  const rest = { ...query, offset: Math.max(0, offset - before), limit: limit - rows.length }
  return [...rows, ...(await readPart(database, { passing: empty, place: null }, rest))]
}

/**
 * In one statement, for a round trip costs an embedded store more than a small question. Only Gsids are taken through the sorting: else the
 * values of every goal that passes are put together, to be thrown away for all but those of the window.
 */
function readPart(
  database: Database,
  { passing, place }: Part,
  { select, sort, offset, limit, context }: CheckedQuery,
  way: 'forwards' | 'backwards' = 'forwards',
): Promise<PlainRow[]> {
  const statement = sql`
    SELECT ${rowSql(select, context)} FROM (
      SELECT found.gsid, row_number() OVER () AS place FROM (
        SELECT goal.gsid FROM goal WHERE ${passing}
        ORDER BY ${orderSql(place, sort, context, way)} LIMIT ${limit} OFFSET ${offset}
      ) AS found
    ) AS wanted JOIN goal ON goal.gsid = wanted.gsid
    ORDER BY wanted.place`
  return readRows(database, statement, select)
}

function orderSql(
  place: Part['place'],
  sort: readonly Sorting[],
  context: QueryContext,
  way: 'forwards' | 'backwards',
): RawBuilder<unknown> {
  const keys = sort.map(({ field, direction }, index) => {
    const key = sortSql(field, context)
    if (way === 'backwards') return direction === 'asc' ? sql`${key} DESC NULLS FIRST` : sql`${key} ASC NULLS FIRST`
    if (direction === 'asc') return sql`${key} ASC NULLS LAST`
    // In a part that holds no empty ones, or only these.
    return index === 0 && !place ? sql`${key} DESC` : sql`${key} DESC NULLS LAST`
  })
  return sql.join([...(place ? [place] : []), ...keys, way === 'backwards' ? sql`goal.gsid DESC` : sql`goal.gsid`])
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
