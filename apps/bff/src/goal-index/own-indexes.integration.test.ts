import { type FilterField } from '@goalkeeper/filter/field'
import { goldenGoals } from '@goalkeeper/filter/golden-goals'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#bff/database/connect.ts'
import { indexGoals } from '../../test/index-goals.ts'
import { startPostgres } from '../../test/postgres-server.ts'
import { filterSql } from './filter-sql.ts'
import { createOwnIndexes } from './own-indexes.ts'

const log = pino({ level: 'silent' })

let server: Awaited<ReturnType<typeof startPostgres>>
let database: Database
beforeAll(async () => {
  server = await startPostgres()
  database = await openDatabase({ kind: 'postgres', url: await server.database() }, '', log)
  await indexGoals(database, goldenGoals)
})
afterAll(async () => {
  await database.close()
  await server.stop()
})

const fieldOf = (name: string, type: FilterField['type'] = 'number') => ({ name, label: name, type })

const ownIndexes = async () => {
  const { rows } = await sql<{ definition: string }>`
    SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indrelid = 'goal'::regclass AND relname LIKE 'goal\\_own\\_%' ORDER BY pg_class.oid`.execute(database.db)
  return rows.map(({ definition }) => definition)
}

/** Notes that such fields were compared, in processes of their own, one after the other. */
async function compare(...fields: FilterField[]): Promise<void> {
  for (const field of fields) {
    const indexes = createOwnIndexes(database, log)
    const condition = { field: field.name, op: 'IS_NOT_NULL' as const }
    indexes.note({
      filter: condition,
      sort: [],
      context: { fields: [field], today: '2028-02-29', within: null, search: null },
    })
    await indexes.idle()
  }
}

test('a field that was compared has an index, which conditions on it are answered from', async () => {
  const worth = fieldOf('Worth__gc')
  await compare(worth, worth)
  expect(await ownIndexes()).toEqual([expect.stringContaining('Worth__gc')])
  const condition = filterSql({ field: 'Worth__gc', op: 'GTE', value: [5] }, { fields: [worth], today: '2028-02-29' })
  const plan = await database.db.transaction().execute(async (transaction) => {
    await sql`SET LOCAL enable_seqscan = off`.execute(transaction)
    const { rows } = await sql<object>`EXPLAIN SELECT count(*) FROM goal WHERE ${condition}`.execute(transaction)
    return JSON.stringify(rows)
  })
  expect(plan).toContain('goal_own_')
})

test('texts have none, for an index refuses long ones', async () => {
  const before = await ownIndexes()
  await compare(fieldOf('Words__gc', 'text'), fieldOf('Choice__gc', 'picklist'), fieldOf('DueDate', 'date'))
  expect(await ownIndexes()).toEqual(before)
})

test('there are twelve at most, and the oldest makes room', async () => {
  await compare(...Array.from({ length: 14 }, (_, index) => fieldOf(`Number_${index}__gc`)))
  const kept = await ownIndexes()
  expect(kept).toHaveLength(12)
  expect(kept[0]).toContain('Number_2__gc')
  expect(kept.at(-1)).toContain('Number_13__gc')
})
