import { fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '../../../../scripts/load/client.mjs'
import { quantile } from '../../../../scripts/load/report.mjs'
import { accessKey, launchSecret } from '../pace/limit.ts'
import { startSession } from '../session.ts'
import type { Table } from '../table.ts'
import { startNginx } from './nginx.ts'

/** One call after the other, so many in a second. */
const callsPerSecond = 10
const calls = 200
const warmUps = 20
const saturationMs = 4_000
const connections = 20
const mostOverBare = { read: 3, write: 8 }

type Kind = 'read' | 'write'
type Way = { name: string; call: (kind: Kind, goal: string) => Promise<number>; stop: () => void }

const directly = 'the tenant directly'
const bareProxy = 'Express with http-proxy-middleware'
const ours = 'Goalkeeper'

/** What stands between a client and the tenant adds to each call; ours beside what only passes calls on. */
export async function measureGateway(): Promise<Table> {
  // More calls than anything here makes, so that nobody waits for a slot.
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, 500, {
    // The tenant's own limit is none at all: those who never pause make some hundred thousand calls a minute together.
    sandbox: { SANDBOX_LATENCY_MS: '0', SANDBOX_CALLS_PER_MINUTE: '10000000' },
    bff: { GAINSIGHT_CALLS_PER_MINUTE: '100000', SYNC_INTERVAL_SECONDS: '3600' },
  })
  const bare = fork(new URL('./bare-proxy.ts', import.meta.url), [session.sandboxUrl, accessKey])
  const nginx = await startNginx(session.sandboxUrl, accessKey)
  try {
    const barePort = await new Promise<unknown>((resolve) => bare.once('message', resolve))
    const ways = [
      wayTo(directly, session.sandboxUrl, { accesskey: accessKey }),
      wayTo(bareProxy, `http://127.0.0.1:${Number(barePort)}`),
      ...(nginx ? [wayTo('nginx', nginx.url)] : []),
      await wayOfOurs(session.url),
    ]
    const gsids = await session.gsids(400)
    const rows: string[][] = []
    const over: Record<Kind, number> = { read: 0, write: 0 }
    for (const kind of ['read', 'write'] as const) {
      const times = await inTurn(ways, kind, gsids)
      const p50 = (name: string) => quantile(times.get(name) ?? [], 0.5)
      over[kind] = p50(ours) - p50(bareProxy)
      for (const way of ways) {
        const taken = times.get(way.name) ?? []
        rows.push([
          `${kind}, ${way.name}`,
          `${p50(way.name).toFixed(2)} ms`,
          `${quantile(taken, 0.99).toFixed(2)} ms`,
          way.name === directly ? '' : `${(p50(way.name) - p50(directly)).toFixed(2)} ms`,
          way.name === ours ? `${over[kind].toFixed(2)} ms` : '',
          `${(await saturate(way, kind, gsids)).toFixed(0)} a second`,
        ])
      }
    }
    if (!nginx) rows.push(['nginx is not on this machine', '', '', '', '', ''])
    for (const way of ways) way.stop()
    return {
      title: `Calls through the gateway: one connection, ${callsPerSecond} calls a second, a wide budget`,
      head: [
        'call',
        'p50',
        'p99',
        'added at p50',
        'over the bare proxy',
        `${connections} connections that never pause`,
      ],
      rows,
      promises: (['read', 'write'] as const).map((kind) => ({
        what: `a ${kind} adds at most ${mostOverBare[kind]} ms over the bare proxy`,
        holds: over[kind] <= mostOverBare[kind],
      })),
    }
  } finally {
    await nginx?.stop()
    bare.disconnect()
    await session.stop()
  }
}

/** The same moments for everyone: each call is made in every way, one after the other, before the next one. */
async function inTurn(ways: readonly Way[], kind: Kind, gsids: readonly string[]): Promise<Map<string, number[]>> {
  const times = new Map(ways.map(({ name }) => [name, [] as number[]]))
  for (let call = -warmUps; call < calls; call += 1) {
    for (const way of ways) {
      const began = performance.now()
      await way.call(kind, gsids[(call + warmUps) % gsids.length] ?? '')
      const took = performance.now() - began
      if (call >= 0) times.get(way.name)?.push(took)
      await wait(Math.max(0, 1000 / callsPerSecond - took) / ways.length)
    }
  }
  return times
}

/** How many calls go through in a second when as many as possible are made. */
async function saturate(way: Way, kind: Kind, gsids: readonly string[]): Promise<number> {
  const until = performance.now() + saturationMs
  let done = 0
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let call = 0; performance.now() < until; call += 1) {
        // No two connections write one goal at a time.
        const ofItsOwn = gsids.length / connections
        await way.call(kind, gsids[connection * ofItsOwn + (call % ofItsOwn)] ?? '')
        done += 1
      }
    }),
  )
  return done / (saturationMs / 1000)
}

async function wayOfOurs(url: string): Promise<Way> {
  const client = createClient(url)
  await client.enter(launchSecret)
  return { ...wayBy(ours, client, '/gainsight'), stop: client.close }
}

function wayTo(name: string, url: string, headers: Record<string, string> = {}): Way {
  const client = createClient(url)
  return { ...wayBy(name, client, '', headers), stop: client.close }
}

type Client = Pick<ReturnType<typeof createClient>, 'send'>

function wayBy(name: string, client: Client, prefix: string, headers: Record<string, string> = {}) {
  let writes = 0
  return {
    name,
    async call(kind: Kind, gsid: string): Promise<number> {
      const record = { Gsid: gsid, Name: `Written for the ${(writes += 1)}th time by ${name}` }
      const [method, path, body] =
        kind === 'read'
          ? ['POST', 'fetch', { select: ['Gsid', 'Name', 'DueDate'], pageSize: 10, pageNumber: 1 }]
          : ['PUT', 'update', { requests: [{ record }] }]
      const reply = await client.send(method, `${prefix}/v1/csgoal/external/${path}`, { body, headers })
      if (reply.status !== 200) throw new Error(`${name} answered a ${kind} with ${reply.status}: ${reply.text}`)
      return reply.status
    },
  }
}
