// pnpm replicas: a PostgreSQL server, the sandbox tenant, two bffs and a load balancer in front of them. `r` and Enter restarts the
// bffs one after the other, without a failed request; Ctrl-C stops everything.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { startBalancer } from './balancer.mjs'
import { freePort } from './free-port.mjs'
import {
  build,
  environmentWithoutSecrets,
  install,
  runScript,
  startProgram,
  Stop,
  stopProgram,
  withNode24,
} from './toolchain.mjs'

await runScript(async () => {
  const stopAsked = new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  install()
  build()
  const folder = mkdtempSync(join(tmpdir(), 'goalkeeper-replicas-'))
  const postgres = startProgram(['scripts/postgres.mjs', folder], { env: environmentWithoutSecrets() })
  const url = await toldBy(postgres)
  const [sandboxPort, ...ports] = [await freePort(), await freePort(), await freePort()]
  const sandbox = startProgram(['apps/sandbox/src/main.ts'], {
    env: { ...environmentWithoutSecrets(), SANDBOX_PORT: String(sandboxPort) },
  })
  const startBff = (port) =>
    startProgram(['apps/bff/src/main.ts'], {
      env: withNode24({
        LOG_LEVEL: 'warn',
        ...environmentWithoutSecrets(),
        DATABASE_URL: url,
        DATA_DIR: folder,
        SANDBOX_PORT: String(sandboxPort),
        PORT: String(port),
      }),
    })
  const replicas = ports.map((port) => ({ port, program: startBff(port) }))
  const balancer = await startBalancer(ports, Number(process.env.PORT || 4300))
  try {
    for (const { port } of replicas) await untilReady(port)
    console.log(`Load balancer: ${balancer.url}`)
    console.log(`PostgreSQL: ${url}`)
    console.log('r and Enter restarts one after the other; Ctrl-C stops.')

    const restart = async () => {
      for (const replica of replicas) {
        await stopProgram('A bff', replica.program)
        replica.program = startBff(replica.port)
        await untilReady(replica.port)
      }
      console.log('Both were restarted.')
    }
    let restarting = Promise.resolve()
    const lines = createInterface({ input: process.stdin })
    lines.on('line', (line) => {
      if (line.trim() === 'r') restarting = restarting.then(restart).catch((error) => console.error(error.message))
    })
    await stopAsked
    lines.close()
    return 0
  } finally {
    await Promise.all(replicas.map(({ program }) => stopProgram('A bff', program)))
    await stopProgram('The sandbox tenant', sandbox)
    await balancer.stop()
    await stopProgram('PostgreSQL', postgres)
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Its address. */
function toldBy(postgres) {
  return new Promise((resolve, reject) => {
    postgres.once('message', resolve)
    postgres.once('exit', () => reject(new Stop('PostgreSQL did not start.')))
  })
}

async function untilReady(port, patienceMs = 60_000) {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    const reply = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (reply?.ok) return
    await wait(100)
  }
  throw new Stop(`The bff at port ${port} did not become ready.`)
}
