import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import { goalExportPath } from '@goalkeeper/contract/exports'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { passes } from '@goalkeeper/filter/evaluate'
import type { Condition, FilterTree, FilterValue, Operator } from '@goalkeeper/filter/tree'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana } from '../../test/ana.ts'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

const on = (field: string, op: Operator, ...value: FilterValue[]): Condition =>
  value.length > 0 ? { field, op, value } : { field, op }
const gsidsOf = (rows: GoalRow[]) => rows.map(({ gsid }) => gsid).toSorted()

describe('goals by what their CTAs and plans are', () => {
  let bff: Bff
  let goals: ReturnType<typeof goalsOf>
  let rows: GoalRow[]
  /** Every CTA and plan that a goal links to, as the catalogue shows them. */
  let items: Map<string, LinkedItem>

  const itemsOf = async (links: GoalRow[]) => {
    const ids = { ctaIds: links.flatMap(({ CTA }) => CTA), spIds: links.flatMap(({ SP }) => SP) }
    return new Map((await bff.services.catalogue.linkedItems(ids, ana)).map((item) => [item.gsid, item]))
  }
  const found = (gsids: string[]) => gsids.flatMap((gsid) => items.get(gsid) ?? []).filter((item) => item.name !== null)

  beforeAll(async () => {
    bff = await startBff({ sandbox: { goals: 200 } })
    goals = goalsOf(bff)
    await goals.settled()
    // What stays open are items that somebody has deleted in Gainsight.
    await until(async () => {
      rows = await goals.all()
      items = await itemsOf(rows)
      const open = rows.flatMap(({ fields }) => [fields['CTA.Unresolved'] ?? [], fields['SP.Unresolved'] ?? []]).flat(2)
      return [...items.values()].some(({ name }) => name) && open.every((id) => items.get(String(id))?.found === false)
    })
  })
  afterAll(() => bff.stop())

  test('are found by any linked record, and by none where that is denied', async () => {
    const closed = found(rows.flatMap(({ CTA }) => CTA)).filter((item) => item.status?.startsWith('Closed'))
    const status = closed[0]?.status ?? expect.fail('No linked CTA is closed.')
    const has = ({ CTA }: GoalRow) => found(CTA).some((item) => item.status === status)
    const included = await goals.all({ filter: on('CTA.Status', 'INCLUDES', status.toUpperCase()) })
    expect(gsidsOf(included)).toEqual(gsidsOf(rows.filter(has)))
    const excluded = await goals.all({ filter: on('CTA.Status', 'EXCLUDES', status) })
    expect(gsidsOf(excluded)).toEqual(gsidsOf(rows.filter((row) => !has(row))))

    const areAllClosed = ({ CTA }: GoalRow) =>
      CTA.length > 0 && CTA.every((gsid) => items.get(gsid)?.name && items.get(gsid)?.closed === true)
    const all = await goals.all({ filter: on('CTA.Closed', 'EQ', 'all') })
    expect(all.length).toBeGreaterThan(0)
    expect(gsidsOf(all)).toEqual(gsidsOf(rows.filter(areAllClosed)))
  })

  test('are counted by value, with names for ids, and shown in columns', async () => {
    const { facets } = await goals.query({ limit: 0, facets: ['SP.Status', 'CTA.OwnerId', 'CTA.Closed', 'CTA.Plan'] })
    const statuses = new Map((facets['SP.Status'] ?? []).map(({ value, count }) => [value, count]))
    for (const [status, count] of statuses) {
      const holds = ({ SP }: GoalRow) =>
        status === null ? found(SP).length === 0 : found(SP).some((item) => item.status === status)
      expect(count, String(status)).toBe(rows.filter(holds).length)
    }
    expect(facets['CTA.Closed']?.map(({ value }) => value)).toEqual(['all', 'some', 'none', null])
    const owners = (facets['CTA.OwnerId'] ?? []).filter(({ value }) => value !== null)
    const plans = (facets['CTA.Plan'] ?? []).filter(({ value }) => value !== null)
    expect([owners.length > 0, plans.length > 0]).toEqual([true, true])
    for (const { value, label } of owners) expect(label).not.toBe(value)
    const sorted = await goals.query({ sort: [{ field: 'SP.Status', direction: 'asc' }], limit: 500 })
    const shown = sorted.rows.map(({ fields }) => fields['SP.Status'] ?? null)
    expect(shown.filter((value) => value !== null)).toEqual(shown.slice(0, shown.indexOf(null)))
  })

  test.each<[string, FilterTree]>([
    ['an owner and not a type', { and: [on('CTA.Owner', 'IS_NOT_NULL'), { not: on('CTA.Type', 'INCLUDES', 'Risk') }] }],
    ['open plans', { or: [on('SP.Closed', 'NE', 'all'), on('SP.Type', 'IS_NULL')] }],
    ['what is not known', on('CTA.Unresolved', 'IS_NOT_NULL')],
  ])('are the ones that the evaluator finds: %s', async (_, filter) => {
    const fields = await bff.services.catalogue.fields()
    const expected = rows.filter((row) => passes(filter, row, { fields, today: '2026-11-20' }))
    expect(gsidsOf(await goals.all({ filter }))).toEqual(gsidsOf(expected))
  })

  test('of whose records nothing is known are counted as undecided, and of others none', async () => {
    const open = rows.filter(({ CTA }) => CTA.some((gsid) => !items.get(gsid)?.name))
    const filter = on('CTA.Status', 'EXCLUDES', 'Nonsense')
    expect(open.length).toBeGreaterThan(0)
    expect((await goals.query({ filter, limit: 0 })).undecided).toBe(open.length)
    expect((await goals.query({ filter: on('SP', 'IS_NOT_NULL'), limit: 0 })).undecided).toBe(0)
    const file = await bff.browser.post(goalExportPath, { format: 'csv', goals: { filter }, columns: ['Name'] })
    expect(file.text.slice(0, file.text.indexOf('\n'))).toContain(`; without ${open.length} goal`)

    // Who may see only goals whose CTAs are not of that status is not shown what nobody can tell.
    const asker = { caller: ana, rights: { role: 'viewer' as const, routes: null, scope: filter } }
    const seen = await bff.services.goalIndex.sights.seenOf(asker, gsidsOf(rows))
    expect([...seen].toSorted()).toEqual(gsidsOf(rows.filter((row) => !open.includes(row))))
  })

  test('follow what becomes of a record, and of the links', async () => {
    const goal = rows.find(({ CTA }) => CTA.length === 1 && items.get(CTA[0] ?? '')?.closed === false)
    const cta = items.get(goal?.CTA[0] ?? '') ?? expect.fail('No goal has one open CTA.')
    const own = (field: string) => async () => (await goals.read(goal?.gsid ?? '')).fields[field] ?? null
    expect(await own('CTA.Closed')()).toBe('none')
    await bff.sandbox.changeRecord(cta.gsid, { record: { IsClosed: true } })
    await bff.browser.get(`/api/linkables?companyId=${cta.companyId}&fresh=1`)
    await until(async () => (await own('CTA.Closed')()) === 'all')

    // A write tells only of the one link that it adds: the other stays.
    const other = rows.flatMap(({ CTA }) => found(CTA)).find((item) => item.closed === false && item.gsid !== cta.gsid)
    const record = { Gsid: goal?.gsid }
    const link = { requests: [{ record, association: { CTA: [other?.gsid] } }] }
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const reply = await bff.browser.put('/gainsight/v1/csgoal/external/update', link, headers)
    expect(reply.status).toBe(200)
    expect(await own('CTA.Closed')()).toBe('some')
  })

  test('cannot be asked of Gainsight by it, and that is said', async () => {
    const { json } = await bff.browser.post('/api/goals/call', { filter: on('SP.Status', 'INCLUDES', 'Active') })
    expect(json).toMatchObject({
      left: ['Plan status includes Active: the tenant cannot filter by Plan status.'],
    })
  })
})

describe('while Gainsight does not give CTAs', () => {
  test('nothing is claimed of them, and what is learned later counts at once, also after a restart', async () => {
    const bff = await startBff({
      sandbox: {
        goals: 120,
        faults: [
          { kind: 'server-error', route: '/v1/data/objects/query/call_to_action' },
          { kind: 'server-error', route: '/v2/cockpit/cta/list' },
        ],
      },
    })
    try {
      const goals = goalsOf(bff)
      await goals.settled()
      const linked = (await goals.all()).filter(({ CTA }) => CTA.length > 0)
      const count = async (filter: FilterTree) => {
        const { total, undecided } = await goals.query({ filter, limit: 0 })
        return { total, undecided }
      }
      expect(await count(on('CTA.Unresolved', 'IS_NOT_NULL'))).toEqual({ total: linked.length, undecided: 0 })
      expect(await count(on('CTA.Status', 'IS_NOT_NULL'))).toEqual({ total: 0, undecided: linked.length })
      expect(await count(on('CTA.Closed', 'EQ', 'all'))).toEqual({ total: 0, undecided: linked.length })

      bff.sandbox.faults([])
      await bff.restart()
      await until(async () => {
        const { total, undecided } = await count(on('CTA.Status', 'IS_NOT_NULL'))
        return total > linked.length / 2 && undecided < linked.length / 4
      })
    } finally {
      await bff.stop()
    }
  })
})
