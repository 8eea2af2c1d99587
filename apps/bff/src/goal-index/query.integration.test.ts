import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#bff/database/connect.ts'
import { catalogueField } from '../../test/catalogue-field.ts'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import type { CheckedQuery } from './query-input.ts'
import { countGoals, readWindow } from './query.ts'

const goals = 6_000

let database: Database
let listed: string[]
beforeAll(async () => {
  database = await temporaryDatabase()
  // Many share a day, and some have none.
  await sql`
    INSERT INTO goal (gsid, name, due_date, hash)
    SELECT 'G' || number, 'Goal ' || number % 7,
      CASE WHEN number % 11 > 0 THEN date '2028-01-01' + number * 7919 % 500 END, ''
    FROM generate_series(1, ${goals}) AS number`.execute(database.db)
  const { rows } = await sql<{ gsid: string }>`
    SELECT gsid FROM goal ORDER BY due_date NULLS LAST, name COLLATE "und-x-icu" DESC NULLS LAST, gsid`.execute(
    database.db,
  )
  listed = rows.map(({ gsid }) => gsid)
})
afterAll(() => database.close())

const fields = [
  catalogueField({ name: 'DueDate', label: 'DueDate', type: 'date' }),
  catalogueField({ name: 'Name', label: 'Name', type: 'text' }),
]

async function window(offset: number, limit: number): Promise<string[]> {
  const [due, name] = fields
  if (!due || !name) throw new Error('No fields.')
  const context = { fields, today: '2028-02-29', within: null, search: null }
  const query: CheckedQuery = {
    filter: null,
    sort: [
      { field: due, direction: 'asc' },
      { field: name, direction: 'desc' },
    ],
    offset,
    limit,
    facets: [],
    group: null,
    select: [due],
    context,
  }
  const rows = await readWindow(database, query, () => countGoals(database, null, context))
  return rows.map(({ gsid }) => gsid)
}

test.each([0, 1, 1_999, 2_000, 2_001, 2_950, 2_999, 3_000, 3_001, 5_400, 5_899, 5_900, 5_950, 5_999, 6_000, 7_000])(
  'the window from %d on is that part of the whole list, from whichever end it was read',
  async (offset) => {
    expect(await window(offset, 100)).toEqual(listed.slice(offset, offset + 100))
  },
)
