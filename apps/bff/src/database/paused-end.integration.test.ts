import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from '../../test/postgres-server.ts'
import { type Database, openDatabase } from './connect.ts'

let server: Awaited<ReturnType<typeof startPostgres>>
let [paused, other]: Database[] = []
beforeAll(async () => {
  server = await startPostgres()
  const url = await server.database()
  const open = () => openDatabase({ kind: 'postgres', url }, '', pino({ level: 'silent' }))
  paused = await open()
  other = await open()
})
afterAll(async () => {
  await paused?.close()
  await other?.close()
  await server.stop()
})

test('a process that stands still in a transaction holds up the others for a while only, and nothing of it is stored', async () => {
  if (!paused || !other) return expect.fail('No store.')
  const { db } = other
  await sql`INSERT INTO store (id, tenant, recorded_at) VALUES (1, 'before', 0)`.execute(db)
  let others: Promise<unknown[]> | undefined
  const halfway = paused.db.transaction().execute(async (transaction) => {
    await sql`UPDATE store SET tenant = 'of the paused one'`.execute(transaction)
    // More than have a connection: who only reads waits for those who wait.
    const writes = Array.from({ length: 12 }, () => sql`UPDATE store SET recorded_at = recorded_at + 1`.execute(db))
    others = Promise.all([...writes, sql`SELECT 1`.execute(db)])
    await others
    await sql`SELECT 1`.execute(transaction)
  })
  await expect(halfway).rejects.toThrow()
  await others
  const { rows } = await sql`SELECT tenant, recorded_at AS count FROM store`.execute(db)
  expect(rows).toEqual([{ tenant: 'before', count: 12 }])
  // The paused one goes on with another connection.
  expect((await sql`SELECT 1 AS one`.execute(paused.db)).rows).toEqual([{ one: 1 }])
}, 60_000)
