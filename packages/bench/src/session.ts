import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '../../../scripts/load/client.mjs'
import { startReplicas } from '../../../scripts/start-replicas.mjs'
import { bffSettings, launchSecret, sandboxSettings, type Limit } from './pace/limit.ts'

export type Session = Awaited<ReturnType<typeof startSession>>

/** The bff with embedded storage before a sandbox of so many goals, with a person who is signed in, once every goal is known. */
export async function startSession(limit: Limit, goals: number, switches: object = {}) {
  const settings = sandboxSettings(limit, goals)
  const setup = await startReplicas({
    storage: 'embedded',
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
  const client = createClient(setup.url)
  await client.enter(launchSecret)

  async function api<Result>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Result> {
    const reply = await client.send(method, path, { body, ...(headers && { headers }), patience: 120_000 })
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`)
    return JSON.parse(reply.text) as Result
  }

  while (!(await api<{ sync: { complete: boolean } }>('GET', '/api/status')).sync.complete) await wait(250)
  return {
    api,
    sandboxUrl: setup.sandboxUrl,
    bffPid: setup.replicas[0]?.program?.pid ?? 0,
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
