import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { startSession, type Session } from './session.ts'
import type { Table } from './table.ts'

const goals = 50_000
const sizes = [100, 1_000, 10_000, goals]

/** The most memory that the bff holds while change sets of more and more goals are drafted, paged through, exported and run for a while. */
export async function measureMemory(): Promise<Table> {
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, goals)
  try {
    const rows: string[][] = []
    const peaks: number[] = []
    for (const size of sizes) {
      const peak = watch(session.bffPid)
      await walk(session, size)
      peaks.push(peak.stop())
      rows.push([size.toLocaleString('en'), `${peaks.at(-1)?.toFixed(0)} MB`])
    }
    const [first = 0] = peaks
    return {
      title: 'Memory of the bff by rows of a ledger, embedded storage, 50,000 goals in the copy',
      head: ['rows', 'most resident memory'],
      rows,
      promises: [
        { what: 'flat: at most half as much again from 100 to 50,000', holds: Math.max(...peaks) <= first * 1.5 },
      ],
    }
  } finally {
    await session.stop()
  }
}

async function walk(session: Session, size: number): Promise<void> {
  // So many Gsids are more than a request may bring: whoever wants all goals says so by a filter.
  const chosen =
    size === goals
      ? { filter: { field: 'Name', op: 'IS_NOT_NULL' }, today: '2026-11-26', except: [] }
      : { gsids: await session.gsids(size) }
  const deeds = [{ kind: 'set', field: 'DueDate', value: '2041-05-31' }]
  const { id, counts } = await session.api<{ id: string; counts: { willChange: number } }>('POST', '/api/changes', {
    goals: chosen,
    deeds,
  })
  for (let offset = 0; offset < size; offset += Math.max(500, size / 10)) {
    await session.api('POST', `/api/changes/${id}/rows`, { part: 'all', search: '', offset, limit: 500 })
  }
  await session.api('POST', `/api/changes/${id}/run`, { expected: counts.willChange })
  await wait(10_000)
  const exported = await session.send('GET', `/api/changes/${id}/export.csv`)
  if (exported.status !== 200) throw new Error(`The export was answered ${exported.status}: ${exported.text}`)
  const { state } = await session.api<{ state: string }>('GET', `/api/changes/${id}`)
  if (state === 'running') {
    await session.api('POST', `/api/changes/${id}/pause`)
    await session.api('POST', `/api/changes/${id}/cancel`)
  }
}

/** The most that a process holds from now on, in megabytes, looked at ten times a second. */
function watch(pid: number): { stop: () => number } {
  let most = 0
  const look = () => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    most = Math.max(most, Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024)
  }
  look()
  const timer = setInterval(look, 100)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
}
