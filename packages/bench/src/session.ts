import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '../../../scripts/load/client.mjs'
import { startReplicas, untilReady } from '../../../scripts/start-replicas.mjs'
import { stopProgram } from '../../../scripts/toolchain.mjs'
import { bffSettings, launchSecret, sandboxSettings, type Limit } from './pace/limit.ts'

export type Session = Awaited<ReturnType<typeof startSession>>

export type Storage = 'embedded' | 'postgres'

/** `switches` of the sandbox, and settings that are laid over those of the two programs. */
type SessionOptions = {
  switches?: object
  storage?: Storage
  sandbox?: Record<string, string>
  bff?: Record<string, string>
}

/** The bff before a sandbox of so many goals, with a person who is signed in, once every goal is known. */
export async function startSession(
  limit: Limit,
  goals: number,
  { switches = {}, storage = 'embedded', sandbox = {}, bff = {} }: SessionOptions = {},
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
      ...sandbox,
    },
    bffSettings: (sandboxUrl: string) => ({ ...bffSettings(limit, sandboxUrl), ...bff }),
  })
  const [replica] = setup.replicas
  if (!replica) throw new Error('No bff was started.')
  const url = `http://127.0.0.1:${replica.port}`
  // Past the balancer, which is no part of what is measured.
  // A connection that has been idle for some seconds may be closed in the very moment in which it is used.
  const client = createClient(url, { keepAlive: false })
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
    /** Of the bff, past the balancer. */
    url,
    sandboxUrl: setup.sandboxUrl,
    dataDir: setup.dataDir,
    /** Of a PostgreSQL server. */
    databaseUrl: setup.databaseUrl,
    bffPid: replica.program?.pid ?? 0,
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
    /** Stops the bff for as long as something is done, such as a copy of its store. */
    async paused(job: () => void): Promise<void> {
      await stopProgram('The bff', replica.program)
      job()
      setup.start(replica)
      await untilReady(replica)
    },
    /** Ends every bff at once, in the middle of whatever it does. */
    async kill(): Promise<void> {
      await Promise.all(
        setup.replicas.map(async ({ program }) => {
          const ended = new Promise((resolve) => program?.once('exit', resolve))
          program?.kill('SIGKILL')
          await ended
        }),
      )
    },
    /** After a kill; resolves when the first of them can serve. */
    async start(): Promise<void> {
      for (const each of setup.replicas) setup.start(each)
      await Promise.any(setup.replicas.map((each) => untilReady(each)))
    },
    async stop(): Promise<void> {
      client.close()
      await setup.stop()
    },
  }
}
