import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { PausedEndDialect, pausedMs } from './paused-end.ts'
import { preparing } from './prepared.ts'
import type { Schema } from './schema.ts'

/** Where the store is: PGlite inside this process, with its files in the data folder, or a PostgreSQL server. */
export type DatabaseConfig = { kind: 'embedded' } | { kind: 'postgres'; url: string }

/** `session`: how this process calls its connections to a server. */
export type Database = { db: Kysely<Schema>; kind: DatabaseConfig['kind']; session: string; close(): Promise<void> }

/** A store whose tables may be those of an older release. `stop` ends what only this process needs. */
type Opened = Pick<Database, 'kind' | 'session'> & { pool: pg.Pool; stop: () => Promise<void> }

/** Opens the store and brings its tables up to date. Rejects with a sentence for people when it cannot be had. */
export async function openDatabase(config: DatabaseConfig, dataDir: string, log: Logger): Promise<Database> {
  const { pool, kind, session, stop } =
    config.kind === 'embedded' ? await openEmbedded(dataDir, log) : openServer(config.url, log)
  try {
    // Tables change under these statements, of which none is prepared.
    await migrate(connect(pool))
  } catch (error) {
    await pool.end()
    await stop()
    throw error
  }
  const db =
    kind === 'embedded' ? connect(preparing(pool)) : new Kysely<Schema>({ dialect: new PausedEndDialect({ pool }) })
  const close = async () => {
    await db.destroy()
    // Where nobody has asked for anything yet, the pool is still open.
    if (!pool.ending) await pool.end()
    await stop()
  }
  return { db, kind, session, close }
}

async function openEmbedded(dataDir: string, log: Logger): Promise<Opened> {
  const embedded = await startEmbedded(dataDir)
  const pool = createPool(
    {
      stream: embedded.connect,
      user: 'postgres',
      database: 'postgres',
      // PGlite is one backend.
      max: 1,
      // A connection that nobody uses costs nothing, and what it has prepared is kept.
      idleTimeoutMillis: 0,
      // Who asks the pool from inside a transaction would wait for itself for ever: say so instead.
      connectionTimeoutMillis: 60_000,
    },
    log,
  )
  return { pool, kind: 'embedded', session: '', stop: () => embedded.stop() }
}

function openServer(url: string, log: Logger): Opened {
  const session = `goalkeeper ${randomUUID()}`
  // A question waits for longer than a process that stands still can hold up those which have the connections.
  const settings = { connectionString: url, application_name: session, max: 10, connectionTimeoutMillis: 2 * pausedMs }
  return { pool: createPool(settings, log), kind: 'postgres', session, stop: async () => undefined }
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
