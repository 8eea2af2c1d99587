import type { GoalGroup, GoalGroupsQuery } from '@goalkeeper/contract/goal-groups'
import type { GoalQuery, GoalRow } from '@goalkeeper/contract/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

let bff: Bff
let goals: ReturnType<typeof goalsOf>
const today = '2026-11-20'

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 600, anchor: today }, env: { SYNC_INTERVAL_SECONDS: '86400' } })
  goals = goalsOf(bff)
  await goals.settled()
  const unnamed: GoalQuery = { filter: { field: 'CompanyName', op: 'IS_NULL' }, limit: 0 }
  await until(async () => (await goals.query(unnamed)).total === 0, 30_000)
})
afterAll(() => bff.stop())

type Asked = Omit<GoalGroupsQuery, 'group'> & { group: NonNullable<GoalQuery['group']> }

async function groupsOf(asked: Asked): Promise<{ groups: GoalGroup[]; total: number }> {
  const reply = await bff.browser.post('/api/goals/groups', asked)
  if (reply.status !== 200) throw new Error(`The groups were answered with ${reply.status}: ${reply.text}`)
  return reply.json as { groups: GoalGroup[]; total: number }
}

const by = (field: string, direction: 'asc' | 'desc' = 'asc') => ({ field, direction })
/** What a row is grouped by. */
const valueOf = ({ fields }: GoalRow, field: string) => {
  const value = fields[field] ?? null
  return field === 'DueDate' && typeof value === 'string' ? value.slice(0, 7) : value
}
const open: FilterTree = { field: 'Open', op: 'EQ', value: [true] }

describe.each(['StatusName', 'CompanyId', 'CompanyId__gr.Csm__gr.Name', 'DueDate', 'Open'])('by %s', (field) => {
  it.each(['asc', 'desc'] as const)('the rows stand group by group, %s, as the groups say', async (direction) => {
    for (const filter of [null, open]) {
      const { groups, total } = await groupsOf({ filter, today, group: by(field, direction) })
      const rows = await goals.all({ filter, today, group: by(field, direction), sort: [by('Name')] })
      expect(total).toBe(rows.length)
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total)
      const expected = groups.flatMap(({ value, count }) => Array.from({ length: count }, () => value))
      expect(rows.map((row) => valueOf(row, field))).toEqual(expected)
      expect(groups.filter(({ value }, at) => value === null && at < groups.length - 1)).toEqual([])
    }
  })

  it('any window is that part of the whole, sorted within its groups', async () => {
    for (const sort of [[by('Name')], [by('DueDate', 'desc'), by('Name')]]) {
      const asked = { today, group: by(field), sort }
      const whole = (await goals.all(asked)).map(({ gsid }) => gsid)
      for (const [offset, limit] of [
        [0, 100],
        [95, 10],
        [333, 77],
        [590, 50],
        [600, 10],
      ] as const) {
        const { rows } = await goals.query({ ...asked, offset, limit })
        expect(rows.map(({ gsid }) => gsid)).toEqual(whole.slice(offset, offset + limit))
      }
      const ungrouped = (await goals.all({ today, sort })).map(({ gsid }) => gsid)
      expect(whole.toSorted()).toEqual(ungrouped.toSorted())
    }
  })
})

it('within a group the order is that of the list', async () => {
  const sort = [by('DueDate', 'desc')]
  const rows = await goals.all({ today, group: by('StatusName'), sort })
  for (const status of ['New', 'On Track']) {
    const filter: FilterTree = { field: 'StatusName', op: 'EQ', value: [status] }
    const alone = await goals.all({ filter, today, sort })
    const inGroup = rows.filter(({ fields }) => fields['StatusName'] === status)
    expect(inGroup.map(({ gsid }) => gsid)).toEqual(alone.map(({ gsid }) => gsid))
  }
})

it('statuses stand in their own order, companies by name, months in words', async () => {
  const { statuses } = (await bff.browser.get('/api/statuses')).json as { statuses: { name: string; order: number }[] }
  const inOrder = statuses.toSorted((a, b) => a.order - b.order).map(({ name }) => name)
  const shown = (await groupsOf({ group: by('StatusName') })).groups.map(({ value }) => String(value))
  expect(shown).toEqual(inOrder.filter((name) => shown.includes(name)))

  const companies = (await groupsOf({ group: by('CompanyId') })).groups
  const labels = companies.map(({ label }) => label)
  expect(labels).toEqual(labels.toSorted(new Intl.Collator('en').compare))
  const doubles = companies.filter(({ label }) => labels.indexOf(label) !== labels.lastIndexOf(label))
  expect(doubles.filter(({ hint }) => hint === null)).toEqual([])

  const months = (await groupsOf({ group: by('DueDate') })).groups
  expect(months.at(-1)).toMatchObject({ value: null, label: 'No date' })
  expect(months[0]?.label).toMatch(
    /^(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/,
  )
})

it('a field of which hardly two goals have one value is refused by name, and so is one that there is not', async () => {
  for (const [field, words] of [
    ['Name', 'Name cannot be grouped by'],
    ['Description', 'Description cannot be grouped by'],
    ['Nmae', 'There is no field "Nmae"'],
  ] as const) {
    const refusal = { status: 400, json: { fields: { 'group.field': expect.stringContaining(words) } } }
    expect(await bff.browser.post('/api/goals/groups', { group: by(field) })).toMatchObject(refusal)
    expect(await bff.browser.post('/api/goals/query', { group: by(field) })).toMatchObject(refusal)
  }
  expect((await bff.browser.post('/api/goals/groups', {})).status).toBe(400)
})

it('no goals are no groups', async () => {
  expect(await groupsOf({ filter: { or: [] }, group: by('StatusName') })).toEqual({ groups: [], total: 0 })
  expect((await goals.query({ filter: { or: [] }, group: by('StatusName') })).rows).toEqual([])
})
