import type { NamedRecord } from '@goalkeeper/contract/catalogue'
import type { FacetBucket, FieldValue, GoalQuery, GoalRow } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ana } from '../../test/ana.ts'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

let bff: Bff
let goals: ReturnType<typeof goalsOf>
let everything: GoalRow[]
const today = '2026-11-20'

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 600, anchor: today }, env: { SYNC_INTERVAL_SECONDS: '86400' } })
  goals = goalsOf(bff)
  await goals.settled()
  // What the catalogue knows of companies comes in the background, once the goals are in.
  const lacks = (field: string): GoalQuery => ({ filter: { field, op: 'IS_NULL' }, limit: 0 })
  await until(async () => {
    const [unnamed, unstaged] = [
      await goals.query(lacks('CompanyName')),
      await goals.query(lacks('CompanyId__gr.Stage')),
    ]
    return unnamed.total === 0 && unstaged.total < 300
  }, 30_000)
  everything = await goals.all({ today })
})
afterAll(() => bff.stop())

const valuesOf = (rows: GoalRow[], field: string) => rows.map(({ fields }) => fields[field] ?? null)

/** As people expect texts to be sorted; empty last. */
const collator = new Intl.Collator('en')
function inOrder(a: FieldValue, b: FieldValue): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

it('gives as many fields as are asked for', async () => {
  const names = Object.keys(everything[0]?.fields ?? {})
  const select = Array.from({ length: 150 }, (_, at) => names[at % names.length] ?? '')
  const { rows } = await goals.query({ select, limit: 1 })
  expect(Object.keys(rows[0]?.fields ?? {}).toSorted(byCode)).toEqual(names.toSorted(byCode))
})

const byCode = (one: string, other: string) => (one < other ? -1 : 1)

describe('sorting', () => {
  it.each([
    'Name',
    'DueDate',
    'CompanyName',
    'ModifiedDate',
    'CompanyId__gr.Csm__gr.Name',
    'CompanyId__gr.Arr',
    'Target_Value__gc',
    'CTACount',
  ])('by %s puts empty values last in both directions, and equal ones in the order of their Gsids', async (field) => {
    for (const direction of ['asc', 'desc'] as const) {
      const rows = await goals.all({ sort: [{ field, direction }] })
      const sign = direction === 'asc' ? 1 : -1
      const expected = everything.toSorted((a, b) => {
        const [one, other] = [a.fields[field] ?? null, b.fields[field] ?? null]
        const order = one === null || other === null ? inOrder(one, other) : sign * inOrder(one, other)
        return order || (a.gsid < b.gsid ? -1 : 1)
      })
      expect(rows.map(({ gsid }) => gsid)).toEqual(expected.map(({ gsid }) => gsid))
    }
  })

  it('takes several keys', async () => {
    const rows = await goals.all({
      sort: [
        { field: 'StatusName', direction: 'asc' },
        { field: 'DueDate', direction: 'desc' },
      ],
    })
    const statuses = valuesOf(rows, 'StatusName')
    expect(statuses).toEqual(statuses.toSorted(inOrder))
    const due = rows
      .filter(({ fields }) => fields['StatusName'] === 'On Track')
      .map(({ fields }) => fields['DueDate'] ?? null)
    const dated = due.filter((day) => day !== null)
    expect(due.slice(0, dated.length)).toEqual(dated.toSorted(inOrder).toReversed())
  })

  it('sorts due buckets by urgency', async () => {
    const rows = await goals.all({ sort: [{ field: 'DueBucket', direction: 'asc' }], today })
    const buckets = [...new Set(valuesOf(rows, 'DueBucket'))]
    const urgency = ['overdue', 'week', 'month', 'later', 'none', 'closed']
    expect(buckets).toEqual(urgency.filter((bucket) => buckets.includes(bucket)))
  })
})

describe('windows', () => {
  it('cut the same list at any place, with the total of all', async () => {
    const sort: GoalQuery['sort'] = [{ field: 'CompanyName', direction: 'desc' }]
    const whole = await goals.all({ sort })
    const page = await goals.query({ sort, offset: 333, limit: 50 })
    expect(page.rows.map(({ gsid }) => gsid)).toEqual(whole.slice(333, 383).map(({ gsid }) => gsid))
    expect(page.total).toBe(600)
    expect((await goals.query({ sort, offset: 590, limit: 50 })).rows).toHaveLength(10)
    expect((await goals.query({ sort, offset: 5_000, limit: 50 })).rows).toEqual([])
  })

  it('leave out descriptions unless they are asked for, and bring no other field than those selected', async () => {
    const [row] = (await goals.query({ limit: 1 })).rows
    expect(row?.fields).toHaveProperty('CompanyName')
    expect(row?.fields).not.toHaveProperty('Description')
    const [narrow] = (await goals.query({ limit: 1, select: ['Description', 'Open'] })).rows
    expect(Object.keys(narrow?.fields ?? {})).toEqual(['Description', 'Open'])
  })
})

describe('what is worked out', () => {
  it("follows from status, due date and the viewer's date", () => {
    const expected = (row: GoalRow) => {
      const { StatusName, DueDate } = row.fields
      if (['Achieved', 'Partially Achieved', 'Dropped'].includes(String(StatusName))) return 'closed'
      if (typeof DueDate !== 'string') return 'none'
      const days = (Date.parse(DueDate) - Date.parse(today)) / 86_400_000
      return days < 0 ? 'overdue' : days <= 7 ? 'week' : days <= 30 ? 'month' : 'later'
    }
    expect(valuesOf(everything, 'DueBucket')).toEqual(everything.map(expected))
    expect(valuesOf(everything, 'Overdue')).toEqual(everything.map((row) => expected(row) === 'overdue'))
    expect(valuesOf(everything, 'Open')).toEqual(everything.map((row) => expected(row) !== 'closed'))
    expect(new Set(valuesOf(everything, 'DueBucket')).size).toBe(6)
  })

  it('is counted by another date when the viewer lives on another day', async () => {
    const overdue: FilterTree = { field: 'Overdue', op: 'EQ', value: [true] }
    const later = (await goals.query({ filter: overdue, limit: 0, today: '2040-01-01' })).total
    expect(later).toBeGreaterThan((await goals.query({ filter: overdue, limit: 0, today })).total)
  })
})

const counted = (buckets: FacetBucket[] = []) =>
  Object.fromEntries(buckets.map(({ value, count }) => [String(value), count]))
function countOf(rows: GoalRow[], valueOf: (row: GoalRow) => unknown) {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[String(valueOf(row))] = (counts[String(valueOf(row))] ?? 0) + 1
  return counts
}

describe('facets', () => {
  it('count every goal once by each value', async () => {
    const fields = [
      'EntityType',
      'CompanyId',
      'CompanyId__gr.Csm__gr.Name',
      'DueBucket',
      'Value_Driver__gc',
      'Executive_Commitment__gc',
    ]
    const { facets } = await goals.query({ limit: 0, facets: [...fields, 'CTA', 'SP'], today })
    for (const field of fields) {
      expect({ field, ...withoutZeros(counted(facets[field])) }).toEqual({
        field,
        ...countOf(everything, (row) => row.fields[field] ?? null),
      })
    }
    expect(counted(facets['CTA'])).toEqual(countOf(everything, ({ CTA }) => (CTA.length > 0 ? true : null)))
    expect(counted(facets['SP'])).toEqual(countOf(everything, ({ SP }) => (SP.length > 0 ? true : null)))
  })

  it('count a goal by each item of a multi-picklist', async () => {
    const { facets } = await goals.query({ limit: 0, facets: ['Products__gc'] })
    const items = everything.flatMap(({ fields }) =>
      Array.isArray(fields['Products__gc']) ? fields['Products__gc'] : [null],
    )
    const counts: Record<string, number> = {}
    for (const item of items) counts[String(item)] = (counts[String(item)] ?? 0) + 1
    expect(withoutZeros(counted(facets['Products__gc']))).toEqual(counts)
  })

  it('leave out the conditions on their own field at the top, and no others', async () => {
    const filter: FilterTree = {
      and: [
        { field: 'StatusName', op: 'EQ', value: ['At Risk'] },
        { field: 'EntityType', op: 'EQ', value: ['COMPANY'] },
      ],
    }
    const { facets, total } = await goals.query({ filter, limit: 0, facets: ['StatusName', 'EntityType'] })
    const ofCompanies = everything.filter(({ fields }) => fields['EntityType'] === 'COMPANY')
    const atRisk = everything.filter(({ fields }) => fields['StatusName'] === 'At Risk')
    expect(withoutZeros(counted(facets['StatusName']))).toEqual(
      countOf(ofCompanies, ({ fields }) => fields['StatusName']),
    )
    expect(withoutZeros(counted(facets['EntityType']))).toEqual(countOf(atRisk, ({ fields }) => fields['EntityType']))
    expect(total).toBe(counted(facets['StatusName'])['At Risk'])

    const nested: FilterTree = { or: [{ field: 'StatusName', op: 'EQ', value: ['At Risk'] }] }
    const below = await goals.query({ filter: nested, limit: 0, facets: ['StatusName'] })
    expect(withoutZeros(counted(below.facets['StatusName']))).toEqual({ 'At Risk': atRisk.length })
  })

  it('keep statuses and due buckets that no goal has', async () => {
    const filter: FilterTree = { field: 'Name', op: 'EQ', value: ['no goal is called so'] }
    const { facets } = await goals.query({ filter, limit: 0, facets: ['StatusName', 'DueBucket', 'EntityType'] })
    const statuses = ['New', 'On Track', 'At Risk', 'On Hold', 'Achieved', 'Partially Achieved', 'Dropped']
    expect(facets['StatusName']?.map(({ label, count }) => [label, count])).toEqual(statuses.map((label) => [label, 0]))
    expect(facets['DueBucket']?.map(({ value }) => value)).toEqual([
      'overdue',
      'week',
      'month',
      'later',
      'none',
      'closed',
    ])
  })

  it('label companies by name, and tell two of one name apart', async () => {
    const { facets } = await goals.query({ limit: 0, facets: ['CompanyId'] })
    const buckets = facets['CompanyId'] ?? []
    const nameOf = new Map(everything.map(({ fields }) => [fields['CompanyId'], fields['CompanyName']]))
    for (const { value, label } of buckets) expect(label).toBe(nameOf.get(value ?? ''))
    const twins = [...Map.groupBy(buckets, ({ label }) => label).values()].filter((group) => group.length > 1)
    expect(twins.length).toBeGreaterThan(0)
    for (const group of twins) expect(new Set(group.map(({ hint }) => hint)).size).toBe(group.length)
  })

  it('call a company by its new name as soon as that is known', async () => {
    const company = String(everything[0]?.fields['CompanyId'])
    const label = async () => {
      const { facets } = await goals.query({ limit: 0, facets: ['CompanyId'] })
      return facets['CompanyId']?.find(({ value }) => value === company)?.label
    }
    const { catalogue, database } = bff.services
    const rename = async (name: string) => {
      await database.db.updateTable('catalogue_record').set({ name: null }).where('gsid', '=', company).execute()
      await catalogue.learn({ companies: [{ id: company, name }] })
    }
    const before = (await label()) ?? expect.fail(`No goal is of ${company}.`)
    await rename('Renamed Ltd')
    expect(await label()).toBe('Renamed Ltd')
    await rename(before)
    expect(await label()).toBe(before)
  })
})

describe('names for the ids in a filter', () => {
  const calls = () => bff.sandbox.stats().calls
  const namesOf = async (kind: string, ids: string[]) =>
    ((await bff.browser.post('/api/names', { kind, ids })).json as { names: Record<string, string> }).names
  const held = (field: string) => {
    const value = everything.map(({ fields }) => fields[field]).find((each) => typeof each === 'string')
    return typeof value === 'string' ? value : expect.fail(`No goal has ${field}.`)
  }

  it('come from the index and the store: the list, its facets and its sentences cost no call', async () => {
    const sponsor = held('Sponsor__gc')
    const [item] = await until(async () => {
      const known = await bff.services.catalogue.linkedItems(
        { ctaIds: everything.flatMap(({ CTA }) => CTA), spIds: everything.flatMap(({ SP }) => SP) },
        ana,
      )
      return (
        known.every(({ name, found }) => name !== null || !found) &&
        known.filter(({ kind, name }) => kind === 'CTA' && name !== null)
      )
    })
    const cta = item?.gsid ?? ''
    const person = await until(async () => (await namesOf('user', [sponsor]))[sponsor])
    const filter: FilterTree = {
      and: [
        { field: 'Sponsor__gc', op: 'EQ', value: [sponsor] },
        { or: [{ field: 'CTA', op: 'INCLUDES', value: [cta] }] },
      ],
    }
    const before = calls()
    const { facets } = await goals.query({ filter, facets: ['Sponsor__gc'] })
    expect(await namesOf('user', [sponsor])).toEqual({ [sponsor]: person })
    expect(await namesOf('CTA', [cta])).toEqual({ [cta]: item?.name })
    const { json } = await bff.browser.post('/api/goals/call', { filter })
    expect(calls()).toBe(before)

    const { records } = (await bff.browser.get(`/api/users?search=${sponsor}`)).json as { records: NamedRecord[] }
    expect(records.map(({ name }) => name)).toEqual([person])
    for (const { value, label } of facets['Sponsor__gc'] ?? []) if (value !== null) expect(label).not.toBe(value)
    const { left } = json as { left: string[] }
    expect(left).toHaveLength(1)
    expect(left[0]).toContain(`CTAs includes ${item?.name}`)
  })
})

const withoutZeros = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

describe('a query that makes no sense', () => {
  it.each<[string, GoalQuery, string]>([
    ['an unknown field in the sort', { sort: [{ field: 'Nmae', direction: 'asc' }] }, 'sort.0.field'],
    ['an unknown facet', { facets: ['StatusName', 'Stauts'] }, 'facets.1'],
    ['a facet of descriptions', { facets: ['Description'] }, 'facets.0'],
    ['an unknown column', { select: ['Name', 'Nmae'] }, 'select.1'],
    [
      'an unknown field in the filter',
      { filter: { and: [{ field: 'Nmae', op: 'EQ', value: ['a'] }] } },
      'filter.and.0.field',
    ],
    ['an operator that does not fit', { filter: { field: 'DueDate', op: 'CONTAINS', value: ['a'] } }, 'filter.op'],
    ['a day that does not exist', { filter: { field: 'DueDate', op: 'LT', value: ['2026-02-30'] } }, 'filter.value.0'],
    ['too many rows', { limit: 501 }, 'limit'],
  ])('is refused with its place: %s', async (_, query, place) => {
    const reply = await bff.browser.post('/api/goals/query', query)
    expect(reply.status).toBe(400)
    expect(reply.json).toMatchObject({ code: 'invalid', fields: { [place]: expect.any(String) } })
  })
})
