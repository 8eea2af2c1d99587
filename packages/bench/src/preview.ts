import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../../../scripts/load/report.mjs'
import { startSession } from './session.ts'
import type { Table } from './table.ts'

const goals = 10_000
const rounds = 5

/** From asking for a change of 10,000 goals to its preview: every goal before and after. */
export async function measurePreview(): Promise<Table> {
  // No call is made by it: the limit is wide, so that the first sync is soon over.
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, goals + 500)
  try {
    const gsids = await session.gsids(goals)
    const bySelection: number[] = []
    const byFilter: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const deeds = [{ kind: 'set', field: 'DueDate', value: `2041-05-${10 + round}` }]
      for (const [times, chosen] of [
        [bySelection, { gsids }],
        [byFilter, { filter: { field: 'Name', op: 'IS_NOT_NULL' }, today: '2026-11-26', except: [] }],
      ] as const) {
        const began = performance.now()
        const { id } = await session.api<{ id: string }>('POST', '/api/changes', { goals: chosen, deeds })
        times.push(performance.now() - began)
        await session.api('DELETE', `/api/changes/${id}`)
        await wait(500)
      }
    }
    const line = (what: string, times: number[]) => [
      what,
      `${quantile(times, 0.5).toFixed(0)} ms`,
      `${Math.max(...times).toFixed(0)} ms`,
    ]
    return {
      title: `Preview of a change to ${goals.toLocaleString('en')} goals, embedded storage`,
      head: ['of', 'p50', 'longest'],
      rows: [line('10,000 goals by their Gsids', bySelection), line('all that match, 10,500', byFilter)],
      promises: [{ what: 'under 1 s', holds: quantile(bySelection, 0.5) < 1000 }],
    }
  } finally {
    await session.stop()
  }
}
