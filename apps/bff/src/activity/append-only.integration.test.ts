import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '#bff/database/connect.ts'
import { startPostgres } from '../../test/postgres-server.ts'
import { temporaryDatabase } from '../../test/temporary-database.ts'

let server: Awaited<ReturnType<typeof startPostgres>>
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const onServer = async () =>
  openDatabase({ kind: 'postgres', url: await server.database() }, '', pino({ level: 'silent' }))

describe.each([
  ['embedded storage', temporaryDatabase],
  ['a PostgreSQL server', onServer],
])('%s itself', (_, open) => {
  let database: Database
  const id = randomUUID()

  beforeAll(async () => {
    database = await open()
    const { db } = database
    await sql`
      INSERT INTO goal_change (gsid, field, before, after, source, seen_at) VALUES ('G', 'Name', '1', '2', 'sync', 1)`.execute(
      db,
    )
    await sql`INSERT INTO activity_deed (kind, at, actor, actor_id, words) VALUES ('deed', 1, 'A', 'person:a', 'Did')`.execute(
      db,
    )
    await sql`
      INSERT INTO gateway_write (id, kind, state, actor, actor_id, holder, body, body_digest, asked_at)
      VALUES (${id}, 'update', 'waiting', 'A', 'person:a', ${randomUUID()}, '{"a":1}', 'd', 1)`.execute(db)
  })
  afterAll(() => database.close())

  const run = (statement: RawBuilder<unknown>) => statement.execute(database.db)

  test.each(['goal_change', 'activity_deed'])('never changes nor forgets a row of %s', async (name) => {
    const table = sql.table(name)
    await expect(run(sql`UPDATE ${table} SET gsid = 'H'`)).rejects.toThrow('append-only')
    await expect(run(sql`DELETE FROM ${table}`)).rejects.toThrow('append-only')
    await expect(run(sql`TRUNCATE ${table}`)).rejects.toThrow('append-only')
    expect((await run(sql`SELECT gsid FROM ${table}`)).rows).toHaveLength(1)
  })

  test('never forgets a write, nor who asked for what', async () => {
    await expect(run(sql`DELETE FROM gateway_write`)).rejects.toThrow('append-only')
    await expect(run(sql`TRUNCATE gateway_write`)).rejects.toThrow('append-only')
    for (const change of [
      sql`id = gen_random_uuid()`,
      sql`kind = 'create'`,
      sql`actor = 'B'`,
      sql`actor_id = NULL`,
      sql`screen = 'list'`,
      sql`body = '{"a":2}'`,
      sql`body_digest = 'e'`,
    ]) {
      await expect(run(sql`UPDATE gateway_write SET ${change}`)).rejects.toThrow('cannot be changed')
    }
  })

  test('lets a write go its way, and leaves it alone once the tenant has decided', async () => {
    await run(sql`UPDATE gateway_write SET state = 'cancelled'`)
    await run(sql`UPDATE gateway_write SET state = 'waiting', asked_at = 2`)
    await run(sql`UPDATE gateway_write SET state = 'sent', sent_at = 3`)
    await run(sql`UPDATE gateway_write SET state = 'confirmed', settled_at = 4`)
    await expect(run(sql`UPDATE gateway_write SET state = 'unknown'`)).rejects.toThrow('is settled')
    await expect(run(sql`UPDATE gateway_write SET detail = 'x'`)).rejects.toThrow('is settled')
  })
})
