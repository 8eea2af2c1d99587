import { randomUUID } from 'node:crypto'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { type Overview, overviewSchema, weeksBack } from '@goalkeeper/contract/overview'
import {
  allOf,
  type AnyMeaning,
  isDueSoon,
  isOpen,
  isOverdue,
  ofCsm,
  ofDue,
  ofMeaning,
  ofOrphans,
  ofOtherCsms,
  ofWeek,
} from '@goalkeeper/contract/overview-filters'
import { addDays, daysBetween, mondayOf } from '@goalkeeper/filter/dates'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'
import { openOf } from './meaning-counts.ts'

const today = new Date().toISOString().slice(0, 10)
const horizon = addDays(today, 183)
const csmField = 'CompanyId__gr.Csm'

let bff: Bff
let goals: ReturnType<typeof goalsOf>
let everything: GoalRow[]

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 500 } })
  goals = goalsOf(bff)
  await goals.settled()
  await until(
    async () => (await goals.query({ filter: { field: 'CompanyName', op: 'IS_NULL' }, limit: 0 })).total === 0,
  )
  await until(async () => (await goals.query({ filter: { field: csmField, op: 'IS_NULL' }, limit: 0 })).total < 100)
  everything = await goals.all({ today })
})
afterAll(() => bff.stop())

async function overview(filter: FilterTree | null = null): Promise<Overview> {
  const reply = await bff.browser.post('/api/goals/overview', { filter, today })
  expect(reply.status).toBe(200)
  return overviewSchema.parse(reply.json)
}
const totalOf = async (...parts: (FilterTree | null)[]) =>
  (await goals.query({ filter: allOf(...parts), today, limit: 0 })).total

async function write(gsid: string, record: object) {
  const body = { requests: [{ record: { Gsid: gsid, ...record } }] }
  const reply = await bff.browser.put('/gainsight/v1/csgoal/external/update', body, { 'idempotency-key': randomUUID() })
  expect(reply.status).toBe(200)
}

/** Every number of the Overview beside the filter of the list that it leads to. */
function numbersOf(shown: Overview): [string, number, FilterTree | null][] {
  const csms = shown.csms.flatMap(({ csm, label, goals: counts }) =>
    Object.entries(counts).map(([meaning, count]): [string, number, FilterTree | null] => [
      `${label} ${meaning}`,
      count,
      allOf(ofCsm(csmField, csm), ofMeaning(meaning as AnyMeaning)),
    ]),
  )
  const others = shown.csms.filter(({ csm }) => csm !== null).slice(3)
  const named = shown.csms.slice(0, 3).flatMap(({ csm }) => csm ?? [])
  const due = shown.due.flatMap(({ when, ...counts }) =>
    Object.entries(counts).map(([meaning, count]): [string, number, FilterTree | null] => [
      `due ${when} ${meaning}`,
      count,
      allOf(ofDue(when, when, horizon), ofMeaning(meaning as AnyMeaning)),
    ]),
  )
  const weeks = shown.weeks.flatMap(({ week, ...counts }) =>
    (['created', 'later', 'achieved'] as const).map((kind): [string, number, FilterTree | null] => [
      `${kind} in ${week}`,
      counts[kind],
      ofWeek(kind, week),
    ]),
  )
  const orphans = (['unlinked', 'withoutCsm', 'withoutCompany'] as const).map((kind): [string, number, FilterTree] => [
    kind,
    shown.orphans[kind],
    ofOrphans(kind, csmField),
  ])
  const sumOfDue = (holds: (when: string) => boolean) =>
    shown.due
      .filter(({ when }) => holds(when))
      .reduce((sum, each) => sum + each.planned + each['on track'] + each['at risk'], 0)
  return [
    ['all', shown.total, null],
    ['open', shown.csms.reduce((sum, { goals: counts }) => sum + openOf(counts), 0), isOpen],
    [
      'others',
      others.reduce((sum, { goals: counts }) => sum + openOf(counts), 0),
      allOf(...ofOtherCsms(csmField, named), isOpen),
    ],
    ['overdue', sumOfDue((when) => when === 'overdue'), isOverdue],
    ['due soon', sumOfDue((when) => /^\d/.test(when) && daysBetween(today, when) <= 30), isDueSoon],
    ...csms,
    ...due,
    ...weeks,
    ...orphans,
  ]
}

async function differencesOf(shown: Overview, filter: FilterTree | null) {
  const wrong: string[] = []
  for (const [name, count, list] of numbersOf(shown)) {
    const total = await totalOf(filter, list)
    if (total !== count) wrong.push(`${name}: ${count}, and the list has ${total}`)
  }
  return wrong
}

describe('the Overview', () => {
  it('has for every number a list of just as many goals', async () => {
    const shown = await overview()
    expect(shown).toMatchObject({ total: 500, exact: true, today, csmField })
    expect(numbersOf(shown).filter(([, count]) => count > 0).length).toBeGreaterThan(80)
    expect(await differencesOf(shown, null)).toEqual([])
  })

  it('keeps to a filter', async () => {
    const filter: FilterTree = { field: 'EntityType', op: 'EQ', value: ['COMPANY'] }
    const shown = await overview(filter)
    expect(shown.total).toBe(await totalOf(filter))
    expect(shown.total).toBeLessThan(500)
    expect(await differencesOf(shown, filter)).toEqual([])
    expect(shown.days).toBeNull()
  })

  it('puts those with the most open goals first, and the goals of nobody last', async () => {
    const { csms } = await overview()
    const open = csms.filter(({ csm }) => csm !== null).map(({ goals: counts }) => openOf(counts))
    expect(open).toEqual(open.toSorted((one, other) => other - one))
    expect(csms.at(-1)?.csm).toBeNull()
  })

  it('says what is wrong with a filter', async () => {
    const reply = await bff.browser.post('/api/goals/overview', { filter: { field: 'Nmae', op: 'EQ', value: ['x'] } })
    expect(reply).toMatchObject({
      status: 400,
      json: { fields: { 'filter.field': expect.stringContaining('no field "Nmae"') } },
    })
  })
})

describe('what happened', () => {
  it('is told by week, once for each goal, and leads to the goals', async () => {
    const open = everything.filter(({ fields }) => fields['Open'] === true && typeof fields['DueDate'] === 'string')
    const [late, twice, early, done] = open
    if (!late || !twice || !early || !done) throw new Error('There are too few open goals')
    const due = (row: GoalRow) => String(row.fields['DueDate'])
    await write(late.gsid, { DueDate: addDays(due(late), 30) })
    await write(twice.gsid, { DueDate: addDays(due(twice), 7) })
    await write(twice.gsid, { DueDate: addDays(due(twice), 14) })
    await write(early.gsid, { DueDate: addDays(due(early), -1) })
    await write(done.gsid, { StatusName: 'Achieved' })
    const week = mondayOf(new Date().toISOString().slice(0, 10))
    const shown = await overview()
    expect(shown.weeks).toHaveLength(weeksBack)
    expect(shown.weeks.at(-1)).toMatchObject({ week, later: 2, achieved: 1 })
    const { rows } = await goals.query({ filter: ofWeek('later', week), select: ['MovedLaterWeek', 'AchievedWeek'] })
    expect(rows.map(({ gsid }) => gsid).toSorted()).toEqual([late.gsid, twice.gsid].toSorted())
    expect(rows.map(({ fields }) => fields)).toEqual([
      { MovedLaterWeek: [week], AchievedWeek: null },
      { MovedLaterWeek: [week], AchievedWeek: null },
    ])
    expect(await differencesOf(shown, null)).toEqual([])
  })

  it('can be asked in every way that a filter can', async () => {
    const week = mondayOf(new Date().toISOString().slice(0, 10))
    const on = (op: 'INCLUDES' | 'EXCLUDES' | 'IS_NULL' | 'IS_NOT_NULL'): FilterTree =>
      op === 'INCLUDES' || op === 'EXCLUDES'
        ? { field: 'MovedLaterWeek', op, value: [week] }
        : { field: 'MovedLaterWeek', op }
    expect(await totalOf(on('INCLUDES'))).toBe(2)
    expect(await totalOf(on('IS_NOT_NULL'))).toBe(2)
    expect(await totalOf(on('EXCLUDES'))).toBe(498)
    expect(await totalOf(on('IS_NULL'))).toBe(498)
    expect(await totalOf({ not: on('INCLUDES') })).toBe(498)
    const { facets } = await goals.query({ limit: 0, facets: ['MovedLaterWeek'] })
    expect(facets['MovedLaterWeek']).toMatchObject([
      { value: week, count: 2 },
      { value: null, count: 498 },
    ])
  })

  it('begins with the first day that was counted', async () => {
    const shown = await until(async () => {
      const read = await overview()
      return read.historySince !== null && read
    })
    expect(shown.historySince).toBe(new Date().toISOString().slice(0, 10))
    const [day] = shown.days ?? []
    const sum = Object.values(day?.goals ?? {}).reduce((one, other) => one + other, 0)
    expect([day?.day, sum]).toEqual([shown.historySince, 500])
  })
})
