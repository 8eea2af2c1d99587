import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue, GoalQuery } from '@goalkeeper/contract/goals'
import { undecidedBy } from '@goalkeeper/filter/undecided'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { groupSql, sortSql, valuesSql } from './field-sql.ts'
import { placeOfGroup } from './grouped-window.ts'
import type { Groups } from './groups.ts'
import type { GoalRecord } from './goal-record.ts'
import { type GoalRow, recordOf } from './goal-row.ts'
import { conditionOf, countGoals, type QueryContext } from './query.ts'
import { type CheckedQuery, checkQuery } from './query-input.ts'
import { readSearch } from './search-reading.ts'
import { bestFirstSql } from './search-sql.ts'
import type { GoalIndexNeeds } from './needs.ts'
import type { Sight } from './sight.ts'

/** Which goals are to stand still: some by their Gsids, or those of a filter but for a few; and in which order. */
export type Freezing = Pick<GoalQuery, 'group' | 'sort' | 'today'> &
  ({ gsids: string[] } | (Pick<GoalQuery, 'filter' | 'search'> & { except: string[] }))

/** A goal with the asked fields, and as the tenant holds it: both read at one moment. */
export type FrozenGoal = { fields: Record<string, FieldValue>; version: GoalRecord }

/** A list of goals that stands still, whatever becomes of the goals. */
export type FrozenGoals = {
  gsids: readonly string[]
  /** False while the index is not known to hold every goal. */
  exact: boolean
  /** When the index was last known to agree with the tenant. */
  asOf: number | null
  /** Goals of which nobody can tell whether the filter lets them through: they are not in the list. */
  undecided: number
  /** Some of these goals as they are now, in their order. Those that have left, or that are not to be seen any more, are left out. */
  read: (gsids: readonly string[], fields: readonly Field[]) => Promise<FrozenGoal[]>
}

export type FreezeParts = Pick<GoalIndexNeeds, 'database' | 'catalogue'> & {
  groups: Groups
  today: () => string
  agreedAt: () => number | null
  isComplete: () => boolean
}

/**
 * Lists the Gsids of goals in one statement, so that the list is of one moment. Nothing is held between it and the reading of
 * the goals, for the embedded store has one connection. Throws an AppError (`invalid`) that names what makes no sense.
 */
export async function freezeGoals(
  { database, catalogue, groups, today, agreedAt, isComplete }: FreezeParts,
  asked: Freezing,
  sight: Sight,
): Promise<FrozenGoals> {
  const filter = 'filter' in asked ? asked.filter : null
  const question: GoalQuery = { filter, group: asked.group, sort: asked.sort, today: asked.today, limit: 0 }
  const search = await readSearch(database, 'filter' in asked ? asked.search : undefined)
  const query = checkQuery(question, await catalogue.fields(), { sight, today: today(), search })
  const [asOf, exact] = [agreedAt(), isComplete()]
  return {
    gsids: await readGsids(database, query, asked, groups),
    exact,
    asOf,
    undecided: await countUndecided(database, query),
    read: (gsids, fields) => readGoals(database, gsids, fields, query.context),
  }
}

async function countUndecided(database: Database, { filter, context }: CheckedQuery): Promise<number> {
  const undecided = filter && undecidedBy(filter)
  return undecided ? countGoals(database, undecided, context) : 0
}

async function readGsids({ db }: Database, query: CheckedQuery, asked: Freezing, groups: Groups): Promise<string[]> {
  const { filter, group, sort, context } = query
  const chosen =
    'gsids' in asked
      ? sql<boolean>`goal.gsid = ANY (${asked.gsids}::text[])`
      : sql<boolean>`goal.gsid <> ALL (${asked.except}::text[])`
  const keys = sort.map(({ field, direction }) => {
    const key = sortSql(field, context)
    return direction === 'asc' ? sql`${key} ASC NULLS LAST` : sql`${key} DESC NULLS LAST`
  })
  if (group) {
    const inOrder = await groups.inOrder({ ...query, group })
    keys.unshift(placeOfGroup(inOrder, groupSql(group.field, context)))
  }
  const { search } = context
  const best = keys.length === 0 && search ? bestFirstSql(search) : null
  const { rows } = await sql<{ gsid: string }>`
    SELECT goal.gsid FROM goal ${best ? sql`JOIN goal_search USING (gsid)` : sql``}
    WHERE ${chosen} AND ${conditionOf(filter, context)}
    ORDER BY ${best ?? sql.join([...keys, sql`goal.gsid`])}`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

async function readGoals(
  { db }: Database,
  gsids: readonly string[],
  fields: readonly Field[],
  context: QueryContext,
): Promise<FrozenGoal[]> {
  if (gsids.length === 0) return []
  const { rows } = await sql<GoalRow & { held: FieldValue[] }>`
    SELECT goal.*, ${valuesSql(fields, context)} AS held
    FROM unnest(${gsids}::text[]) WITH ORDINALITY AS wanted (gsid, place) JOIN goal ON goal.gsid = wanted.gsid
    WHERE ${conditionOf(null, { ...context, search: null })}
    ORDER BY wanted.place`.execute(db)
  return rows.map(({ held, ...row }) => ({
    fields: Object.fromEntries(fields.map(({ name }, index) => [name, held[index] ?? null])),
    version: recordOf(row),
  }))
}
