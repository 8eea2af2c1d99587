import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../../../scripts/load/report.mjs'
import { createTenant } from '../../../scripts/load/tenant.mjs'
import { startSession, type Storage } from './session.ts'
import type { Table } from './table.ts'

const goals = 2_000
const kills = 5
const mostMs = 2_000

/** The bff is killed while a change set runs, and started again: how long it takes from being able to serve to the next goal that is written. */
export async function measureRestart(): Promise<Table> {
  const measured = new Map<string, { ready: number[]; written: number[] }>()
  for (const storage of ['embedded', 'postgres'] as const) measured.set(storage, await killAndStart(storage))
  return {
    title: `A change set goes on after the bff was killed (SIGKILL) and started again, ${kills} times`,
    head: ['storage', 'start to ready, p50', 'ready to the next write, p50', 'longest'],
    rows: [...measured].map(([storage, { ready, written }]) => [
      storage,
      seconds(quantile(ready, 0.5)),
      seconds(quantile(written, 0.5)),
      seconds(Math.max(...written)),
    ]),
    promises: [...measured].map(([storage, { written }]) => ({
      what: `claimed within ${mostMs / 1000} s, ${storage}`,
      holds: Math.max(...written) <= mostMs,
    })),
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

async function killAndStart(storage: Storage) {
  // Calls that a crash leaves in doubt, and those of a start, do not use the limit up: what is measured is the claim, and not the wait for a slot.
  const session = await startSession({ perWindow: 600, windowSeconds: 60 }, goals, { storage })
  try {
    const tenant = createTenant(session.sandboxUrl)
    const writes = async () => (await tenant.stats()).writes.applied
    const { id, counts } = await session.api<{ id: string; counts: { willChange: number } }>('POST', '/api/changes', {
      goals: { filter: { field: 'Name', op: 'IS_NOT_NULL' }, today: '2026-11-26', except: [] },
      deeds: [{ kind: 'set', field: 'DueDate', value: '2041-05-31' }],
    })
    await session.api('POST', `/api/changes/${id}/run`, { expected: counts.willChange })
    const ready: number[] = []
    const written: number[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      const running = await writes()
      while ((await writes()) === running) await wait(50)
      await session.kill()
      // What was on its way has arrived by then.
      await wait(1_000)
      const before = await writes()
      const started = performance.now()
      await session.start()
      const readyAt = performance.now()
      while ((await writes()) === before) await wait(10)
      ready.push(readyAt - started)
      written.push(performance.now() - readyAt)
    }
    return { ready, written }
  } finally {
    await session.stop()
  }
}
