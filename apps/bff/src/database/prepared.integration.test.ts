import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import type { Database } from './connect.ts'
import { createStatementNames } from './prepared.ts'

let database: Database

beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.close())

const prepared = async () =>
  (await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements`.execute(database.db)).rows

test('a statement that comes again is prepared once, and answers with what is there by then', async () => {
  const named = (name: string) => database.db.selectFrom('person').select('id').where('name', '=', name).execute()
  for (let time = 0; time < 20; time += 1) expect(await named('nobody')).toEqual([])
  expect((await prepared()).filter(({ statement }) => statement.includes('from "person"'))).toHaveLength(1)
  // A table that changes under it, as by a migration, is no hindrance.
  await sql`CREATE INDEX own_index ON person (name)`.execute(database.db)
  expect(await named('nobody')).toEqual([])
})

test('a statement that fails once it is prepared does no harm to the next', async () => {
  const divided = (by: number) => sql<{ result: number }>`SELECT 6 / ${by}::int AS result`.execute(database.db)
  for (let time = 0; time < 5; time += 1) expect((await divided(2)).rows).toEqual([{ result: 3 }])
  await expect(divided(0)).rejects.toThrow('division by zero')
  await expect(
    database.db.transaction().execute(async (trx) => {
      await sql`SELECT 6 / ${0}::int AS result`.execute(trx)
    }),
  ).rejects.toThrow('division by zero')
  expect((await divided(3)).rows).toEqual([{ result: 2 }])
})

test('what comes once, has no parameters, or is of an endless kind, has no name', () => {
  const nameOf = createStatementNames()
  expect([nameOf('a', 1), nameOf('a', 1), nameOf('a', 1), nameOf('a', 1)]).toEqual([null, null, 's0', 's0'])
  for (let time = 0; time < 5; time += 1) {
    expect(nameOf('COMMIT', 0)).toBeNull()
    expect(nameOf('x'.repeat(20_000), 1)).toBeNull()
  }
  for (let kind = 0; kind < 5_000; kind += 1) expect(nameOf(`once ${kind}`, 1)).toBeNull()
  const names = new Set<string | null>()
  for (let kind = 0; kind < 1_000; kind += 1)
    for (let time = 0; time < 3; time += 1) names.add(nameOf(`often ${kind}`, 1))
  names.delete(null)
  expect(names.size).toBe(299)
  expect(nameOf('a', 1)).toBe('s0')
})
