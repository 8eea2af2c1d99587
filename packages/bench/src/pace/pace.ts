import { setTimeout as wait } from 'node:timers/promises'
import { createTenant } from '../../../../scripts/load/tenant.mjs'
import { quantile } from '../../../../scripts/load/report.mjs'
import { startSession, type Session } from '../session.ts'
import type { Table } from '../table.ts'
import { contenders } from './contenders.ts'
import { idealSeconds, ratioWords } from './ideal.ts'
import { meanCallSeconds, type Limit } from './limit.ts'
import { measureContender } from './measure-contender.ts'

/** How one of them did: in how many seconds, with how many calls in all, of which some were refused; and writes that were given up. */
export type Pace = { name: string; seconds: number; calls: number; refused: number; lost: number }

const ourName = 'Goalkeeper, change set'
const writes = 500
const goals = 700
/** A write, and a look at each batch of 50 goals just before its turn. */
const mostCallsPerGoal = 1 + 1 / 50

type ChangeSet = { id: string; state: string; counts: Record<'willChange' | 'confirmed', number> }

/**
 * Our change set of so many goals, beside what a user would pick instead, each at a tenant of its own with the same limit. `only`: those whose
 * names begin so.
 */
export async function measurePace({
  isRealTime,
  atOnce,
  only,
}: {
  isRealTime: boolean
  atOnce: number
  only: string
}): Promise<Table> {
  const limit: Limit = { perWindow: 100, windowSeconds: isRealTime ? 60 : 6 }
  const isAsked = (name: string) => name.toLowerCase().startsWith(only.toLowerCase())
  const left = Object.keys(contenders).filter(isAsked)
  if (left.length === 0 && !isAsked(ourName)) throw new Error(`Nobody's name begins with ${only}.`)
  const { pace: ours, gsids } = await measureOurs(limit, isAsked(ourName))
  const paces = ours ? [ours] : []
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let name = left.shift(); name !== undefined; name = left.shift()) {
        paces.push(await measureContender(name, limit, gsids, goals))
      }
    }),
  )
  const most = isRealTime ? 1.02 : 1.1
  return {
    title: `${writes} updates, 100 calls in any ${limit.windowSeconds} s`,
    head: [
      'by',
      'took',
      'over the ideal for its calls',
      'over the ideal for the writes',
      'calls per write',
      'refused',
      'lost',
    ],
    rows: paces.map(({ name, seconds, calls, refused, lost }) => [
      name,
      `${seconds.toFixed(1)} s`,
      ratioWords(seconds, idealSeconds(calls - refused, limit, meanCallSeconds)),
      ratioWords(seconds, idealSeconds(writes, limit, meanCallSeconds)),
      (calls / writes).toFixed(3),
      String(refused),
      String(lost),
    ]),
    promises: ours
      ? [
          {
            what: `over the ideal at most ${most}`,
            holds: ours.seconds / idealSeconds(ours.calls, limit, meanCallSeconds) <= most,
          },
          { what: 'no refusal', holds: ours.refused === 0 },
          { what: `calls per goal at most ${mostCallsPerGoal}`, holds: ours.calls / writes <= mostCallsPerGoal },
        ]
      : [],
  }
}

/** Without a run it gives only the goals, which are the same at every tenant here. */
async function measureOurs(limit: Limit, isRun: boolean): Promise<{ pace: Pace | null; gsids: string[] }> {
  // The sync of every half minute stands off: what the tenant counts is the change set's.
  const session = await startSession(limit, goals, { bff: { SYNC_INTERVAL_SECONDS: '86400' } })
  try {
    const tenant = createTenant(session.sandboxUrl)
    const gsids = await session.gsids(writes)
    if (!isRun) return { pace: null, gsids }
    const { id, counts } = await draft(session, gsids)
    // The first sync has used the window before.
    await wait(limit.windowSeconds * 1000)
    const before = await tenant.stats()
    const began = performance.now()
    await session.api('POST', `/api/changes/${id}/run`, { expected: counts.willChange })
    const set = await ended(session, id)
    const seconds = (performance.now() - began) / 1000
    const after = await tenant.stats()
    const pace = {
      name: ourName,
      seconds,
      calls: after.calls - before.calls,
      refused: after.throttled - before.throttled,
      lost: gsids.length - set.counts.confirmed,
    }
    return { pace, gsids }
  } finally {
    await session.stop()
  }
}

const draft = (session: Session, gsids: string[]): Promise<ChangeSet> =>
  session.api('POST', '/api/changes', {
    goals: { gsids },
    deeds: [{ kind: 'set', field: 'DueDate', value: '2041-05-31' }],
  })

async function ended(session: Session, id: string): Promise<ChangeSet> {
  for (;;) {
    const set = await session.api<ChangeSet>('GET', `/api/changes/${id}`)
    if (set.state === 'done') return set
    if (set.state === 'paused') throw new Error(`The change set has paused: ${JSON.stringify(set)}`)
    await wait(50)
  }
}

/** Whether the save was taken; not, where the tenant refused it because somebody else has used the limit up. */
async function save(session: Session, gsid: string): Promise<boolean> {
  const record = { Gsid: gsid, Name: `Saved beside ${gsid.slice(-4)}` }
  const { status, text } = await session.send('PUT', '/gainsight/v1/csgoal/external/update', { requests: [{ record }] })
  if (status !== 200 && status !== 429) throw new Error(`The save was answered ${status}: ${text}`)
  return status === 200
}

/** A person saves one goal after the other while a change set runs; with a neighbour who uses a part of the same limit, and without. */
export async function measureSaves({ isRealTime }: { isRealTime: boolean }): Promise<Table> {
  const limit: Limit = { perWindow: 100, windowSeconds: isRealTime ? 60 : 6 }
  const rows: string[][] = []
  const promises: Table['promises'] = []
  for (const neighbour of [0, 40]) {
    const session = await startSession(limit, goals, { switches: { neighbourCallsPerWindow: neighbour } })
    try {
      const all = await session.gsids(300 + 60)
      const { id, counts } = await draft(session, all.slice(60))
      await wait(limit.windowSeconds * 1000)
      const began = performance.now()
      await session.api('POST', `/api/changes/${id}/run`, { expected: counts.willChange })
      const waits: number[] = []
      let again = 0
      const running = ended(session, id)
      let isOver = false
      void running.finally(() => (isOver = true)).catch(() => undefined)
      for (const gsid of all.slice(0, 60)) {
        if (isOver) break
        const from = performance.now()
        while (!(await save(session, gsid))) again += 1
        waits.push((performance.now() - from) / 1000)
        // As somebody does who looks at the next goal first.
        await wait((limit.windowSeconds * 1000) / 20)
      }
      const set = await running
      const seconds = (performance.now() - began) / 1000
      rows.push([
        neighbour === 0 ? 'nobody else uses the key' : `somebody else makes ${neighbour} calls in a window`,
        String(waits.length),
        `${quantile(waits, 0.5).toFixed(2)} s`,
        `${quantile(waits, 0.95).toFixed(2)} s`,
        `${Math.max(...waits).toFixed(2)} s`,
        String(again),
        `${set.counts.confirmed} of ${counts.willChange} in ${seconds.toFixed(0)} s`,
      ])
      if (neighbour === 0) promises.push({ what: 'p95 of a save under 1 s', holds: quantile(waits, 0.95) < 1 })
    } finally {
      await session.stop()
    }
  }
  return {
    title: `A person saves beside a change set of 300 goals, 100 calls in any ${limit.windowSeconds} s`,
    head: ['meanwhile', 'saves', 'p50', 'p95', 'longest', 'pressed again after a refusal', 'change set'],
    rows,
    promises,
  }
}
