import { fetchGoalsReplySchema } from '@goalkeeper/gainsight/goals'
import { describe, expect, test } from 'vitest'
import { fetchPath, only, startTenant, type TenantClient } from './tenant-client.ts'

const refusal = (message: string) => ({
  status: 500,
  body: {
    timestamp: expect.any(Number),
    status: 500,
    error: 'Internal Server Error',
    exception: 'com.gainsight.cs.goal.exception.CSGoalException',
    message,
    path: '/csgoal/external/fetch',
  },
})
const ask = (tenant: TenantClient, request: Record<string, unknown>) =>
  tenant.call('POST', fetchPath, { select: ['Gsid'], pageSize: 10, pageNumber: 1, ...request })

describe('a reply', () => {
  test('has the documented form', async () => {
    const tenant = await startTenant()
    const { status, body } = await ask(tenant, {})
    expect(status).toBe(200)
    expect(body).toMatchObject({
      result: true,
      errorCode: null,
      errorDesc: null,
      localizedErrorDesc: null,
      requestId: expect.any(String),
      message: null,
      localizedMessage: null,
    })
    expect(fetchGoalsReplySchema.parse(body.data).recordList).toHaveLength(10)
  })

  test('holds what was selected and six fields that always come, and leaves empty ones out', async () => {
    const tenant = await startTenant()
    const goals = await tenant.fetchGoals({ select: ['EntityType', 'RelationshipId'] })
    const keys = new Set(goals.flatMap(({ dataList }) => Object.keys(dataList)))
    expect([...keys].toSorted()).toEqual(
      ['CompanyId', 'Description', 'DueDate', 'EntityType', 'Gsid', 'Name', 'RelationshipId', 'StatusId'].toSorted(),
    )
    expect(goals.some(({ dataList }) => !('RelationshipId' in dataList))).toBe(true)
    expect(goals.flatMap(({ dataList }) => Object.values(dataList))).not.toContain(null)
  })

  test('can be strict, whole, and with nulls', async () => {
    const tenant = await startTenant({ switches: { selectStyle: 'strict', nulls: 'sent' } })
    const [strict] = await tenant.fetchGoals({ select: ['RelationshipId', 'Gsid'] })
    expect(Object.keys(strict?.dataList ?? {})).toEqual(['RelationshipId', 'Gsid'])
    tenant.sandbox.switches({ selectStyle: 'everything' })
    const [whole] = await tenant.fetchGoals()
    expect(Object.keys(whole?.dataList ?? {})).toContain('Success_Criteria__gc')
  })

  test('writes days as days, instants as epoch milliseconds, custom picklists by label', async () => {
    const tenant = await startTenant()
    const goals = await tenant.fetchGoals({
      select: ['DueDate', 'Kickoff_Date__gc', 'ModifiedDate', 'Last_Reviewed__gc', 'Value_Driver__gc', 'Products__gc'],
    })
    const seen = (field: string) => goals.flatMap(({ dataList }) => dataList[field] ?? [])
    for (const field of ['DueDate', 'Kickoff_Date__gc']) {
      for (const day of seen(field)) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    for (const field of ['ModifiedDate', 'Last_Reviewed__gc']) {
      for (const instant of seen(field))
        expect(Math.abs(Number(instant) - Date.now())).toBeLessThan(4 * 365 * 86_400_000)
    }
    expect(['Cost', 'Growth', 'Risk', 'Compliance', 'Experience', 'Other (old)']).toEqual(
      expect.arrayContaining(seen('Value_Driver__gc')),
    )
    expect(seen('Products__gc')).toContainEqual(expect.stringMatching(/^[A-Z][\w ]+;[A-Z]/))
  })

  test('can write picklists as ids and multi-selects as lists', async () => {
    const tenant = await startTenant({ switches: { customPicklists: 'gsid', multiSelects: 'array' } })
    const goals = await tenant.fetchGoals({ select: ['Value_Driver__gc', 'Products__gc'] })
    const drivers = goals.flatMap(({ dataList }) => dataList['Value_Driver__gc'] ?? [])
    expect(drivers.length).toBeGreaterThan(0)
    for (const driver of drivers) expect(driver).toMatch(/^1I00[0-9A-Z]{32}$/)
    const products = goals.flatMap(({ dataList }) => ('Products__gc' in dataList ? [dataList['Products__gc']] : []))
    expect(products.length).toBeGreaterThan(0)
    for (const each of products) expect(each).toBeInstanceOf(Array)
  })

  test('lists associations as ids, or as objects', async () => {
    const tenant = await startTenant()
    const ids = (await tenant.fetchGoals()).flatMap(({ associatedCTAs, associatedSPs }) => [
      ...associatedCTAs,
      ...associatedSPs,
    ])
    expect(ids.length).toBeGreaterThan(10)
    for (const id of ids) expect(id).toMatch(/^1S0[12][0-9A-Z]{32}$/)
    tenant.sandbox.switches({ associationShape: 'objects' })
    const objects = (await tenant.fetchGoals()).flatMap(({ associatedCTAs, associatedSPs }) => [
      ...associatedCTAs,
      ...associatedSPs,
    ])
    expect(objects.map((object) => (object as { Gsid: string }).Gsid)).toEqual(ids)
  })
})

describe('select', () => {
  test('reaches across lookups, and refuses what leads nowhere', async () => {
    const tenant = await startTenant()
    const [goal] = await tenant.fetchGoals({
      select: ['StatusId__gr.Name', 'CompanyId__gr.Name', 'CompanyId__gr.Csm__gr.Name', 'CreatedById__gr.Name'],
      where: only('CompanyId__gr.Csm', 'IS_NOT_NULL'),
    })
    expect(goal?.dataList).toMatchObject({
      'StatusId__gr.Name': expect.any(String),
      'CompanyId__gr.Name': expect.any(String),
      'CompanyId__gr.Csm__gr.Name': expect.any(String),
      'CreatedById__gr.Name': expect.any(String),
    })
  })

  test.each([
    [['Gsd'], 'Invalid fields in select clause - Gsd'],
    [['Gsid', 'name', 'Nope__gc'], 'Invalid fields in select clause - name, Nope__gc'],
    [['CompanyId__gr.Nope'], 'Invalid fields in select clause - CompanyId__gr.Nope'],
    [[], 'Please add fields in the select clause'],
  ])('%j is refused as the sample shows', async (select, message) => {
    const tenant = await startTenant()
    expect(await ask(tenant, { select })).toEqual(refusal(message))
  })

  test('in the style of the table it is refused with 400 and 8009', async () => {
    const tenant = await startTenant({ switches: { errorStyle: 'envelope' } })
    const { status, body } = await ask(tenant, { select: ['Gsd'] })
    expect([status, body]).toEqual([
      400,
      {
        result: false,
        errorCode: 8009,
        errorDesc: 'INVALID_FIELD',
        localizedErrorDesc: 'INVALID_FIELD',
        requestId: expect.any(String),
        data: null,
        message: `Invalid fields in select clause - Gsd ${body.requestId}`,
        localizedMessage: null,
        errorInfo: null,
      },
    ])
    tenant.sandbox.switches({ errorCodes: 'string' })
    expect((await ask(tenant, { select: ['Gsd'] })).body.errorCode).toBe('8009')
  })

  test('may be refused for single fields, and for the name of the status', async () => {
    const tenant = await startTenant({
      switches: { unselectable: ['ModifiedDate', 'DueDate'], absent: ['status-name-of-goals'] },
    })
    expect(await ask(tenant, { select: ['ModifiedDate'] })).toEqual(
      refusal('Invalid fields in select clause - ModifiedDate'),
    )
    expect(await ask(tenant, { select: ['StatusId__gr.Name'] })).toEqual(
      refusal('Invalid fields in select clause - StatusId__gr.Name'),
    )
    const [goal] = await tenant.fetchGoals()
    expect(goal?.dataList).not.toHaveProperty('DueDate')
  })
})

describe('pages', () => {
  test('are counted from 1, put together hold every goal once, and end with a short one', async () => {
    const tenant = await startTenant({ goals: 95 })
    const pages = await Promise.all([1, 2, 3, 4].map((pageNumber) => tenant.fetchGoals({ pageSize: 30, pageNumber })))
    expect(pages.map((page) => page.length)).toEqual([30, 30, 30, 5])
    expect(new Set(pages.flat().map(({ dataList }) => dataList.Gsid)).size).toBe(95)
    expect(await tenant.fetchGoals({ pageSize: 30, pageNumber: 5 })).toEqual([])
  })

  test.each([
    { pageSize: 0 },
    { pageSize: 1001 },
    { pageSize: -1 },
    { pageSize: 1.5 },
    { pageSize: '10' },
    { pageNumber: 0 },
    { pageNumber: -1 },
  ])('%j is refused with 8007', async (page) => {
    const tenant = await startTenant()
    expect(await ask(tenant, page)).toMatchObject({
      status: 400,
      body: { result: false, errorCode: 8007, errorDesc: 'INVALID_PAGE_REQUEST', data: null },
    })
  })

  test('may be smaller, clamped or counted from 0', async () => {
    const tenant = await startTenant({ switches: { pageMaximum: 20 } })
    expect((await ask(tenant, { pageSize: 21 })).body.errorCode).toBe(8007)
    tenant.sandbox.switches({ pageOverflow: 'clamp' })
    expect(await tenant.fetchGoals({ pageSize: 1000 })).toHaveLength(20)
    const [, second] = await Promise.all([
      tenant.fetchGoals({ pageSize: 20 }),
      tenant.fetchGoals({ pageSize: 20, pageNumber: 2 }),
    ])
    tenant.sandbox.switches({ pageBase: 0 })
    expect(await tenant.fetchGoals({ pageSize: 20, pageNumber: 1 })).toEqual(second)
  })

  test('may come in another order at every call', async () => {
    const tenant = await startTenant({ goals: 200, switches: { pageOrder: 'shuffled' } })
    const once = (await tenant.fetchGoals()).map(({ dataList }) => dataList.Gsid)
    const again = (await tenant.fetchGoals()).map(({ dataList }) => dataList.Gsid)
    expect(again).not.toEqual(once)
    expect(again.toSorted()).toEqual(once.toSorted())
  })
})

describe('where', () => {
  test('filters by company, status, id and custom fields, also across pages and after a change', async () => {
    const tenant = await startTenant({ goals: 300 })
    const all = await tenant.fetchGoals({ select: ['Value_Driver__gc'] })
    const field = (name: string) => (goal: (typeof all)[number]) => goal.dataList[name]
    const first = all[0]?.dataList
    for (const name of ['CompanyId', 'StatusId', 'Value_Driver__gc', 'Gsid']) {
      const value = name === 'Value_Driver__gc' ? 'Cost' : first?.[name]
      const wanted = all.filter((goal) => field(name)(goal) === value).map(field('Gsid'))
      expect((await tenant.fetchGoals({ where: only(name, 'EQ', value) })).map(field('Gsid')), name).toEqual(wanted)
    }
    const status = first?.['StatusId']
    const before = await tenant.fetchGoals({ where: only('StatusId', 'EQ', status) })
    const moved = all.find((goal) => field('StatusId')(goal) !== status)?.dataList.Gsid
    await tenant.sandbox.changeRecord(moved ?? '', { record: { StatusId: String(status) } })
    const after = await tenant.fetchGoals({ where: only('StatusId', 'EQ', status) })
    expect(after.length).toBe(before.length + 1)
  })

  test('ids and companies are found in the order of creation, however they are asked for', async () => {
    const tenant = await startTenant({ goals: 300 })
    const all = (await tenant.fetchGoals()).map(({ dataList }) => dataList)
    const some = all.filter((_, index) => index % 7 === 0)
    const found = await tenant.fetchGoals({ where: only('Gsid', 'IN', ...some.map(({ Gsid }) => Gsid).toReversed()) })
    expect(found.map(({ dataList }) => dataList.Gsid)).toEqual(some.map(({ Gsid }) => Gsid))
    const companies = [...new Set(some.map((goal) => goal['CompanyId']))]
    const theirs = await tenant.fetchGoals({ where: only('CompanyId', 'IN', ...companies.toReversed()) })
    expect(theirs.map(({ dataList }) => dataList.Gsid)).toEqual(
      all.filter((goal) => companies.includes(goal['CompanyId'])).map(({ Gsid }) => Gsid),
    )
  })

  test('conditions are joined by one connective unless the tenant knows more', async () => {
    const tenant = await startTenant()
    const conditions = ['A', 'B', 'C'].map((alias) => ({
      alias,
      fieldName: 'Name',
      operator: 'IS_NOT_NULL',
      value: [],
    }))
    const where = { conditions, expression: 'A AND (B OR C)' }
    expect(await ask(tenant, { where })).toEqual(refusal('Please pass the correct conditions'))
    tenant.sandbox.switches({ expression: 'full' })
    expect((await ask(tenant, { where })).status).toBe(200)
    tenant.sandbox.switches({ expression: 'and' })
    expect((await ask(tenant, { where: { conditions, expression: 'A OR B OR C' } })).status).toBe(500)
    expect((await ask(tenant, { where: { conditions, expression: 'A AND B AND C' } })).status).toBe(200)
  })

  test('may know EQ only, refuse single fields, or be required', async () => {
    const tenant = await startTenant({
      switches: { operators: 'eq', unfilterable: ['ModifiedDate'], where: 'required' },
    })
    const message = (name: string) => refusal(`Invalid fields or operator in where clause - ${name}`)
    expect(await ask(tenant, { where: only('Name', 'CONTAINS', 'a') })).toEqual(message('Name'))
    expect(await ask(tenant, { where: only('ModifiedDate', 'EQ', 1) })).toEqual(message('ModifiedDate'))
    expect(await ask(tenant, {})).toEqual(refusal('Please pass the correct conditions'))
    expect((await ask(tenant, { where: only('Name', 'EQ', 'a') })).status).toBe(200)
  })

  test('may take instants as ISO text only', async () => {
    const tenant = await startTenant({ switches: { instants: 'iso' } })
    expect((await ask(tenant, { where: only('ModifiedDate', 'GTE', 0) })).status).toBe(500)
    expect(await tenant.fetchGoals({ where: only('ModifiedDate', 'GTE', '2000-01-01T00:00:00Z') })).toHaveLength(60)
  })
})
