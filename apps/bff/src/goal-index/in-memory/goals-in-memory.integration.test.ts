import { filterArbitrary, goalsArbitrary } from '@goalkeeper/filter/arbitrary'
import { addDays, mondayOf } from '@goalkeeper/filter/dates'
import { goldenFields, goldenGoals, goldenToday } from '@goalkeeper/filter/golden-goals'
import { conditionsOf, type FilterTree } from '@goalkeeper/filter/tree'
import fc from 'fast-check'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#bff/database/connect.ts'
import { catalogueField } from '../../../test/catalogue-field.ts'
import { indexGoals } from '../../../test/index-goals.ts'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import { until } from '../../../test/until.ts'
import { countByValue } from '../facets.ts'
import { countOverview, type OverviewCounts } from '../overview-counts.ts'
import { overviewInMemory } from '../overview-in-memory.ts'
import { countGoals, readWindow } from '../query.ts'
import type { CheckedQuery, Sorting } from '../query-input.ts'
import { createGoalsInMemory, type GoalsInMemory } from './goals-in-memory.ts'

const fields = goldenFields.map(catalogueField)
const kept = fields.filter(({ type }) => type !== 'html')
const context = { fields, today: goldenToday, within: null, search: null }

let database: Database
let inMemory: GoalsInMemory
beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await indexGoals(database, goldenGoals)
  inMemory = createGoalsInMemory({ database, log: pino({ level: 'silent' }), isFilled: () => true })
  await until(async () => {
    inMemory.note({ filter: null, sort: [], facets: kept, context })
    return (await inMemory.now(context))?.total({ field: 'Name', op: 'IS_NOT_NULL' }) ?? null
  })
})

const queryOf = (filter: FilterTree | null, sort: Sorting[] = []): CheckedQuery => ({
  filter,
  sort,
  group: null,
  offset: 0,
  limit: 100,
  facets: [],
  select: [],
  context,
})

const asksTexts = (tree: FilterTree) =>
  conditionsOf(tree).some(({ field }) => fields.find(({ name }) => name === field)?.type === 'html')

const span = { horizon: addDays(goldenToday, 30), from: addDays(mondayOf(goldenToday), -84) }

/** Rows that count nothing left out, and those of one kind added up. */
function overviewOf(counts: OverviewCounts | null) {
  if (!counts) return null
  const kinds = [
    ...counts.csms.map(({ csm, meaning, goals }) => [JSON.stringify({ csm, meaning }), goals] as const),
    ...counts.due.map(({ when, meaning, goals }) => [JSON.stringify({ when, meaning }), goals] as const),
    ...counts.created.map(({ week, goals }) => [JSON.stringify({ week }), goals] as const),
  ]
  const sums: Record<string, number> = {}
  for (const [kind, goals] of kinds) if (goals > 0) sums[kind] = (sums[kind] ?? 0) + goals
  const { csms: _csms, due: _due, created: _created, ...totals } = counts
  return { ...totals, sums }
}

const byValue = (counts: readonly { value: unknown; count: number }[]) =>
  new Map(counts.map(({ value, count }) => [value, count]))

describe('what memory answers', () => {
  test('is what the database answers, whatever the filter, the order and the goals', async () => {
    const sorting = fc.record({
      field: fc.constantFrom(...kept),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    })
    const question = fc.record({
      tree: filterArbitrary.filter((tree) => !asksTexts(tree)),
      sort: fc.array(sorting, { maxLength: 2 }),
      facet: fc.constantFrom(...kept),
    })
    let before = goldenGoals.map(({ gsid }) => gsid)
    let ordered = 0
    const property = fc.asyncProperty(
      goalsArbitrary,
      fc.array(question, { minLength: 10, maxLength: 10 }),
      async (goals, questions) => {
        await indexGoals(database, goals)
        inMemory.changed([...before, ...goals.map(({ gsid }) => gsid)])
        before = goals.map(({ gsid }) => gsid)
        const answers = await inMemory.now(context)
        for (const { tree, sort, facet } of questions) {
          expect(answers?.total(tree)).toBe(await countGoals(database, tree, context))
          const counts = answers?.countByValue(facet, tree)
          expect(byValue(counts ?? [])).toEqual(byValue(await countByValue(database, facet, tree, context)))
          expect(answers && overviewOf(overviewInMemory(answers, tree, context, span))).toEqual(
            overviewOf(await countOverview(database, tree, context, span)),
          )
          const window = answers?.window(queryOf(tree, sort))
          if (!window) continue
          ordered += 1
          const rows = await readWindow(database, queryOf(tree, sort), () => countGoals(database, tree, context))
          expect(window).toEqual(rows.map(({ gsid }) => gsid))
        }
      },
    )
    await fc.assert(property, { numRuns: 60 })
    expect(ordered).toBeGreaterThan(200)
  })

  test('leaves to the database what it does not keep: long texts, searches, the order of ids', async () => {
    const answers = await inMemory.now(context)
    expect(answers?.total({ field: 'Description', op: 'CONTAINS', value: ['a'] })).toBeNull()
    const byCompany = kept
      .filter(({ name }) => name === 'CompanyId')
      .map((field) => ({ field, direction: 'asc' as const }))
    expect(answers?.window(queryOf(null, byCompany))).toBeNull()
    expect(await inMemory.now({ ...context, search: { text: 'a', words: [], gsids: [] } })).toBeNull()
  })

  test('is not kept of a field whose texts are long and all different', async () => {
    await sql`
      INSERT INTO goal (gsid, name, hash, company_name)
      SELECT 'LONG' || number, repeat('long ', 40) || number, '', 'Harborline' FROM generate_series(1, 400) AS number
    `.execute(database.db)
    const narrow = createGoalsInMemory({
      database,
      log: pino({ level: 'silent' }),
      isFilled: () => true,
      most: { all: 200_000, field: 50_000 },
    })
    const of = (...names: string[]) => kept.filter(({ name }) => names.includes(name))
    const isKept = async (field: string) =>
      typeof (await narrow.now(context))?.total({ field, op: 'IS_NOT_NULL' }) === 'number'
    narrow.want(of('Name'))
    // The one connection has begun with it by then.
    await sql`SELECT 1`.execute(database.db)
    narrow.want(of('Name', 'CompanyName'))
    await until(() => isKept('CompanyName'))
    expect(await isKept('Name')).toBe(false)
    narrow.want(of('Name', 'DueDate'))
    await until(() => isKept('DueDate'))
    expect(await isKept('Name')).toBe(false)
    await narrow.stop()
  })

  test('is asked of the database while goals are read, and holds what was written meanwhile', async () => {
    const gsids = Array.from({ length: 3_000 }, (_, at) => `GOAL${String(at).padStart(5, '0')}`)
    await sql`
      INSERT INTO goal (gsid, name, hash) SELECT gsid, 'As it was', '' FROM unnest(${gsids}::text[]) AS given (gsid)
    `.execute(database.db)
    // So many are not read one by one: everything is read anew.
    inMemory.changed(gsids)
    expect(await inMemory.now(context)).toBeNull()

    inMemory.note({ filter: null, sort: [], facets: kept, context })
    const left = gsids.filter((_, at) => at % 7 === 0)
    await sql`DELETE FROM goal WHERE gsid = ANY (${left}::text[])`.execute(database.db)
    inMemory.changed(left)
    const written = gsids.filter((_, at) => at % 10 === 9)
    await sql`UPDATE goal SET name = 'Written meanwhile' WHERE gsid = ANY (${written}::text[])`.execute(database.db)
    inMemory.changed(written)

    const tree: FilterTree = { field: 'Name', op: 'EQ', value: ['Written meanwhile'] }
    const totals = await until(async () => {
      const answers = await inMemory.now(context)
      return answers && { all: answers.total(null), written: answers.total(tree) }
    })
    expect(totals).toEqual({
      all: await countGoals(database, null, context),
      written: await countGoals(database, tree, context),
    })
    expect(totals.written).toBeGreaterThan(200)
  })
})
