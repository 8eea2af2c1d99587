import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { preparing } from './prepared.ts'
import type { Schema } from './schema.ts'

/** Where the store is: PGlite inside this process, with its files in the data folder, or a PostgreSQL server. */
export type DatabaseConfig = { kind: 'embedded' } | { kind: 'postgres'; url: string }

/** `session`: how this process calls its connections to a server. */
export type Database = { db: Kysely<Schema>; kind: DatabaseConfig['kind']; session: string; close(): Promise<void> }

/** Opens the store and brings its tables up to date. Rejects with a sentence for people when it cannot be had. */
export async function openDatabase(config: DatabaseConfig, dataDir: string, log: Logger): Promise<Database> {
  const database = config.kind === 'embedded' ? await openEmbedded(dataDir, log) : openServer(config.url, log)
  try {
    await migrate(database.db)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openEmbedded(dataDir: string, log: Logger): Promise<Database> {
  const embedded = await startEmbedded(dataDir)
  const pool = createPool(
    {
      host: embedded.socketDir,
      user: 'postgres',
      database: 'postgres',
      // PGlite is one backend, and its socket server mixes up the messages of two clients (docs/decisions).
      max: 1,
      // Who asks the pool from inside a transaction would wait for itself for ever: say so instead.
      connectionTimeoutMillis: 60_000,
    },
    log,
  )
  const db = connect(preparing(pool))
  const close = async () => {
    await db.destroy()
    await embedded.stop()
  }
  return { db, kind: 'embedded', session: '', close }
}

function openServer(url: string, log: Logger): Database {
  const session = `goalkeeper ${randomUUID()}`
  const settings = { connectionString: url, application_name: session, max: 10, connectionTimeoutMillis: 10_000 }
  const db = connect(createPool(settings, log))
  return { db, kind: 'postgres', session, close: () => db.destroy() }
}

const connect = (pool: PostgresPool) => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })

function createPool(options: pg.PoolConfig, log: Logger): pg.Pool {
  const pool = new pg.Pool({ ...options, types: { getTypeParser } })
  // The pool replaces an idle connection that breaks; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'A database connection broke'))
  // So would one that breaks while it is in use, besides failing what it was used for.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Counts and instants (int8, numeric) are numbers, and a date stays the string YYYY-MM-DD that it is. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number
  if (oid === pg.types.builtins.DATE) return String
  return format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid, 'text')
}
