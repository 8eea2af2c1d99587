import { fieldNamed } from '@goalkeeper/filter/field'
import { goldenFields, goldenGoals, goldenToday } from '@goalkeeper/filter/golden-goals'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#bff/database/connect.ts'
import { indexGoals } from '../../test/index-goals.ts'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { facetSql, sortSql, valueSql } from './field-sql.ts'

const context = { fields: goldenFields, today: goldenToday }

let database: Database
beforeAll(async () => {
  database = await temporaryDatabase()
  await indexGoals(database, goldenGoals)
})
afterAll(() => database.close())

function fieldOf(name: string) {
  const field = fieldNamed(goldenFields, name)
  if (!field) throw new Error(`No golden field ${name}`)
  return field
}

/** The values of a field by Gsid, empty ones left out. */
async function valuesOf(name: string): Promise<Record<string, unknown>> {
  const value = valueSql(fieldOf(name), context).as('value')
  const rows = await database.db.selectFrom('goal').select(['gsid', value]).execute()
  return Object.fromEntries(rows.filter((row) => row.value !== null).map((row) => [row.gsid, row.value]))
}

async function sortedBy(name: string): Promise<string[]> {
  const order = sql`${sortSql(fieldOf(name), context)} asc nulls last`
  const rows = await database.db.selectFrom('goal').select('gsid').orderBy(order).orderBy('gsid').execute()
  return rows.map(({ gsid }) => gsid)
}

test('every golden field can be read back as it was given', async () => {
  const derived = ['Open', 'Overdue', 'DueBucket', 'CreatedAge', 'CTA', 'SP', 'CTACount', 'SPCount']
  for (const { name } of goldenFields.filter((field) => !derived.includes(field.name))) {
    const given = goldenGoals
      .filter(({ fields }) => fields[name] != null)
      .map(({ gsid, fields }) => [gsid, fields[name]])
    expect(await valuesOf(name), name).toEqual(Object.fromEntries(given))
  }
})

test('derived fields have the value that their filters stand for', async () => {
  expect(await valuesOf('DueBucket')).toEqual({
    G1: 'month',
    G2: 'week',
    G3: 'overdue',
    G4: 'closed',
    G5: 'closed',
    G7: 'none',
    G8: 'week',
    G9: 'month',
    G10: 'later',
  })
  expect(await valuesOf('CreatedAge')).toEqual({ G1: 'month', G2: 'month' })
  expect(await valuesOf('Open')).toMatchObject({ G1: true, G4: false, G5: false })
  expect(await valuesOf('Open')).not.toHaveProperty('G6')
  expect(await valuesOf('Overdue')).toMatchObject({ G3: true, G4: false, G6: false })
  expect(await valuesOf('CTACount')).toMatchObject({ G1: 2, G2: 1, G3: 0 })
})

test('texts sort as people expect, accents beside their letter', async () => {
  expect(await sortedBy('Name')).toEqual(['G6', 'G4', 'G3', 'G5', 'G2', 'G1', 'G7', 'G9', 'G10', 'G8'])
})

test('due buckets sort by urgency, the empty last', async () => {
  expect(await sortedBy('DueBucket')).toEqual(['G3', 'G2', 'G8', 'G1', 'G9', 'G10', 'G7', 'G4', 'G5', 'G6'])
})

test('numbers sort by value and links by how many there are', async () => {
  expect((await sortedBy('Target_Value__gc')).slice(0, 4)).toEqual(['G4', 'G2', 'G3', 'G1'])
  expect((await sortedBy('CTA')).slice(-2)).toEqual(['G2', 'G1'])
})

test('a facet of links tells some from none', async () => {
  const value = facetSql(fieldOf('CTA'), context).as('value')
  const count = sql<number>`count(*)`.as('count')
  const rows = await database.db
    .selectFrom('goal')
    .select([value, count])
    .groupBy(sql`1`)
    .orderBy('count')
    .execute()
  expect(rows).toEqual([
    { value: true, count: 2 },
    { value: null, count: 8 },
  ])
})

test('a facet of a derived field can be grouped by its place', async () => {
  const value = facetSql(fieldOf('DueBucket'), context).as('value')
  const count = sql<number>`count(*)`.as('count')
  const rows = await database.db
    .selectFrom('goal')
    .select([value, count])
    .groupBy(sql`1`)
    .execute()
  expect(Object.fromEntries(rows.map((row) => [String(row.value), row.count]))).toEqual({
    overdue: 1,
    week: 2,
    month: 2,
    later: 1,
    none: 1,
    closed: 2,
    null: 1,
  })
})
