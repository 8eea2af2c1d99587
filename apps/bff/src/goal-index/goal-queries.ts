import type { FacetBucket, GoalPage, GoalQuery } from '@goalkeeper/contract/goals'
import { undecidedBy } from '@goalkeeper/filter/undecided'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { AppError } from '../http/app-error.ts'
import { bucketsOf, countByValue } from './facets.ts'
import type { GoalIndexNeeds } from './needs.ts'
import type { OwnIndexes } from './own-indexes.ts'
import type { PendingWrites } from './pending-writes.ts'
import { countGoals, readMatching, readWindow } from './query.ts'
import { type CheckedQuery, checkQuery } from './query-input.ts'
import type { Remembered } from './remembered.ts'
import type { Sight } from './sight.ts'

type Parts = Pick<GoalIndexNeeds, 'database' | 'catalogue'> & {
  pending: PendingWrites
  remembered: Remembered
  ownIndexes: Pick<OwnIndexes, 'note'>
  today: () => string
  agreedAt: () => number | null
  isComplete: () => boolean
}

/** A filter, and who is meant by `@me` in it. */
type Asked = { filter: FilterTree | null; today?: string | undefined; sight: Sight }

/** Answers queries from the index alone. */
export type GoalQueries = {
  /** How many goals each of some filters selects; null for one that cannot be run. One after the other, so that no list waits for all of them. */
  counts: (filters: Asked[]) => Promise<{ counts: (number | null)[]; exact: boolean }>
  query: (asked: GoalQuery, sight: Sight) => Promise<GoalPage>
  /** Gsids of at most `limit` goals that a filter selects. Throws an AppError (`invalid`) that names what makes no sense. */
  matching: (asked: Pick<GoalQuery, 'filter' | 'today'>, sight: Sight, limit: number) => Promise<string[]>
}

export function createGoalQueries(parts: Parts): GoalQueries {
  const { database, catalogue, pending, remembered, ownIndexes, today, agreedAt, isComplete } = parts

  const readRows = async (query: CheckedQuery, total: Promise<number>) => {
    const rows = await readWindow(database, query, () => total)
    return rows.map((row) => ({ ...row, write: pending.of(row.gsid) }))
  }

  const readTotal = ({ filter, context }: CheckedQuery) =>
    remembered.answer(['total', filter, context.today, context.within], () => countGoals(database, filter, context))

  const readUndecided = async ({ filter, context }: CheckedQuery) => {
    const undecided = filter && undecidedBy(filter)
    if (!undecided) return 0
    return remembered.answer(['undecided', filter, context.today, context.within], () =>
      countGoals(database, undecided, context),
    )
  }

  /** One after the other, so that a list that is asked for meanwhile waits for one of them at most. */
  const readFacets = async ({ facets, filter, context }: CheckedQuery) => {
    const counted: Record<string, FacetBucket[]> = {}
    for (const field of facets) {
      const counts = await remembered.answer(['facet', field.name, filter, context.today, context.within], () =>
        countByValue(database, field, filter, context),
      )
      counted[field.name] = await bucketsOf(field, counts, catalogue)
    }
    return counted
  }

  /** Null: it names a field that is gone, or somebody whom Gainsight does not know. */
  async function readCount({ filter, today: day, sight }: Asked): Promise<number | null> {
    try {
      const asked = { filter, limit: 0, ...(day !== undefined && { today: day }) }
      return await readTotal(checkQuery(asked, await catalogue.fields(), { sight, today: today() }))
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
      const query = checkQuery({ ...asked, limit: 0 }, await catalogue.fields(), { sight, today: today() })
      return readMatching(database, query, limit)
    },

    async query(asked, sight) {
      const query = checkQuery(asked, await catalogue.fields(), { sight, today: today() })
      const counting = readTotal(query)
      const [rows, total] = await Promise.all([readRows(query, counting), counting])
      const undecided = await readUndecided(query)
      const facets = await readFacets(query)
      ownIndexes.note(query)
      return { rows, total, exact: isComplete(), undecided, facets, asOf: agreedAt() }
    },
  }
}
