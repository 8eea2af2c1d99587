import { fieldNamed } from '@goalkeeper/filter/field'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#bff/database/connect.ts'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { sortSql } from './field-sql.ts'
import { filterSql } from './filter-sql.ts'

let database: Database
beforeAll(async () => {
  database = await temporaryDatabase()
  await sql`
    INSERT INTO goal (gsid, name, status_name, status_meaning, due_date, hash)
    SELECT 'G' || number, 'Goal', (ARRAY['New', 'Achieved', 'Dropped'])[1 + number % 3],
      (ARRAY['planned', 'achieved', 'dropped'])[1 + number % 3], date '2028-01-01' + number % 500, ''
    FROM generate_series(1, 3000) AS number`.execute(database.db)
  await sql`VACUUM (ANALYZE) goal`.execute(database.db)
})
afterAll(() => database.close())

const fieldOf = (name: string, type: 'boolean' | 'text') => ({ name, label: name, type })
const fields = [fieldOf('Open', 'boolean'), fieldOf('StatusName', 'text'), fieldOf('StatusMeaning', 'text')]
const context = { fields, today: '2028-02-29' }

/** The plan of the first rows in the order in which the list opens: open goals first, by due date. */
async function planOf(condition: RawBuilder<unknown>): Promise<string> {
  const open = fieldNamed(fields, 'Open')
  if (!open) throw new Error('There is no such field.')
  const { rows } = await sql<object>`
    EXPLAIN SELECT gsid FROM goal WHERE ${condition}
    ORDER BY ${sortSql(open, context)} ASC NULLS LAST, due_date ASC NULLS LAST, gsid LIMIT 100`.execute(database.db)
  return JSON.stringify(rows)
}

test('the first rows of all goals are read in their order, and nothing is sorted', async () => {
  const plan = await planOf(sql`true`)
  expect(plan).toContain('goal_in_first_order')
  expect(plan).not.toContain('Sort')
})

test('of a few statuses only the index is read', async () => {
  const plan = await planOf(filterSql({ field: 'StatusName', op: 'EQ', value: ['Nobody has it'] }, context))
  expect(plan).toContain('Index Only Scan using goal_of_status_name')
})
