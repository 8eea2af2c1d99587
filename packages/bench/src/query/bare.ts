import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../../../apps/bff/src/database/embedded.ts'
import type { Session, Storage } from '../session.ts'
import type { Asked } from './questions.ts'

/** The same goals, asked by statements alone. */
export type Bare = { ask: (asked: Asked) => Promise<void>; stop: () => Promise<void> }

/**
 * A PostgreSQL server is asked beside the bff. Embedded storage has one connection, which is the bff's: a copy of its files is asked, made while
 * the bff is down.
 */
export async function openBare(session: Session, storage: Storage): Promise<Bare> {
  if (storage === 'postgres') return openPool({ connectionString: session.databaseUrl, max: 10 })
  const folder = mkdtempSync(join(tmpdir(), 'goalkeeper-bare-'))
  await session.paused(() => cpSync(join(session.dataDir, 'pglite'), join(folder, 'pglite'), { recursive: true }))
  const embedded = await startEmbedded(folder)
  return openPool({ stream: embedded.connect, user: 'postgres', database: 'postgres', max: 1 }, async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  })
}

function openPool(options: pg.PoolConfig, close: () => Promise<void> = async () => undefined): Bare {
  const pool = new pg.Pool(options)
  return {
    async ask({ bare }) {
      await Promise.all(bare.map(({ text, values }) => pool.query(text, values)))
    },
    async stop() {
      await pool.end()
      await close()
    },
  }
}
