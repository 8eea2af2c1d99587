import { isGsid, keyPrefixOf, kindOfGsid } from '@goalkeeper/gainsight/gsid'
import { describe, expect, test } from 'vitest'
import type { Row } from '../tenant/field.ts'
import { tableOf, type Tenant } from '../tenant/tenant.ts'
import { awkwardNames } from './company-words.ts'
import { hostileDescriptions } from './descriptions.ts'
import { seedTenant } from './tenant.ts'

const anchor = '2027-03-01'
const seeded = (seed: number, goals = 2000) =>
  seedTenant({ seed, goals, anchor, goalObject: { name: 'customer_goal', label: 'Customer Goal' } })

const everything = (tenant: Tenant) =>
  JSON.stringify([
    [...tenant.tables.values()].map(({ name, keyPrefix, rows }) => [name, keyPrefix, rows]),
    tenant.goals.table.rows.map((row) => tenant.goals.linksOf(row.Gsid)),
  ])

test('equal seeds give equal tenants, record for record', () => {
  expect(everything(seeded(3, 300))).toBe(everything(seeded(3, 300)))
  expect(everything(seeded(3, 300))).not.toBe(everything(seeded(4, 300)))
})

describe('a tenant of 2,000 goals', () => {
  const tenant = seeded(1)
  const goals = tenant.goals.table.rows
  const table = (name: string) => tableOf(tenant, name)
  const valuesOf = (rows: readonly Row[], field: string) => new Set(rows.map((row) => row[field]))

  test('ids have the tenant form, share the prefix of their object and never repeat', () => {
    const kinds = {
      customer_goal: 'goal',
      company: 'company',
      gsuser: 'user',
      call_to_action: 'CTA',
      cta_group: 'success plan',
    }
    for (const [name, kind] of Object.entries(kinds)) {
      const gsids = table(name).rows.map((row) => row.Gsid)
      expect(gsids.every((gsid) => isGsid(gsid) && kindOfGsid(gsid) === kind)).toBe(true)
      expect(new Set(gsids.map(keyPrefixOf))).toEqual(new Set([table(name).keyPrefix]))
      expect(new Set(gsids).size).toBe(gsids.length)
    }
  })

  test('items of one picklist share their prefix, and no two picklists do', () => {
    const prefixes = [...tenant.picklists.values()].map(
      ({ items }) => new Set(items.map(({ gsid }) => keyPrefixOf(gsid))),
    )
    expect(prefixes.every((each) => each.size === 1)).toBe(true)
    expect(new Set(prefixes.flatMap((each) => [...each])).size).toBe(prefixes.length)
  })

  test('goals stand in the order of their creation, none younger than the anchor', () => {
    const created = goals.map((goal) => Number(goal['CreatedDate']))
    expect(created).toEqual(created.toSorted((a, b) => a - b))
    expect(goals.every((goal) => Number(goal['ModifiedDate']) >= Number(goal['CreatedDate']))).toBe(true)
    expect(Math.max(...goals.map((goal) => Number(goal['ModifiedDate'])))).toBeLessThanOrEqual(Date.parse(anchor))
  })

  test('every status, entity type and kind of description occurs', () => {
    expect(valuesOf(goals, 'StatusId')).toEqual(new Set(tenant.goalStatuses.items.map(({ gsid }) => gsid)))
    expect(valuesOf(goals, 'EntityType')).toEqual(new Set(['COMPANY', 'RELATIONSHIP', 'OPPORTUNITY']))
    const descriptions = valuesOf(goals, 'Description')
    expect(descriptions).toContain(null)
    expect(hostileDescriptions.filter((hostile) => descriptions.has(hostile)).length).toBeGreaterThan(10)
  })

  test('due dates lie on both sides of the anchor, and some goals have none', () => {
    const dates = [...valuesOf(goals, 'DueDate')]
    expect(dates).toContain(null)
    expect(dates.some((date) => date !== null && String(date) < anchor)).toBe(true)
    expect(dates.some((date) => date !== null && String(date) > anchor)).toBe(true)
  })

  test('every custom field is filled on some goals and empty on others', () => {
    for (const { name } of tenant.goals.table.fields.filter((field) => field.name.endsWith('__gc'))) {
      const filled = goals.filter((goal) => goal[name] !== null).length
      expect(filled, name).toBeGreaterThan(0)
      expect(filled, name).toBeLessThan(goals.length)
    }
  })

  test('every data type that the tenant knows occurs among the goal fields', () => {
    const types = new Set(tenant.goals.table.fields.map((field) => field.type))
    expect(types.size).toBe(14)
  })

  test('about 60 % of the goals are associated, with items of their own company or with ids that lead nowhere', () => {
    const linked = goals.filter(
      (goal) => tenant.goals.linksOf(goal.Gsid).CTA.length + tenant.goals.linksOf(goal.Gsid).SP.length > 0,
    )
    expect(linked.length / goals.length).toBeGreaterThan(0.5)
    expect(linked.length / goals.length).toBeLessThan(0.7)
    let dangling = 0
    for (const goal of linked) {
      const { CTA, SP } = tenant.goals.linksOf(goal.Gsid)
      const items = [
        ...CTA.map((id) => table('call_to_action').byGsid.get(id)),
        ...SP.map((id) => table('cta_group').byGsid.get(id)),
      ]
      dangling += items.filter((item) => item === undefined).length
      expect(new Set(items.flatMap((item) => (item ? [item['CompanyId']] : [])))).toEqual(
        items.some(Boolean) ? new Set([goal['CompanyId']]) : new Set(),
      )
    }
    expect(dangling).toBeGreaterThan(0)
    expect(dangling).toBeLessThan(goals.length / 20)
  })

  test('objectives live in plans of their company, and nothing else does', () => {
    const objective = [...tenant.picklists.values()]
      .find(({ name }) => name === 'CTA Type')
      ?.items.find(({ name }) => name === 'Objective')?.gsid
    const ctas = table('call_to_action').rows
    expect(ctas.some((cta) => cta['TypeId'] === objective)).toBe(true)
    for (const cta of ctas) {
      const plan = table('cta_group').byGsid.get(String(cta['CtaGroupId']))
      expect(plan !== undefined).toBe(cta['TypeId'] === objective)
      if (plan) expect(plan['CompanyId']).toBe(cta['CompanyId'])
    }
    expect(valuesOf(ctas, 'IsClosed')).toEqual(new Set([true, false]))
  })

  test('companies have awkward and repeated names, a CSM, ARR, renewal date, stage and segment', () => {
    const companies = table('company').rows
    const names = companies.map((company) => company.Name)
    expect(awkwardNames.every((name) => names.includes(name))).toBe(true)
    expect(new Set(names).size).toBeLessThan(names.length)
    for (const field of ['Csm', 'Arr', 'RenewalDate', 'Stage', 'Segment__gc']) {
      expect(valuesOf(companies, field).size, field).toBeGreaterThan(3)
    }
    expect(
      companies.every((company) => company['Csm'] === null || table('gsuser').byGsid.has(String(company['Csm']))),
    ).toBe(true)
  })

  test('a goal of a relationship or an opportunity belongs to the same company as that does', () => {
    const parents = { RelationshipId: 'relationship', OpportunityId: 'gs_opportunity' }
    for (const [field, object] of Object.entries(parents)) {
      const owned = goals.filter((goal) => goal[field] !== null)
      expect(owned.length).toBeGreaterThan(50)
      for (const goal of owned)
        expect(table(object).byGsid.get(String(goal[field]))?.['CompanyId']).toBe(goal['CompanyId'])
    }
  })
})
