import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { groupSql } from './field-sql.ts'
import type { CountedGroup } from './groups.ts'
import type { PlainRow } from './goal-rows.ts'
import { conditionOf, readWindow } from './query.ts'
import type { CheckedQuery, Sorting } from './query-input.ts'

type GroupedQuery = CheckedQuery & { group: Sorting }

/**
 * A window of goals that stand group by group. Only the groups that the window touches are read, so that it costs what they do
 * and not what all the goals before it would.
 */
export async function readGroupedWindow(
  database: Database,
  query: GroupedQuery,
  groups: readonly CountedGroup[],
): Promise<PlainRow[]> {
  const { filter, context, group, offset, limit } = query
  const end = offset + limit
  const touched: CountedGroup[] = []
  let [before, skipped] = [0, 0]
  for (const each of groups) {
    if (before + each.count <= offset) skipped += each.count
    else if (before < end) touched.push(each)
    before += each.count
  }
  if (touched.length === 0) return []

  const value = groupSql(group.field, context)
  const values = touched.flatMap((each) => each.value ?? [])
  const hasEmpty = touched.some((each) => each.value === null)
  const isOf = sql<boolean>`${value} = ANY (${values}::text[])`
  const isEmpty = sql<boolean>`(${value}) IS NULL OR (${value}) = ''`
  const isTouched = !hasEmpty ? isOf : values.length === 0 ? isEmpty : sql<boolean>`(${isOf} OR ${isEmpty})`
  const passing: RawBuilder<boolean> = sql<boolean>`${conditionOf(filter, context)} AND (${isTouched})`
  const place = touched.length > 1 ? placeOfGroup(touched, value) : null
  const size = touched.reduce((sum, each) => sum + each.count, 0)
  return readWindow(database, { ...query, offset: offset - skipped }, async () => size, { passing, place })
}

/** What goals are sorted by to stand in these groups; `value` is what they are grouped by. Those without a value come last. */
export function placeOfGroup(groups: readonly CountedGroup[], value: RawBuilder<unknown>): RawBuilder<unknown> {
  const values = groups.flatMap((group) => group.value ?? [])
  return sql`array_position(${values}::text[], ${value}) NULLS LAST`
}
