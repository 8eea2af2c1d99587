import type { ActivityFilter } from '@goalkeeper/contract/activity'
import { type RawBuilder, sql } from 'kysely'
import type { Place } from './source.ts'

/** The condition that an entry lies in the time of a filter and after a place; by columns, as an index on both has them. */
export function inSpan(
  [at, id]: [RawBuilder<unknown>, RawBuilder<unknown>],
  { since, until }: Pick<ActivityFilter, 'since' | 'until'>,
  after: Place | null,
): RawBuilder<boolean> {
  const conditions = [
    ...(since !== undefined ? [sql`${at} >= ${since}`] : []),
    ...(until !== undefined ? [sql`${at} < ${until}`] : []),
    ...(after ? [after.id === null ? sql`${at} < ${after.at}` : sql`(${at}, ${id}) < (${after.at}, ${after.id})`] : []),
  ]
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` AND `)})` : sql`true`
}
