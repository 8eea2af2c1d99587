import type { Logger } from 'pino'
import type { Config } from '#bff/config.ts'
import { type Database, openDatabase } from './connect.ts'
import { claimStore } from './store-tenant.ts'

/** Opens the store of the configuration, for its tenant alone. */
export async function openStore(
  { database: where, dataDir, tenant }: Pick<Config, 'database' | 'dataDir' | 'tenant'>,
  log: Logger,
): Promise<Database> {
  const database = await openDatabase(where, dataDir, log)
  try {
    await claimStore(database, tenant.sandbox ? 'sandbox' : tenant.baseUrl)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
