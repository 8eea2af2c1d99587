import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clearTables, temporaryDatabase } from '../../test/temporary-database.ts'
import type { Database } from './connect.ts'

let database: Database
beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.close())

test('counts and instants are numbers, a date stays a string', async () => {
  const { rows } = await sql`SELECT count(*) AS count, date '2026-03-31' AS due, 1.5::numeric AS arr`.execute(
    database.db,
  )
  expect(rows).toEqual([{ count: 1, due: '2026-03-31', arr: 1.5 }])
})

test('trigram search and the named collation are there', async () => {
  const { rows } = await sql`SELECT 'adoption' % 'adoptoin' AS alike, 'a' COLLATE "und-x-icu" < 'B' AS ordered`.execute(
    database.db,
  )
  expect(rows).toEqual([{ alike: true, ordered: true }])
})

test('statements at the same time and transactions do not mix', async () => {
  await clearTables(database)
  const numbers = Array.from({ length: 200 }, (_, index) => index)
  const answers = await Promise.all(
    numbers.map((number) =>
      number % 3 === 0
        ? database.db.transaction().execute(async (trx) => {
            await sql`SELECT 1`.execute(trx)
            return (await sql<{ n: number }>`SELECT ${number}::int AS n`.execute(trx)).rows[0]?.n
          })
        : sql<{ n: number }>`SELECT ${number}::int AS n`.execute(database.db).then(({ rows }) => rows[0]?.n),
    ),
  )
  expect(answers).toEqual(numbers)
})

test('a statement that fails leaves the connection usable', async () => {
  await expect(sql`SELECT 1 / 0`.execute(database.db)).rejects.toThrow('division by zero')
  const failing = database.db.transaction().execute(async (trx) => {
    await trx.insertInto('store').values({ id: 1, tenant: 'half', recorded_at: 0 }).execute()
    throw new Error('halfway')
  })
  await expect(failing).rejects.toThrow('halfway')
  expect(await database.db.selectFrom('store').selectAll().execute()).toEqual([])
})
