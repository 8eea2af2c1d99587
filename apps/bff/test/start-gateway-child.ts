import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { loadConfig } from '#bff/config.ts'
import { createBrowser, type Sent } from './browser.ts'
import type { GatewayRun } from './run-gateway.ts'
import { setStage } from './start-bff.ts'
import { fromBrowser, type GatewayTestOptions, readGoals, runOf } from './start-gateway.ts'

const program = fileURLToPath(new URL('./gateway-child.ts', import.meta.url))

/** The gateway in a process that can be killed; the sandbox stays in this one, and lives on. */
export async function startGatewayChild(options: GatewayTestOptions = {}) {
  const { sandbox, remove, dataDir, env } = await setStage(options)
  const goals = await readGoals(sandbox)
  const run = runOf(loadConfig(env), options, goals)
  let child = await spawnGateway(run)
  return {
    sandbox,
    dataDir,
    goals,
    run,
    get browser() {
      return child.browser
    },
    tenant: (path: string, sent: Sent = {}) =>
      child.browser.send(`/gainsight${path}`, { ...sent, headers: { ...fromBrowser, ...sent.headers } }),
    /** Ends the process as a power cut would: nothing in it hears of it. */
    kill: () => child.kill(),
    async start() {
      child = await spawnGateway(run)
    },
    async stop() {
      await child.kill()
      await remove()
    },
  }
}

/** One more process with the same store and tenant. */
export async function spawnGateway(run: GatewayRun) {
  const child = spawn(process.execPath, ['--liftoff-only', program, JSON.stringify(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await firstLine(child)
  return {
    browser: createBrowser(url),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child has no standard output.')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('The gateway ended before it began.')
}
