import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../../../scripts/load/report.mjs'
import { startSession } from './session.ts'
import type { Table } from './table.ts'

const goals = 100_000
const rounds = 15

/** The Overview of 100,000 goals, with filters that never repeat, so that nothing is remembered; and rows of the list that are asked for meanwhile. */
export async function measureOverview(): Promise<Table> {
  // No call is made by it: the limit is wide, so that the first sync is soon over.
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, goals)
  const read = (filter: unknown) => session.api('POST', '/api/goals/overview', { filter, today: '2026-11-27' })
  const rows = (word: string) =>
    session.api('POST', '/api/goals/query', {
      filter: { field: 'Name', op: 'NE', value: [word] },
      limit: 100,
      select: ['Name', 'StatusName', 'DueDate'],
    })
  const timed = async (ask: (round: number) => Promise<unknown>) => {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      await ask(round)
      times.push(performance.now() - began)
    }
    return times
  }
  try {
    // Names of companies come after the goals, and are written into them.
    const nameless = { filter: { field: 'CompanyName', op: 'IS_NULL' }, limit: 0 }
    while ((await session.api<{ total: number }>('POST', '/api/goals/query', nameless)).total > 0) await wait(1_000)
    await wait(20_000)
    const all = await timed((round) => read({ field: 'Gsid', op: 'NE', value: [`none of round ${round}`] }))
    const some = await timed((round) => read({ field: 'Name', op: 'CONTAINS', value: [String(round)] }))
    const alone = await timed((round) => rows(`alone ${round}`))
    const beside = await timed(async (round) => {
      const overview = read({ field: 'Gsid', op: 'NE', value: [`beside round ${round}`] })
      await rows(`beside ${round}`)
      return overview
    })
    const line = (what: string, times: number[]) => [
      what,
      `${quantile(times, 0.5).toFixed(0)} ms`,
      `${Math.max(...times).toFixed(0)} ms`,
    ]
    return {
      title: `The Overview of ${goals.toLocaleString('en')} goals, embedded storage`,
      head: ['of', 'p50', 'longest'],
      rows: [
        line('all goals', all),
        line('goals whose names contain a number', some),
        line('100 rows of the list alone', alone),
        line('both at once, until both are there', beside),
      ],
      promises: [{ what: 'under 300 ms', holds: quantile(all, 0.5) < 300 }],
    }
  } finally {
    await session.stop()
  }
}
