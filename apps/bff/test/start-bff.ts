import { type Sandbox, startSandbox } from '@goalkeeper/sandbox/start'
import { createApp } from '#bff/app.ts'
import { loadConfig } from '#bff/config.ts'
import { type Listening, listen } from '#bff/listen.ts'
import { createLog } from '#bff/log.ts'
import { createServices, type Services } from '#bff/services.ts'
import { createBrowser } from './browser.ts'
import { giveEmptyDatabase, temporaryFolder } from './temporary-folder.ts'

export type SandboxOptions = NonNullable<Parameters<typeof startSandbox>[0]>
export type FaultSetting = NonNullable<SandboxOptions['faults']>[number]
export type StartOptions = {
  /** Laid over the defaults: free ports, a data folder of its own, no log, limits that nothing here reaches, one sync. */
  env?: Record<string, string>
  sandbox?: SandboxOptions
  /** Meet the sandbox as a real tenant is met: by base URL and key, behind a launch link, read-only at first. */
  real?: boolean
  /** The clock of sessions and tokens. */
  now?: () => number
}

/** The real bff in this process, against a real sandbox, over HTTP. `restart` keeps the data folder and the sandbox. */
export async function startBff(options: StartOptions = {}) {
  const stage = await setStage(options)
  let running = await run(stage.env, options.now)
  return {
    sandbox: stage.sandbox,
    dataDir: stage.dataDir,
    get url() {
      return running.server.url
    },
    get services() {
      return running.services
    },
    get browser() {
      return running.browser
    },
    async restart(env: Record<string, string> = {}) {
      await running.stop()
      running = await run({ ...stage.env, ...env }, options.now)
    },
    async stop() {
      await running.stop()
      await stage.remove()
    },
  }
}
export type Bff = Awaited<ReturnType<typeof startBff>>

/** A sandbox, a data folder with an empty database, and the environment in which a bff meets them. */
export async function setStage({ env = {}, sandbox: sandboxOptions = {}, real = false }: StartOptions) {
  const sandbox: Sandbox = await startSandbox({ goals: 200, callsPerMinute: 6_000, ...sandboxOptions })
  const folder = await temporaryFolder()
  const environment: Record<string, string> = {
    PORT: '0',
    DATA_DIR: folder.path,
    LOG_LEVEL: 'silent',
    GAINSIGHT_CALLS_PER_MINUTE: '6000',
    // After the first sync only the test itself asks the tenant.
    SYNC_INTERVAL_SECONDS: '86400',
    ...(real
      ? { GAINSIGHT_BASE_URL: sandbox.url, GAINSIGHT_ACCESS_KEY: sandbox.accessKey, GAINSIGHT_SHARE: '100' }
      : { SANDBOX_PORT: String(sandbox.port), SANDBOX_ACCESS_KEY: sandbox.accessKey }),
    ...env,
  }
  const { dataDir } = loadConfig(environment)
  await giveEmptyDatabase(dataDir)
  const remove = async () => {
    await sandbox.stop()
    await folder.remove()
  }
  return { sandbox, env: environment, dataDir, remove }
}

type Running = {
  server: Listening
  services: Services
  browser: ReturnType<typeof createBrowser>
  stop(): Promise<void>
}

export async function run(env: Record<string, string>, now?: () => number): Promise<Running> {
  const config = loadConfig(env)
  const services = await createServices(config, createLog(config.logLevel), now)
  const server = await listen(createApp(services), config)
  await services.start()
  const stop = () => services.stop(server.close(10_000))
  return { server, services, browser: createBrowser(server.url), stop }
}
