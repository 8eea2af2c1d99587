import { announceFirstSync } from './announce.ts'
import { createApp } from './app.ts'
import { type Config, loadConfig, secretVariables } from './config.ts'
import { checkTenantReachable } from './health/tenant-reachable.ts'
import { type Listening, listen } from './listen.ts'
import { createLog } from './log.ts'
import { createServices, type Services } from './services.ts'

/** Longer than the tenant may take to answer a write that is on its way. */
const stopPatienceMs = 40_000
/** The sandbox may still be starting beside us. */
const reachPatienceMs = { sandbox: 15_000, tenant: 5_000 }

try {
  await run()
} catch (error) {
  console.error(`Goalkeeper cannot start: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const config = loadConfig(process.env)
  for (const name of secretVariables) delete process.env[name]
  const starting = start(config)

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    // A start that fails says so itself.
    const started = await starting.catch(() => null)
    await started?.services.drain()
    await started?.services.stop(started.server.close(stopPatienceMs))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', () => {
    // Asked a second time, it does not wait.
    if (isStopping) process.exit(130)
    return stop()
  })
  // Whoever started it and held a channel to it has gone, and would not stop it any more.
  process.on('disconnect', stop)
  // Listening to the channel would keep a program alive that has stopped.
  process.channel?.unref()

  const { services, server } = await starting
  if (isStopping) return
  const launch = config.signIn.kind === 'launch-link' ? `/launch/${services.launchSecret}` : ''
  console.log(`Goalkeeper: ${config.publicUrl ?? server.url}${launch}`)
  announceFirstSync(services.events, services.goalIndex.sync(), console.log)
}

async function start(config: Config): Promise<{ services: Services; server: Listening }> {
  const { tenant } = config
  await checkTenantReachable(tenant.baseUrl, tenant.sandbox ? reachPatienceMs.sandbox : reachPatienceMs.tenant)
  const services = await createServices(config, createLog(config.logLevel))
  try {
    const server = await listen(createApp(services), config)
    await services.start()
    return { services, server }
  } catch (error) {
    await services.stop()
    throw error
  }
}
