import type { FacetBucket, GoalPage, GoalQuery, GoalRow } from '@goalkeeper/contract/goals'
import { bucketsOf, countByValue } from './facets.ts'
import { readGoalRows } from './goal-rows.ts'
import type { GoalIndexNeeds } from './needs.ts'
import type { PendingWrites } from './pending-writes.ts'
import { countGoals, type QueryContext, readMatching, readWindow } from './query.ts'
import { type CheckedQuery, checkQuery } from './query-input.ts'
import type { Remembered } from './remembered.ts'
import { readFoundPlaces } from './search-places.ts'
import { readSearch } from './search-reading.ts'
import type { Sight } from './sight.ts'

type Parts = Pick<GoalIndexNeeds, 'database' | 'catalogue'> & {
  pending: PendingWrites
  remembered: Remembered
  today: () => string
  agreedAt: () => number | null
  isComplete: () => boolean
}

/** Answers queries from the index alone. */
export type GoalQueries = {
  query: (asked: GoalQuery, sight: Sight) => Promise<GoalPage>
  /** Gsids of at most `limit` goals that a filter selects. Throws an AppError (`invalid`) that names what makes no sense. */
  matching: (asked: Pick<GoalQuery, 'filter' | 'search' | 'today'>, sight: Sight, limit: number) => Promise<string[]>
}

export function createGoalQueries(parts: Parts): GoalQueries {
  const { database, catalogue, pending, remembered, today, agreedAt, isComplete } = parts

  const check = async (asked: GoalQuery, sight: Sight): Promise<CheckedQuery> => {
    const search = await remembered.answer(['search', asked.search], () => readSearch(database, asked.search))
    return checkQuery(asked, await catalogue.fields(), { sight, today: today(), search })
  }

  const readRows = async (query: CheckedQuery): Promise<GoalRow[]> => {
    const gsids = await readWindow(database, query)
    const rows = await readGoalRows(database, gsids, query.select, query.context)
    const places = await readFoundPlaces(database, gsids, query.context)
    return rows.map((row) => ({
      ...row,
      write: pending.of(row.gsid),
      ...(places && { found: places.get(row.gsid) ?? [] }),
    }))
  }

  const readTotal = ({ filter, context }: CheckedQuery) =>
    remembered.answer(['total', filter, ...setOf(context)], () => countGoals(database, filter, context))

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

  return {
    async matching(asked, sight, limit) {
      const query = await check({ ...asked, limit: 0 }, sight)
      return readMatching(database, query, limit)
    },

    async query(asked, sight) {
      const query = await check(asked, sight)
      const [rows, total] = await Promise.all([readRows(query), readTotal(query)])
      return { rows, total, exact: isComplete(), facets: await readFacets(query), asOf: agreedAt() }
    },
  }
}

/** What besides a filter decides which goals are counted. */
const setOf = ({ today, within, search }: QueryContext) => [today, within, search?.text]
