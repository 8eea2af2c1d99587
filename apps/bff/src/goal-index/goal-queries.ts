import type { GoalGroup, GoalGroupsQuery } from '@goalkeeper/contract/goal-groups'
import type { FacetBucket, GoalPage, GoalQuery, GoalRow } from '@goalkeeper/contract/goals'
import { undecidedBy } from '@goalkeeper/filter/undecided'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { AppError } from '../http/app-error.ts'
import { bucketsOf, countByValue } from './facets.ts'
import { readGroupedWindow } from './grouped-window.ts'
import type { Groups } from './groups.ts'
import type { PlainRow } from './goal-rows.ts'
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
  pending: PendingWrites
  groups: Groups
  remembered: Remembered
  ownIndexes: Pick<OwnIndexes, 'note'>
  today: () => string
  agreedAt: () => number | null
  isComplete: () => boolean
}

/** A filter, and who is meant by `@me` in it. */
type Asked = Pick<GoalQuery, 'search' | 'today'> & { filter: FilterTree | null; sight: Sight }

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
  const { database, catalogue, pending, groups, remembered, ownIndexes, today, agreedAt, isComplete } = parts

  const check = async (asked: GoalQuery, sight: Sight): Promise<CheckedQuery> => {
    const search = await remembered.answer(['search', asked.search], () => readSearch(database, asked.search))
    return checkQuery(asked, await catalogue.fields(), { sight, today: today(), search })
  }

  const readPlainRows = async ({ group, ...query }: CheckedQuery, total: Promise<number>): Promise<PlainRow[]> => {
    if (!group || query.limit === 0) return readWindow(database, { ...query, group }, () => total)
    const grouped = { ...query, group }
    return readGroupedWindow(database, grouped, await groups.inOrder(grouped))
  }

  const readRows = async (query: CheckedQuery, total: Promise<number>): Promise<GoalRow[]> => {
    const rows = await readPlainRows(query, total)
    const places = await readFoundPlaces(
      database,
      rows.map(({ gsid }) => gsid),
      query.context,
    )
    return rows.map((row) => ({
      ...row,
      write: pending.of(row.gsid),
      ...(places && { found: places.get(row.gsid) ?? [] }),
    }))
  }

  const readTotal = ({ filter, context }: CheckedQuery) =>
    remembered.answer(['total', filter, ...setOf(context)], () => countGoals(database, filter, context))

  const readUndecided = async ({ filter, context }: CheckedQuery) => {
    const undecided = filter && undecidedBy(filter)
    if (!undecided) return 0
    return remembered.answer(['undecided', filter, ...setOf(context)], () => countGoals(database, undecided, context))
  }

  /** One after the other, so that a list that is asked for meanwhile waits for one of them at most. */
  const readFacets = async ({ facets, filter, context }: CheckedQuery) => {
    const counted: Record<string, FacetBucket[]> = {}
    for (const field of facets) {
      const counts = await remembered.answer(['facet', field.name, filter, ...setOf(context)], () =>
        countByValue(database, field, filter, context),
      )
      counted[field.name] = await bucketsOf(field, counts, catalogue)
    }
    return counted
  }

  /** Null: it names a field that is gone, or somebody whom Gainsight does not know. */
  async function readCount({ sight, ...asked }: Asked): Promise<number | null> {
    try {
      return await readTotal(await check({ ...asked, limit: 0 }, sight))
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
      const query = await check(asked, sight)
      const counting = readTotal(query)
      const [rows, total] = await Promise.all([readRows(query, counting), counting])
      const undecided = await readUndecided(query)
      const facets = await readFacets(query)
      ownIndexes.note(query)
      return { rows, total, exact: isComplete(), undecided, facets, asOf: agreedAt() }
    },
  }
}

/** What besides a filter decides which goals are counted. */
const setOf = ({ today, within, search }: QueryContext) => [today, within, search?.text]
