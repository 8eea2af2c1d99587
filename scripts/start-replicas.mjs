// What `pnpm replicas`, `pnpm replicas:load` and `pnpm chaos` run: the sandbox tenant, and bffs on a PostgreSQL server of their own behind a load
// balancer, or one bff with its embedded storage.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startBalancer } from './balancer.mjs'
import { freePort } from './free-port.mjs'
import { environmentWithoutSecrets, startProgram, Stop, stopProgram, withNode24 } from './toolchain.mjs'

/**
 * Starts all of it, and gives it back once every bff can serve: two of them on PostgreSQL, one on embedded storage. The settings are laid over
 * the environment of each program.
 *
 * @param {{
 *   port?: number
 *   storage?: 'postgres' | 'embedded'
 *   stdout?: 'inherit' | 'ignore'
 *   sandboxSettings?: Record<string, string>
 *   bffSettings?: (sandboxUrl: string) => Record<string, string>
 * }} options
 */
export async function startReplicas({
  port = 0,
  storage = 'postgres',
  stdout = 'inherit',
  sandboxSettings = {},
  bffSettings = () => ({}),
}) {
  const folder = mkdtempSync(join(tmpdir(), 'goalkeeper-replicas-'))
  // Of the bffs alone, who let nobody else in: a server may run as another user.
  const dataDir = join(folder, 'data')
  const isEmbedded = storage === 'embedded'
  const postgres = isEmbedded
    ? undefined
    : startProgram(['scripts/postgres.mjs', folder], { env: environmentWithoutSecrets() })
  const ports = [await freePort(), await freePort(), await freePort()]
  const [sandboxPort, ...bffPorts] = isEmbedded ? ports.slice(1) : ports
  const sandbox = startProgram(['apps/sandbox/src/main.ts', '--memory'], {
    env: { ...environmentWithoutSecrets(), SANDBOX_PORT: String(sandboxPort), ...sandboxSettings },
    stdout,
  })
  /** @type {{ port: number, program: import('node:child_process').ChildProcess | undefined }[]} */
  const replicas = bffPorts.map((each) => ({ port: each, program: undefined }))
  let balancer
  const stop = async () => {
    await Promise.all(replicas.map(({ program }) => stopProgram('A bff', program)))
    await stopProgram('The sandbox tenant', sandbox)
    await balancer?.stop()
    await stopProgram('PostgreSQL', postgres)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const databaseUrl = postgres ? await toldBy(postgres) : undefined
    const start = (replica) => {
      replica.program = startProgram(['apps/bff/src/main.ts'], {
        env: withNode24({
          LOG_LEVEL: 'warn',
          ...environmentWithoutSecrets(),
          ...(databaseUrl && { DATABASE_URL: databaseUrl }),
          DATA_DIR: dataDir,
          SANDBOX_PORT: String(sandboxPort),
          PORT: String(replica.port),
          ...bffSettings(`http://127.0.0.1:${sandboxPort}`),
        }),
        stdout,
      })
    }
    for (const replica of replicas) start(replica)
    balancer = await startBalancer(bffPorts, port)
    for (const replica of replicas) await untilReady(replica)
    return {
      url: balancer.url,
      databaseUrl,
      /** Where embedded storage keeps its files. */
      dataDir,
      sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
      replicas,
      start,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Its address. */
function toldBy(postgres) {
  return new Promise((resolve, reject) => {
    postgres.once('message', resolve)
    postgres.once('exit', () => reject(new Stop('PostgreSQL did not start.')))
  })
}

/** Waits until a bff says that it can serve. */
export async function untilReady({ port }, patienceMs = 60_000) {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    const reply = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (reply?.ok) return
    await wait(100)
  }
  throw new Stop(`The bff at port ${port} did not become ready.`)
}

/** Restarts one bff after the other, each when the one before can serve again. */
export async function restartInTurn({ replicas, start }) {
  for (const replica of replicas) {
    await stopProgram('A bff', replica.program)
    start(replica)
    await untilReady(replica)
  }
}
