import type { GoalGroup, GoalGroupsQuery } from '@goalkeeper/contract/goal-groups'
import type { FacetBucket, GoalPage, GoalQuery, GoalRow } from '@goalkeeper/contract/goals'
import { withoutField } from '@goalkeeper/filter/parts'
import { undecidedBy } from '@goalkeeper/filter/undecided'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { AppError } from '../http/app-error.ts'
import { bucketsOf, countByValue } from './facets.ts'
import { readGroupedWindow } from './grouped-window.ts'
import type { Groups } from './groups.ts'
import { type PlainRow, readGoalRows } from './goal-rows.ts'
import type { Answers } from './in-memory/answers.ts'
import type { GoalsInMemory } from './in-memory/goals-in-memory.ts'
import type { Labels } from './labels.ts'
import type { GoalIndexNeeds } from './needs.ts'
import type { OwnIndexes } from './own-indexes.ts'
import type { PendingWrites } from './pending-writes.ts'
import { countGoals, type QueryContext, readMatching, readWindow } from './query.ts'
import { type CheckedQuery, checkQuery } from './query-input.ts'
import type { Remembered } from './remembered.ts'
import { readFoundPlaces } from './search-places.ts'
import { readSearch } from './search-reading.ts'
import type { Sight } from './sight.ts'

type Parts = Pick<GoalIndexNeeds, 'database' | 'catalogue'> & {
  labels: Labels
  pending: PendingWrites
  groups: Groups
  remembered: Remembered
  inMemory: Pick<GoalsInMemory, 'now' | 'note'>
  ownIndexes: Pick<OwnIndexes, 'note'>
  today: () => string
  agreedAt: () => number | null
  isComplete: () => boolean
}

/** A filter, and who is meant by `@me` in it. */
type Asked = Pick<GoalQuery, 'search' | 'today'> & { filter: FilterTree | null; sight: Sight }

/** A query that makes sense, and what memory has for it. */
type Taken = { query: CheckedQuery; held: Answers | null }

/** Answers queries from the index alone. */
export type GoalQueries = {
  /** How many goals each of some filters selects; null for one that cannot be run. One after the other, so that no list waits for all of them. */
  counts: (filters: Asked[]) => Promise<{ counts: (number | null)[]; exact: boolean }>
  query: (asked: GoalQuery, sight: Sight) => Promise<GoalPage>
  /** The groups of a filter's goals by a field, in their order. */
  groups: (asked: GoalGroupsQuery, sight: Sight) => Promise<{ groups: GoalGroup[]; total: number }>
  /** Gsids of at most `limit` goals that a filter selects. Throws an AppError (`invalid`) that names what makes no sense. */
  matching: (asked: Pick<GoalQuery, 'filter' | 'search' | 'today'>, sight: Sight, limit: number) => Promise<string[]>
}

export function createGoalQueries(parts: Parts): GoalQueries {
  const {
    database,
    catalogue,
    labels,
    pending,
    groups,
    remembered,
    inMemory,
    ownIndexes,
    today,
    agreedAt,
    isComplete,
  } = parts

  const check = async (asked: GoalQuery, sight: Sight): Promise<CheckedQuery> => {
    const search = await remembered.answer(['search', asked.search], () => readSearch(database, asked.search))
    return checkQuery(asked, await catalogue.fields(), { sight, today: today(), search })
  }

  /** A query, and what can be answered of it from memory. */
  const take = async (asked: GoalQuery, sight: Sight) => {
    const query = await check(asked, sight)
    return { query, held: await inMemory.now(query.context) }
  }

  const readPlainRows = async (
    { query: { group, ...query }, held }: Taken,
    total: Promise<number>,
  ): Promise<PlainRow[]> => {
    const window = group || query.limit === 0 ? null : held?.window(query)
    if (window) return readGoalRows(database, window, query.select, query.context)
    if (!group || query.limit === 0) return readWindow(database, { ...query, group }, () => total)
    const grouped = { ...query, group }
    return readGroupedWindow(database, grouped, await groups.inOrder(grouped))
  }

  const readRows = async (taken: Taken, total: Promise<number>): Promise<GoalRow[]> => {
    const rows = await readPlainRows(taken, total)
    const places = await readFoundPlaces(
      database,
      rows.map(({ gsid }) => gsid),
      taken.query.context,
    )
    return rows.map((row) => ({
      ...row,
      write: pending.of(row.gsid),
      ...(places && { found: places.get(row.gsid) ?? [] }),
    }))
  }

  const readCountOf = async (filter: FilterTree | null, { query: { context }, held }: Taken) =>
    held?.total(filter) ??
    remembered.answer(['total', filter, ...setOf(context)], () => countGoals(database, filter, context))

  const readTotal = (taken: Taken) => readCountOf(taken.query.filter, taken)

  const readUndecided = async (taken: Taken) => {
    const undecided = taken.query.filter && undecidedBy(taken.query.filter)
    return undecided ? readCountOf(undecided, taken) : 0
  }

  /** One after the other, so that a list that is asked for meanwhile waits for one of them at most. */
  const readFacets = async ({ query: { facets, filter, context }, held }: Taken) => {
    const counted: Record<string, FacetBucket[]> = {}
    for (const field of facets) {
      const others = withoutField(filter, field.name)
      const counts =
        held?.countByValue(field, others) ??
        (await remembered.answer(['facet', field.name, others, ...setOf(context)], () =>
          countByValue(database, field, others, context),
        ))
      counted[field.name] = await bucketsOf(field, counts, labels)
    }
    return counted
  }

  /** Null: it names a field that is gone, or somebody whom Gainsight does not know. */
  async function readCount({ sight, ...asked }: Asked): Promise<number | null> {
    try {
      const taken = await take({ ...asked, limit: 0 }, sight)
      const total = await readTotal(taken)
      inMemory.note(taken.query)
      return total
    } catch (error) {
      if (error instanceof AppError && error.code === 'invalid') return null
      throw error
    }
  }

  return {
    async counts(filters) {
      const counts: (number | null)[] = []
      for (const asked of filters) counts.push(await readCount(asked))
      return { counts, exact: isComplete() }
    },

    async matching(asked, sight, limit) {
      const query = await check({ ...asked, limit: 0 }, sight)
      return readMatching(database, query, limit)
    },

    async groups(asked, sight) {
      const { group, ...query } = await check({ ...asked, limit: 0 }, sight)
      if (!group) throw new Error('A query for groups was checked without its group')
      const found = await groups.shown({ ...query, group })
      return { groups: found, total: found.reduce((sum, { count }) => sum + count, 0) }
    },

    async query(asked, sight) {
      const taken = await take(asked, sight)
      const counting = readTotal(taken)
      const [rows, total] = await Promise.all([readRows(taken, counting), counting])
      const undecided = await readUndecided(taken)
      const facets = await readFacets(taken)
      ownIndexes.note(taken.query)
      inMemory.note(taken.query)
      return { rows, total, exact: isComplete(), undecided, facets, asOf: agreedAt() }
    },
  }
}

/** What besides a filter decides which goals are counted. */
const setOf = ({ today, within, search }: QueryContext) => [today, within, search?.text]
