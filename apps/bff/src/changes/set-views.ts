import type { ChangeSet } from '@goalkeeper/contract/changes'
import { batchSize } from './batch.ts'
import type { ChangesNeeds } from './changes.ts'
import { noRows, type SetStore } from './set-store.ts'
import { callsOf, secondsFor, viewOf } from './set-view.ts'
import type { SetRow } from './tables.ts'

type Parts = Pick<ChangesNeeds, 'gateway' | 'goalIndex' | 'connection'> & { sets: SetStore; now: () => number }

export type SetViews = ReturnType<typeof createSetViews>

/** Change sets as people see them, with what they cost at the present budget. */
export function createSetViews({ gateway, goalIndex, connection, sets, now }: Parts) {
  async function viewAll(rows: readonly SetRow[]): Promise<ChangeSet[]> {
    const counts = await sets.counts(rows.map(({ id }) => id))
    const budget = await gateway.budget()
    const { pacing } = connection.settings()
    const others = await sets.callsStillToMake()
    return Promise.all(
      rows.map(async (set) => {
        const counted = counts.get(set.id) ?? noRows
        const calls = callsOf(set.state, counted, Math.min(batchSize, goalIndex.mostAtOnce()))
        const beside = [...others].flatMap(([id, count]) => (id === set.id ? [] : [count]))
        const seconds = secondsFor(calls.writes + calls.checks, beside, budget, pacing)
        const problems = set.state === 'draft' ? await sets.problems(set.id) : []
        const from = Math.max(now(), set.state === 'scheduled' ? (set.start_at ?? 0) : 0)
        return viewOf(set, counted, problems, { ...calls, seconds, doneAt: from + seconds * 1000 })
      }),
    )
  }

  return {
    viewAll,
    async view(set: SetRow): Promise<ChangeSet> {
      const [only] = await viewAll([set])
      return only as ChangeSet
    },
  }
}
