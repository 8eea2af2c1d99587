import {
  describeLegacyReplySchema,
  describeReplySchema,
  listObjectsReplySchema,
  readDropdownReplySchema,
} from '@goalkeeper/gainsight/objects'
import { describe, expect, test } from 'vitest'
import { lookUps, statusNameLookUps, type LookUp } from '#sandbox/switches.ts'
import { only, startTenant, type Json, type TenantClient } from './tenant-client.ts'

const objectPath = (object: string) => `/v1/data/objects/query/${object}`
const named = (name: string, operator: string, ...value: unknown[]) => ({
  conditions: [{ name, alias: 'A', operator, value }],
  expression: 'A',
})

const query = (tenant: TenantClient, object: string, request: Record<string, unknown> = {}) =>
  tenant.call('POST', objectPath(object), { select: ['Gsid', 'Name'], limit: 5000, offset: 0, ...request })

describe('metadata', () => {
  test('the object list names the goal object, whose prefix its goals share', async () => {
    const tenant = await startTenant({ goalObject: { name: 'cs_goal', label: 'Customer Goal' } })
    const { body } = await tenant.call('GET', '/v1/meta/services/objects/list?po=company&em=false')
    const objects = listObjectsReplySchema.parse(body.data)
    const [goal] = await tenant.fetchGoals()
    const listed = objects.find(({ keyPrefix }) => goal?.dataList.Gsid.startsWith(keyPrefix ?? '?'))
    expect(listed).toMatchObject({ objectName: 'cs_goal', label: 'Customer Goal', objectType: 'STANDARD' })
    expect(objects.map(({ objectName }) => objectName)).toEqual(
      expect.arrayContaining(['company', 'relationship', 'gsuser', 'gs_opportunity', 'call_to_action', 'cta_group']),
    )
    expect((await query(tenant, 'cs_goal')).body.data.records).toHaveLength(60)
  })

  test('three ways of describing an object agree', async () => {
    const tenant = await startTenant()
    const one = await tenant.call('GET', '/v1/meta/services/objects/customer_goal/describe?ic=false')
    const many = await tenant.call('POST', '/v1/meta/services/objects/describe', {
      objectNames: ['customer_goal', 'company'],
      populatePickListOptions: 'true',
    })
    const legacy = await tenant.call('GET', '/v1/api/describe/MDA/customer_goal?ic=true&idd=true')
    expect(many.body.data).toHaveLength(2)
    expect(many.body.data[0]).toEqual(one.body.data[0])
    expect(legacy.body.data.customer_goal).toEqual(one.body.data[0])
    for (const [schema, data] of [
      [describeReplySchema, one.body.data],
      [describeLegacyReplySchema, legacy.body.data],
    ] as const) {
      expect(schema.parse(data)[0]?.fields.length).toBe(32)
    }
  })

  test('picklists come as recorded from a live tenant, and without items unless they are asked for', async () => {
    const tenant = await startTenant()
    const { body } = await tenant.call('GET', '/v1/meta/services/objects/customer_goal/describe')
    const fieldOf = (data: Json, name: string) => data[0].fields.find((field: Json) => field.fieldName === name)
    const status = fieldOf(body.data, 'StatusId')
    expect(status.dataType).toBe('PICKLIST')
    expect(status.options.map(({ label }: Json) => label)).toEqual([
      'New',
      'On Track',
      'At Risk',
      'On Hold',
      'Achieved',
      'Partially Achieved',
      'Dropped',
    ])
    expect(status.options[0]).toEqual({
      active: true,
      defaultValue: true,
      label: 'New',
      value: expect.stringMatching(/^1I00/),
      displayOrder: 0,
      group: 'Goal Status',
      groupId: status.meta.properties.PICKLIST_CATEGORY_ID,
      color: expect.stringMatching(/^#[0-9a-f]{6}$/),
      systemName: 'NEW',
      description: null,
      validFor: null,
      controllerValues: null,
    })
    const bare = await tenant.call('POST', '/v1/meta/services/objects/describe', { objectNames: ['customer_goal'] })
    expect(fieldOf(bare.body.data, 'StatusId').options).toEqual([])
    expect(fieldOf(body.data, 'Value_Driver__gc').options.at(-1)).toMatchObject({ label: 'Other (old)', active: false })
    expect(fieldOf(body.data, 'Sponsor__gc').meta.lookupDetail.lookupObjects).toEqual([
      { objectName: 'gsuser', label: 'User' },
    ])
  })

  test('a dropdown category holds the items of its picklist', async () => {
    const tenant = await startTenant()
    const described = await tenant.call('GET', '/v1/meta/services/objects/customer_goal/describe')
    const status = described.body.data[0].fields.find((field: Json) => field.fieldName === 'StatusId')
    const { body } = await tenant.call(
      'GET',
      `/v1/meta/services/dropdowns/${status.meta.properties.PICKLIST_CATEGORY_ID}`,
    )
    const { childItems } = readDropdownReplySchema.parse(body.data)
    expect(childItems.map(({ gsid }) => gsid)).toEqual(status.options.map(({ value }: Json) => value))
  })

  test.each([
    ['GET', '/v1/meta/services/objects/nothing/describe'],
    ['GET', '/v1/api/describe/MDA/nothing'],
    ['GET', '/v1/meta/services/dropdowns/nothing'],
    ['POST', '/v1/meta/services/objects/describe'],
  ])('%s %s is not found', async (method, path) => {
    const tenant = await startTenant()
    const { status, body } = await tenant.call(
      method,
      path,
      method === 'POST' ? { objectNames: ['nothing'] } : undefined,
    )
    expect([status, body]).toEqual([
      404,
      {
        requestId: expect.any(String),
        result: false,
        instance: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/),
        title: 'OBJECT_NOT_FOUND',
        detail: 'Requested object not found.',
        errorDesc: 'Requested object not found.',
      },
    ])
  })
})

describe('the object query', () => {
  test('reads objects and fields in any case, across lookUps, with dates as epoch milliseconds', async () => {
    const tenant = await startTenant()
    const select = [
      'gsid',
      'name',
      'Csm__gr.Name',
      'csm__gr.email',
      'Arr',
      'RenewalDate',
      'Stage__gr.Name',
      'Segment__gc',
      'ModifiedDate',
    ]
    const { status, body } = await query(tenant, 'Company', { select, where: named('Csm', 'IS_NOT_NULL') })
    expect(status).toBe(200)
    for (const record of body.data.records) {
      expect(Object.keys(record)).toEqual(select)
      expect(record['Csm__gr.Name']).toMatch(/^\S+ \S+$/)
      expect(record.RenewalDate === null || record.RenewalDate % 86_400_000 === 0).toBe(true)
    }
    tenant.sandbox.switches({ queryDates: 'iso' })
    const iso = await query(tenant, 'company', { select: ['ModifiedDate'], limit: 1 })
    expect(iso.body.data.records[0].ModifiedDate).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  test('sorts, empty values last, and pages by offset', async () => {
    const tenant = await startTenant({ goals: 800 })
    const { body } = await query(tenant, 'company', {
      select: ['Gsid', 'Arr', 'Name'],
      orderBy: { Arr: 'desc', Name: 'asc' },
    })
    const arr = body.data.records.map((record: Json) => record.Arr)
    const filled = arr.filter((value: unknown) => value !== null)
    expect(arr).toEqual([...filled.toSorted((a: number, b: number) => b - a), ...arr.slice(filled.length)])
    expect(arr.length).toBeGreaterThan(filled.length)
    const page = await query(tenant, 'company', {
      select: ['Gsid', 'Arr', 'Name'],
      orderBy: { Arr: 'desc', Name: 'asc' },
      limit: 10,
      offset: 20,
    })
    expect(page.body.data.records).toEqual(body.data.records.slice(20, 30))
  })

  test('finds many records by their ids', async () => {
    const tenant = await startTenant()
    const { body } = await query(tenant, 'call_to_action', { select: ['Gsid'] })
    const ids = body.data.records.slice(5, 50).map(({ Gsid }: Json) => Gsid)
    const found = await query(tenant, 'call_to_action', {
      select: ['Gsid'],
      where: named('Gsid', 'IN', ...ids, '1S01NOBODY'),
    })
    expect(found.body.data.records.map(({ Gsid }: Json) => Gsid)).toEqual(ids)
  })

  test('da_picklist tells the name of every status that goals have', async () => {
    const tenant = await startTenant()
    const ids = new Set((await tenant.fetchGoals()).map(({ dataList }) => dataList['StatusId']))
    const { body } = await query(tenant, 'da_picklist', {
      select: ['Gsid', 'Name', 'Category', 'IsActive'],
      where: named('Gsid', 'IN', ...ids),
    })
    expect(new Set(body.data.records.map(({ Gsid }: Json) => Gsid))).toEqual(ids)
    expect(body.data.records.every(({ Category }: Json) => Category === 'Goal Status')).toBe(true)
  })

  test('may give a bare list, and a failure in place of nothing', async () => {
    const tenant = await startTenant({ switches: { queryShape: 'array', emptyQuery: 'failure' } })
    expect((await query(tenant, 'gsuser')).body.data).toBeInstanceOf(Array)
    expect(await query(tenant, 'gsuser', { where: named('Name', 'EQ', 'Nobody') })).toMatchObject({
      status: 400,
      body: { result: false, errorCode: 'GSOBJ_1011', errorDesc: 'No data found for given criteria' },
    })
    tenant.sandbox.switches({ emptyQuery: 'empty' })
    expect((await query(tenant, 'gsuser', { where: named('Name', 'EQ', 'Nobody') })).body).toMatchObject({
      result: true,
      data: [],
    })
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['nothing', {}, 'GSOBJ_1023'],
    ['company', { select: ['Nmae'] }, 'GSOBJ_1002'],
    ['company', { orderBy: { Nmae: 'asc' } }, 'GSOBJ_1002'],
    ['company', { where: named('Nmae', 'EQ', 'x') }, 'GSOBJ_1002'],
    ['company', { limit: 5001 }, 'GSOBJ_1008'],
    ['company', { offset: -1 }, 'GSOBJ_1008'],
    ['company', { select: [] }, 'GSOBJ_1008'],
  ])('of %s with %j is refused with %s', async (object, request, code) => {
    const tenant = await startTenant()
    expect(await query(tenant, object, request)).toMatchObject({
      status: 400,
      body: { result: false, errorCode: code },
    })
  })
})

describe('the cockpit lists', () => {
  const list = (tenant: TenantClient, path: string, request: Record<string, unknown> = {}) =>
    tenant.call('POST', path, { select: ['Gsid'], ...request })

  test('CTAs come flat, with names, ISO dates and the fields that always come', async () => {
    const tenant = await startTenant()
    const { body } = await list(tenant, '/v2/cockpit/cta/list', { select: ['Name', 'IsClosed', 'CtaGroupId__gr.Name'] })
    const risk = body.data.find((cta: Json) => cta['TypeId__gr.Name'] === 'Risk')
    expect(risk).toMatchObject({
      Gsid: expect.stringMatching(/^1S01/),
      CompanyId: expect.stringMatching(/^1P02/),
      DueDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/),
      'StatusId__gr.Name': expect.any(String),
      'PriorityId__gr.Name': expect.any(String),
      IsClosed: expect.any(Boolean),
    })
    expect(risk).not.toHaveProperty('CtaGroupId__gr.Name')
    const objective = body.data.find((cta: Json) => cta['TypeId__gr.Name'] === 'Objective')
    expect(objective['CtaGroupId__gr.Name']).toMatch(/plan|alignment/i)
  })

  test('CTAs and plans are filtered by company and paged', async () => {
    const tenant = await startTenant()
    for (const path of ['/v2/cockpit/cta/list', '/v2/successPlan/list']) {
      const { body } = await list(tenant, path)
      const company = body.data[0].CompanyId
      const theirs = body.data.filter((item: Json) => item.CompanyId === company)
      expect((await list(tenant, path, { where: only('CompanyId', 'EQ', company) })).body.data).toEqual(theirs)
      const second = await list(tenant, path, { pageSize: 5, pageNumber: 2 })
      expect(second.body.data).toEqual(body.data.slice(5, 10))
    }
  })

  test('plans answer to both spellings of their status and type', async () => {
    const tenant = await startTenant()
    const select = ['StatusName', 'StatusId__gr.Name', 'TypeName', 'SuccessPlanTypeId__gr.Name']
    const { body } = await list(tenant, '/v2/successPlan/list', { select, where: only('StatusName', 'EQ', 'Active') })
    expect(body.data.length).toBeGreaterThan(0)
    for (const plan of body.data) {
      expect([plan.StatusName, plan['StatusId__gr.Name']]).toEqual(['Active', 'Active'])
      expect(plan.TypeName).toBe(plan['SuccessPlanTypeId__gr.Name'])
    }
  })

  test('may send whole records, nulls, and every call in another order', async () => {
    const tenant = await startTenant({
      switches: { cockpitSelect: 'everything', nulls: 'sent', pageOrder: 'shuffled' },
    })
    const once = (await list(tenant, '/v2/cockpit/cta/list')).body.data
    const again = (await list(tenant, '/v2/cockpit/cta/list')).body.data
    expect(Object.keys(once[0])).toEqual(expect.arrayContaining(['Comments', 'ClosedDate', 'IsImportant']))
    expect(once[0].Comments).toBeNull()
    expect(again).not.toEqual(once)
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { select: ['xyz'] }, 'Invalid fields in select clause - xyz'],
    ['no select', { select: [] }, 'Please add fields in the select clause'],
    ['too large a page', { pageSize: 1001 }, 'Invalid page request'],
    ['page 0', { pageNumber: 0 }, 'Invalid page request'],
    ['an unknown operator', { where: only('Name', 'LIKE', 'x') }, 'Invalid fields or operator in where clause - Name'],
  ])('%s is refused in the words of the cockpit', async (_, request, errorDesc) => {
    const tenant = await startTenant()
    const refusal = {
      result: false,
      errorCode: 'COCKPIT_5101',
      errorDesc,
      requestId: expect.any(String),
      data: {},
      message: null,
    }
    expect(await list(tenant, '/v2/cockpit/cta/list', request)).toEqual({ status: 400, body: refusal })
    tenant.sandbox.switches({ cockpitErrors: 200 })
    expect(await list(tenant, '/v2/cockpit/cta/list', request)).toEqual({ status: 200, body: refusal })
  })

  test('picklists come by category', async () => {
    const tenant = await startTenant()
    const ctas = await tenant.call(
      'GET',
      '/v2/cockpit/admin/picklist/lite?category=CTA_TYPE,CTA_PRIORITY,NONE&et=COMPANY',
    )
    expect(Object.keys(ctas.body.data)).toEqual(['CTA_TYPE', 'CTA_PRIORITY'])
    expect(ctas.body.data.CTA_TYPE.map(({ name }: Json) => name)).toContain('Objective')
    const plans = await tenant.call('GET', '/v2/successPlan/admin/picklist/lite?category=SUCCESS_PLAN_TYPE&et=COMPANY')
    expect(plans.body.data.SUCCESS_PLAN_TYPE.length).toBeGreaterThan(2)
  })
})

test('users are listed by pages from 0, with a total where asked for', async () => {
  const tenant = await startTenant()
  const list = (request: Record<string, unknown>) =>
    tenant.call('POST', '/v1/users/services/list', { select: ['Gsid', 'Name', 'Email'], ...request })
  const { body } = await list({ limit: 1000, includeTotal: true, orderBy: { Name: 'asc' } })
  expect(body.data.total).toBe(body.data.records.length)
  const second = await list({ limit: 5, page: 1, orderBy: { Name: 'asc' } })
  expect(second.body.data).toEqual({ records: body.data.records.slice(5, 10) })
  const one = body.data.records[3]
  const found = await list({ where: named('Email', 'EQ', one.Email) })
  expect(found.body.data.records).toEqual([one])
  expect(await list({ select: ['Shoe'] })).toMatchObject({ status: 400, body: { errorCode: 'GU_1102' } })
})

describe('a tenant without', () => {
  const probes: Partial<Record<LookUp, [string, string, unknown?][]>> = {
    'object-list': [['GET', '/v1/meta/services/objects/list']],
    'describe-get': [['GET', '/v1/meta/services/objects/company/describe']],
    'describe-post': [['POST', '/v1/meta/services/objects/describe', { objectNames: ['company'] }]],
    'describe-legacy': [['GET', '/v1/api/describe/MDA/company']],
    describe: [
      ['GET', '/v1/meta/services/objects/company/describe'],
      ['POST', '/v1/meta/services/objects/describe', { objectNames: ['company'] }],
      ['GET', '/v1/api/describe/MDA/company'],
    ],
    'cta-list': [['POST', '/v2/cockpit/cta/list', { select: ['Gsid'] }]],
    'plan-list': [['POST', '/v2/successPlan/list', { select: ['Gsid'] }]],
    'cockpit-picklists': [
      ['GET', '/v2/cockpit/admin/picklist/lite?category=CTA_TYPE'],
      ['GET', '/v2/successPlan/admin/picklist/lite?category=SUCCESS_PLAN_TYPE'],
    ],
    users: [['POST', '/v1/users/services/list', { select: ['Gsid'] }]],
    query: [['POST', objectPath('company'), { select: ['Gsid'] }]],
  }
  test.each(Object.entries(probes))('%s answers 404 to it, and nothing else changes', async (lookUp, calls) => {
    const tenant = await startTenant()
    for (const [method, path, body] of calls) expect((await tenant.call(method, path, body)).status).toBe(200)
    tenant.sandbox.switches({ absent: [lookUp as LookUp] })
    for (const [method, path, body] of calls) {
      expect(await tenant.call(method, path, body)).toMatchObject({ status: 404, body: { errorCode: 'GS_APIG_1000' } })
    }
    expect(await tenant.fetchGoals()).toHaveLength(60)
  })

  test.each<[LookUp, string]>([
    ['query-company', 'company'],
    ['query-relationship', 'relationship'],
    ['query-opportunity', 'gs_opportunity'],
    ['query-user', 'gsuser'],
    ['query-cta', 'call_to_action'],
    ['query-plan', 'cta_group'],
    ['query-goal', 'customer_goal'],
    ['query-picklist', 'da_picklist'],
  ])('%s cannot query %s', async (lookUp, object) => {
    const tenant = await startTenant({ switches: { absent: [lookUp] } })
    expect(await query(tenant, object)).toMatchObject({ status: 400, body: { errorCode: 'GSOBJ_1023' } })
    tenant.sandbox.switches({ absent: [] })
    expect((await query(tenant, object)).status).toBe(200)
  })

  test('the goal object in its list, or prefixes, does not tell them', async () => {
    const tenant = await startTenant({ switches: { absent: ['goal-in-object-list', 'key-prefix'] } })
    const { body } = await tenant.call('GET', '/v1/meta/services/objects/list')
    expect(body.data.map(({ objectName }: Json) => objectName)).not.toContain('customer_goal')
    expect(JSON.stringify(body)).not.toContain('keyPrefix')
  })

  test('names of statuses tells none of them anywhere', async () => {
    const tenant = await startTenant({ switches: { absent: [...statusNameLookUps] } })
    const replies = await Promise.all([
      tenant.send('GET', '/v1/meta/services/objects/customer_goal/describe'),
      tenant.send('POST', '/v1/meta/services/objects/describe', {
        objectNames: ['customer_goal'],
        populatePickListOptions: 'true',
      }),
      tenant.send('GET', '/v1/api/describe/MDA/customer_goal'),
      tenant.send('POST', objectPath('customer_goal'), { select: ['Gsid', 'StatusId', 'StatusId__gr.Name'] }),
      tenant.send('POST', objectPath('da_picklist'), { select: ['Gsid', 'Name'] }),
      tenant.send('POST', '/v1/csgoal/external/fetch', { select: ['StatusId__gr.Name'], pageSize: 10, pageNumber: 1 }),
    ])
    for (const { text } of replies) expect(text).not.toMatch(/On Track|Partially Achieved/)
  })

  test('every look-up that can be absent is tried above', () => {
    const tried = [...Object.keys(probes), 'dropdowns', 'goal-in-object-list', 'key-prefix', ...statusNameLookUps]
    const queries = lookUps.filter((lookUp) => lookUp.startsWith('query-'))
    expect(new Set([...tried, ...queries])).toEqual(new Set(lookUps))
  })
})
