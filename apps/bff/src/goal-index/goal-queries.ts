import type { GoalGroup, GoalGroupsQuery } from '@goalkeeper/contract/goal-groups'
import type { FacetBucket, GoalPage, GoalQuery } from '@goalkeeper/contract/goals'
import { bucketsOf, countByValue } from './facets.ts'
import { readGoalRows } from './goal-rows.ts'
import { readGroupedWindow } from './grouped-window.ts'
import { createGroups } from './groups.ts'
import type { GoalIndexNeeds } from './needs.ts'
import type { PendingWrites } from './pending-writes.ts'
import { countGoals, readMatching, readWindow } from './query.ts'
import { type CheckedQuery, checkQuery } from './query-input.ts'
import type { Remembered } from './remembered.ts'
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
  /** The groups of a filter's goals by a field, in their order. */
  groups: (asked: GoalGroupsQuery, sight: Sight) => Promise<{ groups: GoalGroup[]; total: number }>
  /** Gsids of at most `limit` goals that a filter selects. Throws an AppError (`invalid`) that names what makes no sense. */
  matching: (asked: Pick<GoalQuery, 'filter' | 'today'>, sight: Sight, limit: number) => Promise<string[]>
}

export function createGoalQueries(parts: Parts): GoalQueries {
  const { database, catalogue, pending, remembered, today, agreedAt, isComplete } = parts

  const groups = createGroups(parts)

  const readGsids = async ({ group, ...query }: CheckedQuery) => {
    if (!group || query.limit === 0) return readWindow(database, { ...query, group })
    const grouped = { ...query, group }
    return readGroupedWindow(database, grouped, await groups.inOrder(grouped))
  }

  const readRows = async (query: CheckedQuery) => {
    const gsids = await readGsids(query)
    const rows = await readGoalRows(database, gsids, query.select, query.context)
    return rows.map((row) => ({ ...row, write: pending.of(row.gsid) }))
  }

  const readTotal = ({ filter, context }: CheckedQuery) =>
    remembered.answer(['total', filter, context.today, context.within], () => countGoals(database, filter, context))

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

  return {
    async matching(asked, sight, limit) {
      const query = checkQuery({ ...asked, limit: 0 }, await catalogue.fields(), { sight, today: today() })
      return readMatching(database, query, limit)
    },

    async groups(asked, sight) {
      const { group, ...query } = checkQuery({ ...asked, limit: 0 }, await catalogue.fields(), {
        sight,
        today: today(),
      })
      if (!group) throw new Error('A query for groups was checked without its group')
      const found = await groups.shown({ ...query, group })
      return { groups: found, total: found.reduce((sum, { count }) => sum + count, 0) }
    },

    async query(asked, sight) {
      const query = checkQuery(asked, await catalogue.fields(), { sight, today: today() })
      const [rows, total] = await Promise.all([readRows(query), readTotal(query)])
      return { rows, total, exact: isComplete(), facets: await readFacets(query), asOf: agreedAt() }
    },
  }
}
