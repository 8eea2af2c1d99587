import { filterArbitrary, goalsArbitrary } from '@goalkeeper/filter/arbitrary'
import { passes } from '@goalkeeper/filter/evaluate'
import { goldenCases } from '@goalkeeper/filter/golden'
import { goldenFields, goldenGoals, goldenToday } from '@goalkeeper/filter/golden-goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#bff/database/connect.ts'
import { indexGoals } from '../../test/index-goals.ts'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { filterSql } from './filter-sql.ts'

const context = { fields: goldenFields, today: goldenToday }

let database: Database
beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.close())

async function select(tree: FilterTree): Promise<string[]> {
  const rows = await database.db.selectFrom('goal').select('gsid').where(filterSql(tree, context)).execute()
  return rows.map(({ gsid }) => gsid).toSorted()
}

describe('golden cases in SQL', () => {
  beforeAll(() => indexGoals(database, goldenGoals))

  test.each(goldenCases)('$name', async ({ tree, expect: expected }) => {
    expect(await select(tree)).toEqual(expected.toSorted())
  })
})

test('SQL and the evaluator let the same goals pass, whatever the filter', async () => {
  const property = fc.asyncProperty(
    goalsArbitrary,
    fc.array(filterArbitrary, { minLength: 10, maxLength: 10 }),
    async (goals, trees) => {
      await indexGoals(database, goals)
      for (const tree of trees) {
        const expected = goals.filter((goal) => passes(tree, goal, context)).map(({ gsid }) => gsid)
        expect(await select(tree)).toEqual(expected.toSorted())
      }
    },
  )
  await fc.assert(property, { numRuns: 60 })
})
