import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import type { Logger } from 'pino'
import bff from '../package.json' with { type: 'json' }
import type { Config } from './config.ts'
import { openDatabase } from './database/connect.ts'
import { claimStore } from './database/store-tenant.ts'
import { createEvents } from './events/events.ts'
import { createHealth } from './health/health.ts'
import { createOpenApi } from './http/openapi.ts'
import { createSessions } from './http/session.ts'
import { fingerprintOf, prepareDataDir, readInstallSecret } from './installation.ts'
import { createWebApp } from './web-app/web-app.ts'

export type Services = Awaited<ReturnType<typeof createServices>>

const webAppFolder = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** Builds every room once. Nothing calls the tenant before `start`; `stop` finishes what is in flight and closes the store. */
export async function createServices(config: Config, log: Logger) {
  await prepareDataDir(config.dataDir)
  const installSecret = await readInstallSecret(config.dataDir)
  const database = await openDatabase(config.database, config.dataDir, log)
  try {
    await claimStore(database, config.tenant.sandbox ? 'sandbox' : config.tenant.baseUrl)
  } catch (error) {
    await database.close()
    throw error
  }
  const events = createEvents(log)
  const health = createHealth(database)
  const launchSecret = config.launchSecret ?? randomBytes(24).toString('base64url')
  const sessions = createSessions({ open: config.tenant.sandbox, launchSecret, installSecret })
  return {
    log,
    database,
    events,
    health,
    sessions,
    launchSecret,
    fingerprint: fingerprintOf(config.tenant.accessKey, installSecret),
    openApi: createOpenApi(bff.version, Object.values(tenantRoutes)),
    webApp: await createWebApp(webAppFolder),
    start() {},
    async stop() {
      await database.close()
    },
  }
}
