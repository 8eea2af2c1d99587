import type { GoalRow } from '@goalkeeper/contract/goals'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { findWords, fitInDescription, fitInName, searchWords } from '@goalkeeper/filter/search-match'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { startPostgres } from '../../test/postgres-server.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'
import { fillSearch } from './search-store.ts'

const names = ['CompanyName', 'RelationshipName', 'OpportunityName', 'CompanyId__gr.Csm__gr.Name', 'CreatedByName']
const select = ['Name', 'Description', 'StatusName', 'ModifiedDate', 'CompanyId', ...names]

let postgres: Awaited<ReturnType<typeof startPostgres>>
beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)
afterAll(() => postgres.stop())

describe.each(['embedded storage', 'a PostgreSQL server'])('searching on %s', (storage) => {
  let bff: Bff
  let goals: ReturnType<typeof goalsOf>
  let everything: GoalRow[]

  /** Gives a goal a name and a description, and waits until the index has them. */
  const write = async (place: number, record: Record<string, string>) => {
    const { gsid = '' } = everything[place] ?? {}
    await bff.sandbox.changeRecord(gsid, { record })
    const filter: FilterTree = {
      and: [
        { field: 'Gsid', op: 'EQ', value: [gsid] },
        { field: 'Name', op: 'EQ', value: [record['Name'] ?? ''] },
      ],
    }
    await until(async () => (await goals.query({ filter, limit: 0 })).total === 1)
    return gsid
  }
  const find = async (search: string, filter: FilterTree | null = null) =>
    (await goals.query({ search, filter, limit: 500, select })).rows
  const namesFound = async (search: string) => (await find(search)).map(({ fields }) => fields['Name'])

  beforeAll(async () => {
    const isServer = storage !== 'embedded storage'
    bff = await startBff({
      sandbox: { goals: 300, callsPerDay: 10_000_000 },
      env: {
        SYNC_INTERVAL_SECONDS: '1',
        GAINSIGHT_CALLS_PER_DAY: '10000000',
        ...(isServer && { DATABASE_URL: await postgres.database() }),
      },
    })
    goals = goalsOf(bff)
    await goals.settled()
    const lacks = (field: string) => goals.query({ filter: { field, op: 'IS_NULL' }, limit: 0 })
    await until(async () => (await lacks('CompanyName')).total === 0 && (await lacks('CreatedByName')).total === 0)
    everything = await goals.all({ select })
    await write(0, { Name: 'Zephyrine rollout', Description: '<p>Nothing else</p>' })
    await write(1, { Name: 'Rollout for Zephyrine', Description: '' })
    await write(2, { Name: 'Zephyrines in the rollout', Description: '' })
    await write(3, { Name: 'Rollout of zephyrnie', Description: '' })
    await write(4, { Name: 'Something else', Description: '<ul><li>Roll<b>out</b> with Zephyrine&nbsp;Ltd</li></ul>' })
    await write(5, { Name: 'Élan für Straßen', Description: '<p>100%_done; "quoted" \\ &amp; more</p>' })
    everything = await goals.all({ select })
  }, 120_000)
  afterAll(() => bff.stop())

  it('gives the best first: the phrase, the words, their beginnings, misspelled ones, and the description', async () => {
    expect(await namesFound('zephyrine rollout')).toEqual([
      'Zephyrine rollout',
      'Rollout for Zephyrine',
      'Zephyrines in the rollout',
      'Rollout of zephyrnie',
      'Something else',
    ])
  })

  it('forgives what is misspelled, in names and not in descriptions', async () => {
    expect(new Set(await namesFound('zephyrnie rolout'))).toEqual(
      new Set(['Rollout for Zephyrine', 'Rollout of zephyrnie', 'Zephyrine rollout', 'Zephyrines in the rollout']),
    )
  })

  it.each(['elan strassen', 'ÉLAN STRASSEN', 'e\u0301lan straßen', 'Elan Straße'])(
    '%j finds without case and diacritics',
    async (text) => {
      expect(await namesFound(text)).toEqual(['Élan für Straßen'])
    },
  )

  it.each([
    'harborline',
    'onboarding',
    'onbording time',
    'self',
    'a',
    'in',
    'the',
    '30',
    'success plan',
    'renewl',
    'kickoff sponsor',
    '日',
    'ase',
    'no such words at all',
    ...['CompanyName', 'CompanyId__gr.Csm__gr.Name', 'CreatedByName', 'RelationshipName'].map((field) => ({ field })),
  ])('finds exactly the goals that hold every word: %j', async (asked) => {
    const text =
      typeof asked === 'string'
        ? asked
        : String(everything.find(({ fields }) => fields[asked.field])?.fields[asked.field])
    const found = await goals.all({ search: text, select })
    const expected = everything.filter((goal) => holdsAll(goal, searchWords(text)))
    expect(gsidsOf(found)).toEqual(gsidsOf(expected))
    expect((await goals.query({ search: text, limit: 0 })).total).toBe(expected.length)
  })

  it('says where it found them', async () => {
    const [best, , , , last] = await find('zephyrine rollout')
    expect(best?.found).toEqual([
      {
        field: 'Name',
        label: 'Name',
        text: 'Zephyrine rollout',
        marks: [
          [0, 9],
          [10, 17],
        ],
      },
    ])
    expect(last?.found).toEqual([
      {
        field: 'Description',
        label: 'Description',
        text: 'Rollout with Zephyrine Ltd',
        marks: [
          [0, 7],
          [13, 22],
        ],
      },
    ])
    const company = everything.find(({ fields }) => fields['CompanyName'])
    const [first] = await find(String(company?.fields['CompanyName']))
    expect(first?.found?.map(({ field }) => field)).toContain('CompanyName')
    expect((await goals.query({ limit: 1 })).rows[0]).not.toHaveProperty('found')
  })

  it('stands beside filter, facets, windows and another order', async () => {
    const filter: FilterTree = { field: 'Open', op: 'EQ', value: [true] }
    const page = await goals.query({
      search: 'onboarding',
      filter,
      facets: ['StatusName', 'Open'],
      limit: 3,
      offset: 2,
    })
    const openOnes = new Set(gsidsOf(await goals.all({ filter })))
    const both = gsidsOf(await goals.all({ search: 'onboarding' })).filter((gsid) => openOnes.has(gsid))
    expect(page.total).toBe(both.length)
    expect(page.facets['StatusName']?.reduce((sum, { count }) => sum + count, 0)).toBe(page.total)
    const all = await goals.all({ search: 'onboarding', filter })
    expect(page.rows.map(({ gsid }) => gsid)).toEqual(all.slice(2, 5).map(({ gsid }) => gsid))
    const byName = await goals.all({ search: 'onboarding', sort: [{ field: 'Name', direction: 'asc' }] })
    const collator = new Intl.Collator('en')
    const titles = byName.map(({ fields }) => String(fields['Name']))
    expect(titles).toEqual(titles.toSorted(collator.compare))
  })

  it('finds a goal by its Gsid, and the goals of a company', async () => {
    const { gsid = '', fields = {} } = everything[7] ?? {}
    expect(gsidsOf(await find(gsid))).toEqual([gsid])
    const ofCompany = everything.filter((each) => each.fields['CompanyId'] === fields['CompanyId'])
    expect(gsidsOf(await find(String(fields['CompanyId'])))).toEqual(gsidsOf(ofCompany))
  })

  it.each([
    `'; DROP TABLE goal; --`,
    '%',
    '_',
    '\\',
    '" OR 1=1',
    '{}',
    '$1',
    '100%_done',
    '💯',
    '\ud800',
    '&:*|!',
    'ﷺ',
  ])('takes %j for what it is', async (text) => {
    const { total, rows } = await goals.query({ search: text, limit: 500, select })
    const words = searchWords(text)
    expect(total).toBe(text.trim() === '' ? everything.length : words.length === 0 ? 0 : rows.length)
    expect(gsidsOf(rows)).toEqual(gsidsOf(words.length === 0 ? [] : everything.filter((goal) => holdsAll(goal, words))))
  })

  it('looks for nothing where nothing but blanks is asked', async () => {
    const { total, rows } = await goals.query({ search: '  ', limit: 1 })
    expect(total).toBe(300)
    expect(rows[0]).not.toHaveProperty('found')
  })

  it('takes long searches, and refuses longer ones with the place', async () => {
    expect((await goals.query({ search: 'x'.repeat(200), limit: 1 })).total).toBe(0)
    expect((await goals.query({ search: 'of '.repeat(66), limit: 0 })).total).toBeGreaterThan(0)
    expect(await bff.browser.post('/api/goals/query', { search: 'x'.repeat(201) })).toMatchObject({
      status: 400,
      json: { fields: { search: expect.any(String) } },
    })
  })

  it('knows a new name of a goal and of a company, and forgets the old one', async () => {
    await write(6, { Name: 'Quixotical ambition' })
    expect(await namesFound('quixotical')).toEqual(['Quixotical ambition'])
    await write(6, { Name: 'Plain ambition' })
    expect(await namesFound('quixotical')).toEqual([])
    const company = String(everything[8]?.fields['CompanyId'])
    await bff.services.database.db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('catalogue_record')
        .set({ name: 'Xanthippe Ltd' })
        .where('gsid', '=', company)
        .execute()
    })
    await bff.services.goalIndex.refreshResolved({ companies: [company] })
    expect(gsidsOf(await find('xantippe'))).toEqual(gsidsOf(await find(company)))
  })

  it('makes a store ready for searches that has none yet', async () => {
    const { db } = bff.services.database
    const before = gsidsOf(await find('rollout'))
    await db.deleteFrom('goal_search').execute()
    await db.deleteFrom('search_word').execute()
    await fillSearch(bff.services.database)
    expect(gsidsOf(await find('rollout '))).toEqual(before)
  })

  it('is what an export, a change set and a review are made of', async () => {
    const found = gsidsOf(await find('onboarding'))
    const file = await bff.browser.post('/api/goals/export', {
      format: 'csv',
      goals: { filter: null, search: 'onboarding', except: [] },
      columns: ['Name'],
    })
    expect(file.text.match(/^1CG0\w+/gm)?.toSorted()).toEqual(found)
    expect(file.text).toContain('a search for “onboarding” finds')
    const made = await bff.browser.post('/api/changes', {
      goals: { filter: null, search: 'onboarding', except: [] },
      deeds: [{ kind: 'set', field: 'DueDate', value: '2041-05-10' }],
    })
    expect(made).toMatchObject({ status: 200, json: { counts: { goals: found.length } } })
    const review = await bff.browser.post('/api/reviews', { name: 'Found', filter: null, search: 'onboarding' })
    expect(review).toMatchObject({ status: 200, json: { goals: found.length, search: 'onboarding' } })
    const call = await bff.browser.post('/api/goals/call', { filter: null, search: 'onboarding' })
    expect(call.json).toMatchObject({ left: [expect.stringContaining('no search')] })
  })
})

/** By the definition: each word is found in a name, or in the description. */
function holdsAll({ fields }: GoalRow, words: readonly string[]): boolean {
  const texts = ['Name', ...names].map((field) => String(fields[field] ?? ''))
  const description = textOfHtml(String(fields['Description'] ?? ''))
  return words.every(
    (word) =>
      texts.some((text) => findWords(text, [word], fitInName).found.size > 0) ||
      findWords(description, [word], fitInDescription).found.size > 0,
  )
}

const gsidsOf = (rows: readonly GoalRow[]) => rows.map(({ gsid }) => gsid).toSorted()
