import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '../../../scripts/load/client.mjs'
import { startReplicas } from '../../../scripts/start-replicas.mjs'
import { bffSettings, launchSecret, sandboxSettings, type Limit } from './pace/limit.ts'

export type Session = Awaited<ReturnType<typeof startSession>>

type Storage = 'embedded' | 'postgres'

/** The bff before a sandbox of so many goals, with a person who is signed in, once every goal is known. */
export async function startSession(
  limit: Limit,
  goals: number,
  { switches = {}, storage = 'embedded' }: { switches?: object; storage?: Storage } = {},
) {
  const settings = sandboxSettings(limit, goals)
  const setup = await startReplicas({
    storage,
    stdout: 'ignore',
    sandboxSettings: {
      ...settings,
      SANDBOX_SWITCHES: JSON.stringify({
        ...(JSON.parse(settings['SANDBOX_SWITCHES'] ?? '{}') as object),
        ...switches,
      }),
    },
    bffSettings: (sandboxUrl: string) => bffSettings(limit, sandboxUrl),
  })
  const [bff] = setup.replicas
  if (!bff) throw new Error('No bff was started.')
  // Past the balancer, which is no part of what is measured.
  // A connection that has been idle for some seconds may be closed in the very moment in which it is used.
  const client = createClient(`http://127.0.0.1:${bff.port}`, { keepAlive: false })
  await client.enter(launchSecret)

  const send = (method: string, path: string, body?: unknown) => client.send(method, path, { body, patience: 120_000 })

  async function api<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    const { status, text } = await send(method, path, body)
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text}`)
    return JSON.parse(text) as Result
  }

  while (!(await api<{ sync: { complete: boolean } }>('GET', '/api/status')).sync.complete) await wait(250)
  return {
    api,
    send,
    sandboxUrl: setup.sandboxUrl,
    /** Of a PostgreSQL server. */
    databaseUrl: setup.databaseUrl,
    bffPid: bff.program?.pid ?? 0,
    async gsids(count: number): Promise<string[]> {
      const found: string[] = []
      while (found.length < count) {
        const query = { select: ['Name'], offset: found.length, limit: Math.min(500, count - found.length) }
        const { rows } = await api<{ rows: { gsid: string }[] }>('POST', '/api/goals/query', query)
        if (rows.length === 0) throw new Error(`There are only ${found.length} goals.`)
        found.push(...rows.map(({ gsid }) => gsid))
      }
      return found
    },
    async stop(): Promise<void> {
      client.close()
      await setup.stop()
    },
  }
}
