import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '#bff/database/connect.ts'
import { migrations } from '#bff/database/migrations.ts'
import { indexGoals } from '../../test/index-goals.ts'
import { temporaryDatabase } from '../../test/temporary-database.ts'

let database: Database
beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.close())

/** A Sunday's last moment in UTC, and the Monday after. */
const sunday = Date.parse('2026-11-22T23:59:59Z')
const monday = Date.parse('2026-11-23T00:00:00Z')

const change = (gsid: string, field: string, before: unknown, after: unknown, seenAt: number) => ({
  gsid,
  field,
  before: JSON.stringify(before),
  after: JSON.stringify(after),
  by: null,
  source: 'sync' as const,
  write_id: null,
  by_id: null,
  screen: null,
  seen_before: null,
  seen_at: seenAt,
})

it('a store that has kept differences knows its turns when it is brought up to date', async () => {
  const { db } = database
  const goal = (gsid: string, StatusId: string, StatusMeaning: string) => ({
    gsid,
    fields: { Gsid: gsid, StatusId, StatusMeaning },
    CTA: [],
    SP: [],
  })
  await indexGoals(database, [
    goal('G1', 'DONE', 'achieved'),
    goal('G2', 'PARTLY', 'achieved'),
    goal('G3', 'RISK', 'at risk'),
  ])
  await db
    .insertInto('goal_change')
    .values([
      change('G1', 'DueDate', '2026-12-01', '2026-12-31', sunday),
      change('G1', 'DueDate', '2026-12-31', '2027-01-31', monday),
      change('G2', 'DueDate', '2026-12-01', '2026-11-30', monday),
      change('G2', 'DueDate', null, '2026-12-31', monday),
      change('G3', 'DueDate', '2026-12-31', null, monday),
      change('G1', 'StatusId', 'RISK', 'DONE', monday),
      // From one status that means achieved to another.
      change('G2', 'StatusId', 'DONE', 'PARTLY', monday),
      change('G3', 'StatusId', 'DONE', 'RISK', monday),
    ])
    .execute()
  await sql`DROP TABLE goal_turn, goal_day_count, goal_day`.execute(db)
  await migrations['160-overview']?.up(db)
  const turns = await db.selectFrom('goal_turn').selectAll().orderBy('kind').orderBy('week').execute()
  expect(turns).toEqual([
    { gsid: 'G1', kind: 'achieved', week: '2026-11-23' },
    { gsid: 'G1', kind: 'later', week: '2026-11-16' },
    { gsid: 'G1', kind: 'later', week: '2026-11-23' },
  ])
})
