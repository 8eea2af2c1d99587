import { afterEach, describe, expect, it } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, type SandboxOptions, startBff } from '../../test/start-bff.ts'
import { readTenantGoals } from '../../test/tenant-goals.ts'

let bff: Bff

afterEach(() => bff.stop())

async function start(sandbox: SandboxOptions) {
  bff = await startBff({ sandbox, env: { SYNC_INTERVAL_SECONDS: '3600' } })
  return goalsOf(bff)
}

/** The index holds every goal of the tenant, and each as the tenant has it. */
async function expectSame(goals: ReturnType<typeof goalsOf>) {
  const theirs = await readTenantGoals(bff.sandbox)
  const ours = await goals.all()
  expect(ours.map(({ gsid }) => gsid).toSorted()).toEqual([...theirs.keys()].toSorted())
  for (const { gsid, fields, CTA, SP } of ours) {
    const tenant = theirs.get(gsid)
    expect({ gsid, CTA, SP }).toEqual({ gsid, CTA: tenant?.CTA, SP: tenant?.SP })
    for (const name of ['Name', 'StatusId', 'DueDate', 'CompanyId', 'ModifiedDate', 'Target_Value__gc']) {
      expect([gsid, name, fields[name]]).toEqual([gsid, name, tenant?.fields[name] ?? null])
    }
  }
}

type Case = [what: string, switches: NonNullable<SandboxOptions['switches']>]
const pageMaximum = 25
const provable: Case[] = [
  ['the recommended defaults', {}],
  [
    'small pages, only selected fields, nulls, associations as objects and errors in an envelope',
    { pageMaximum, selectStyle: 'strict', nulls: 'sent', associationShape: 'objects', errorStyle: 'envelope' },
  ],
  [
    'pages counted from 0 and cut down without a word, and every field whatever is selected',
    { pageMaximum, pageBase: 0, pageOverflow: 'clamp', selectStyle: 'everything' },
  ],
  ['pages that never stand still', { pageMaximum, pageOrder: 'shuffled' }],
  [
    'pages that never stand still, no filter by creation date, and instants as texts',
    { pageMaximum, pageOrder: 'shuffled', unfilterable: ['CreatedDate'], instants: 'iso' },
  ],
  [
    'pages that never stand still, and a filter in every fetch',
    { pageMaximum, pageOrder: 'shuffled', where: 'required' },
  ],
  ['equality as the only operator, and no OR', { pageMaximum, operators: 'eq', expression: 'and' }],
]

describe('a reading of all goals', () => {
  it.each(provable)('is complete and exact on a tenant with %s', async (_, switches) => {
    const goals = await start({ goals: 150, switches })
    await goals.settled()
    await expectSame(goals)
    expect(await goals.query({ limit: 0 })).toMatchObject({ exact: true, total: 150 })
    expect(goals.sync()).toMatchObject({ incompleteBecause: null, problem: null, goals: 150 })
  })

  it('says that it may be incomplete where pages move and only equality is taken', async () => {
    const goals = await start({ goals: 150, switches: { pageMaximum, pageOrder: 'shuffled', operators: 'eq' } })
    await goals.synced(({ state, answeredAt }) => state === 'idle' && answeredAt !== null, 40_000)
    const page = await goals.query({ limit: 0 })
    expect(page.exact).toBe(false)
    expect(goals.sync().complete).toBe(false)
    expect(goals.sync().incompleteBecause).toMatch(/company by company/)
    // Even so it finds nearly all: every goal of every company of which it saw one.
    expect(page.total).toBeGreaterThan(130)
  })

  it('leaves out a field that the tenant refuses to select, and names it', async () => {
    const goals = await start({ goals: 60, switches: { unselectable: ['Target_Value__gc', 'CurrencyIsoCode'] } })
    await goals.settled()
    const { rows } = await goals.query({ limit: 1, select: ['Name', 'Outcome_Metric__gc'] })
    expect(rows).toHaveLength(1)
    expect(bff.services.goalIndex.refusedFields()).toContain('Target_Value__gc')
    const named = () => bff.services.connection.capabilityList().find(({ name }) => name === 'customFields')
    expect(named()).toMatchObject({ state: 'no', found: expect.stringContaining('Target_Value__gc') })
    expect((await goals.query({ limit: 0 })).total).toBe(60)
  })

  it('needs no other look-up of the tenant', async () => {
    const absent = ['object-list', 'describe', 'query', 'cta-list', 'plan-list', 'users'] as const
    const goals = await start({ goals: 150, switches: { absent: [...absent] } })
    await goals.settled()
    const page = await goals.query({ limit: 0, facets: ['StatusId', 'CompanyId'] })
    expect(page).toMatchObject({ total: 150, exact: true })
    const theirs = [...(await readTenantGoals(bff.sandbox)).values()]
    const companies = new Map(page.facets['CompanyId']?.map(({ value, label }) => [value, label]))
    expect(companies.size).toBe(new Set(theirs.map(({ fields }) => fields['CompanyId'])).size)
    for (const [id, label] of companies) expect(label).toBe(id)
  })

  it('has rows to show before it is complete, and says so', async () => {
    const goals = await start({ goals: 200, latencyMs: 30, switches: { pageMaximum } })
    await goals.synced((now) => now.goals > 0)
    const page = await goals.query({ limit: 10 })
    expect(page.rows).toHaveLength(10)
    expect(page.exact).toBe(false)
    expect(page.asOf).not.toBeNull()
    expect(goals.sync()).toMatchObject({ state: 'sweeping', complete: false, completedAt: null })
    await goals.settled()
  })
})
