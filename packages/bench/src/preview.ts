import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { quantile } from '../../../scripts/load/report.mjs'
import { startSession, type Session } from './session.ts'
import type { Table } from './table.ts'

const goals = 10_000
const matching = 10_500
const rounds = 5

/** From asking for a change of 10,000 goals to its preview: every goal before and after. Beside it, what reading these goals takes alone. */
export async function measurePreview(): Promise<Table> {
  const embedded = await measureOn('embedded')
  const server = await measureOn('postgres')
  const line = (what: string, times: number[]) => [
    what,
    `${quantile(times, 0.5).toFixed(0)} ms`,
    `${Math.max(...times).toFixed(0)} ms`,
  ]
  return {
    title: `Preview of a change to ${goals.toLocaleString('en')} goals`,
    head: ['of', 'p50', 'longest'],
    rows: [
      line('10,000 goals by their Gsids, embedded storage', embedded.bySelection),
      line('all that match, 10,500, embedded storage', embedded.byFilter),
      line('10,000 goals by their Gsids, PostgreSQL', server.bySelection),
      line('all that match, 10,500, PostgreSQL', server.byFilter),
      line('reading 10,000 goals by one SELECT, PostgreSQL', server.read),
    ],
    promises: [
      { what: 'under 1 s, embedded storage', holds: quantile(embedded.bySelection, 0.5) < 1000 },
      { what: 'under 1 s, PostgreSQL', holds: quantile(server.bySelection, 0.5) < 1000 },
    ],
  }
}

async function measureOn(storage: 'embedded' | 'postgres') {
  // No call is made by it: the limit is wide, so that the first sync is soon over.
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, matching, { storage })
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
    return { bySelection, byFilter, read: await readBySql(session, gsids) }
  } finally {
    await session.stop()
  }
}

/** Whole rows, as one client reads them. Only a server can be asked from here. */
async function readBySql({ databaseUrl }: Session, gsids: readonly string[]): Promise<number[]> {
  if (databaseUrl === undefined) return []
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      const { rows } = await client.query('SELECT * FROM goal WHERE gsid = ANY ($1)', [gsids])
      if (rows.length !== gsids.length) throw new Error(`${rows.length} goals were read.`)
      times.push(performance.now() - began)
    }
    return times
  } finally {
    await client.end()
  }
}
