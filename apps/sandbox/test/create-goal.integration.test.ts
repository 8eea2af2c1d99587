import { createGoalReplySchema } from '@goalkeeper/gainsight/goals'
import { describe, expect, test } from 'vitest'
import { createPath, only, startTenant, type TenantClient } from './tenant-client.ts'

const nameLookup = {
  fields: { CompanyName: 'Name' },
  lookupField: 'Gsid',
  objectName: 'company',
  multiMatchOption: 'FIRSTMATCH',
  onNoMatch: 'ERROR',
}
const awkward = '<b>Bold</b> Ltd'
const goodRecord = { Name: 'Halve the backlog', StatusName: 'New', EntityType: 'COMPANY', CompanyName: awkward }

/** A create by the documented sample, with parts of it changed. */
function create(
  tenant: TenantClient,
  {
    record = {},
    lookups = { CompanyId: nameLookup },
    association,
  }: { record?: Record<string, unknown>; lookups?: unknown; association?: unknown } = {},
) {
  return tenant.call('POST', createPath, {
    requests: [{ record: { ...goodRecord, ...record }, ...(association !== undefined && { association }) }],
    lookups,
  })
}
const spring = (message: string) => ({
  status: 500,
  body: { exception: 'com.gainsight.cs.goal.exception.CSGoalException', message, path: '/csgoal/external/create' },
})
const lookupError = {
  status: 400,
  body: { result: false, errorCode: 8008, errorDesc: 'INVALID_LOOKUP_CONFIG', data: null },
}

/** Records of an object with these fields. */
async function query(
  tenant: TenantClient,
  object: string,
  select: string[],
  where?: unknown,
): Promise<Record<string, string>[]> {
  const { body } = await tenant.call('POST', `/v1/data/objects/query/${object}`, {
    select,
    limit: 5000,
    offset: 0,
    where,
  })
  return body.data.records
}
const byName = (operator: string, ...value: unknown[]) => ({
  conditions: [{ name: 'Name', alias: 'A', operator, value }],
  expression: 'A',
})

describe('a goal that is created', () => {
  test('comes back in the documented form and can be fetched', async () => {
    const tenant = await startTenant()
    const { status, body } = await create(tenant, {
      record: { DueDate: '2031-05-06', Description: '<p>Why</p>', Value_Driver__gc: 'Cost' },
    })
    expect(status).toBe(200)
    const { goal, userInfo } = createGoalReplySchema.parse(body.data)
    expect(goal).toEqual({
      Gsid: expect.stringMatching(/^1CG0[0-9A-Z]{32}$/),
      Name: 'Halve the backlog',
      StatusId: expect.any(String),
      StatusId__gr: { Name: 'New' },
      DueDate: '2031-05-06',
      Description: '<p>Why</p>',
      EntityType: 'COMPANY',
      CompanyId: expect.any(String),
      GoalTypeId: expect.any(String),
      GoalCategory: 'GOAL',
      CurrencyIsoCode: expect.any(String),
      CreatedById: goal['ModifiedById'],
      CreatedById__gr: { Name: expect.any(String) },
      CreatedDate: goal['ModifiedDate'],
      ModifiedById: expect.any(String),
      ModifiedById__gr: { Name: expect.any(String) },
      ModifiedDate: expect.any(Number),
      Value_Driver__gc: 'Cost',
    })
    expect(userInfo).toEqual({
      [String(goal.CreatedById)]: { gsid: goal.CreatedById, name: expect.any(String), profilePicture: null },
    })
    const [fetched] = await tenant.fetchGoals({ select: ['CompanyId__gr.Name'], where: only('Gsid', 'EQ', goal.Gsid) })
    expect(fetched?.dataList).toMatchObject({ Name: 'Halve the backlog', 'CompanyId__gr.Name': awkward })
    expect(tenant.sandbox.stats().writes).toMatchObject({
      applied: 1,
      created: [goal.Gsid],
      byGoal: { [goal.Gsid]: 1 },
    })
  })

  test('takes custom fields of every type', async () => {
    const tenant = await startTenant()
    const [sponsor] = await query(tenant, 'gsuser', ['Gsid'])
    const custom = {
      Outcome_Metric__gc: 'NPS',
      Target_Value__gc: 12.5,
      Executive_Commitment__gc: false,
      Kickoff_Date__gc: '2028-02-29',
      Last_Reviewed__gc: 1_800_000_000_000,
      Expected_Value__gc: 1000,
      Progress__gc: 0,
      Customer_Contact__gc: 'a@b.example',
      Business_Case__gc: 'https://example.com/case',
      Sponsor__gc: sponsor?.['Gsid'],
      Value_Driver__gc: 'Risk',
      Products__gc: ['Core', 'Mobile'],
      Success_Criteria__gc: '<p>Done</p>',
    }
    const { body } = await create(tenant, { record: custom })
    expect(body.data.goal).toMatchObject({ ...custom, Products__gc: 'Core;Mobile' })
    const [fetched] = await tenant.fetchGoals({
      select: Object.keys(custom),
      where: only('Gsid', 'EQ', body.data.goal.Gsid),
    })
    expect(fetched?.dataList).toMatchObject({ ...custom, Products__gc: 'Core;Mobile' })
  })

  test('is associated with CTAs and plans in the same call', async () => {
    const tenant = await startTenant()
    const [cta] = await query(tenant, 'call_to_action', ['Gsid'])
    const [plan] = await query(tenant, 'cta_group', ['Gsid'])
    const association = { CTA: [cta?.['Gsid']], SP: [plan?.['Gsid']] }
    const { body } = await create(tenant, { association })
    expect(body.data.goal).not.toHaveProperty('CTA')
    expect(tenant.sandbox.record(body.data.goal.Gsid)?.links).toEqual(association)
  })

  test('may belong to a relationship or an opportunity, and so to its company', async () => {
    const tenant = await startTenant()
    for (const [EntityType, object, field] of [
      ['RELATIONSHIP', 'relationship', 'RelationshipId'],
      ['OPPORTUNITY', 'gs_opportunity', 'OpportunityId'],
    ] as const) {
      const [parent] = await query(tenant, object, ['Gsid', 'CompanyId'])
      const { body } = await create(tenant, {
        record: { EntityType, CompanyName: undefined, ParentId: parent?.['Gsid'] },
        lookups: { [field]: { ...nameLookup, fields: { ParentId: 'Gsid' }, objectName: object } },
      })
      expect(body.data.goal).toMatchObject({ EntityType, [field]: parent?.['Gsid'], CompanyId: parent?.['CompanyId'] })
    }
  })

  test('may start from a template, which gives name, description and due date', async () => {
    const tenant = await startTenant()
    const [template] = await query(
      tenant,
      'customer_goal_template',
      ['Gsid', 'Name'],
      byName('EQ', 'Complete onboarding'),
    )
    const { body } = await create(tenant, {
      record: { Name: undefined, StatusName: undefined, TemplateId: template?.['Gsid'] },
    })
    expect(body.data.goal).toMatchObject({
      TemplateId: template?.['Gsid'],
      Name: 'Complete onboarding',
      StatusId__gr: { Name: 'New' },
      Description: expect.stringContaining('first team'),
      DueDate: new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10),
    })
  })

  test('may come without the name of its status', async () => {
    const tenant = await startTenant({ switches: { absent: ['status-name-in-create'] } })
    const { body } = await create(tenant)
    expect(body.data.goal).not.toHaveProperty('StatusId__gr')
  })
})

describe('a lookup', () => {
  test('finds by any field, the oldest of several', async () => {
    const tenant = await startTenant({ goals: 2000 })
    const companies = await query(tenant, 'company', ['Gsid', 'Name', 'Industry'])
    const twins = Map.groupBy(companies, (company) => company['Name'] ?? '')
    const [twice, [oldest]] = [...twins].find(([, same]) => same.length > 1) ?? ['', []]
    const { body } = await create(tenant, { record: { CompanyName: twice } })
    expect(body.data.goal.CompanyId).toBe(oldest?.['Gsid'])
    const strict = await create(tenant, {
      record: { CompanyName: twice },
      lookups: { CompanyId: { ...nameLookup, multiMatchOption: 'MARKASERROR' } },
    })
    expect(strict).toMatchObject(lookupError)
    const second = twins.get(twice)?.[1]
    const byBoth = await create(tenant, {
      record: { CompanyName: twice, Branch: second?.['Gsid'] },
      lookups: {
        CompanyId: { ...nameLookup, fields: { CompanyName: 'Name', Branch: 'Gsid' }, multiMatchOption: 'MARKASERROR' },
      },
    })
    expect(byBoth.body.data.goal.CompanyId).toBe(second?.['Gsid'])
  })

  test('fills a custom lookup field, or leaves it empty when nobody is found', async () => {
    const tenant = await startTenant()
    const [user] = await query(tenant, 'gsuser', ['Gsid', 'Email'])
    const sponsor = (onNoMatch: string) => ({
      fields: { SponsorEmail: 'Email' },
      lookupField: 'Gsid',
      objectName: 'gsuser',
      multiMatchOption: 'FIRSTMATCH',
      onNoMatch,
    })
    const found = await create(tenant, {
      record: { SponsorEmail: user?.['Email'] },
      lookups: { CompanyId: nameLookup, Sponsor__gc: sponsor('ERROR') },
    })
    expect(tenant.sandbox.record(found.body.data.goal.Gsid)?.record['Sponsor__gc']).toBe(user?.['Gsid'])
    const empty = await create(tenant, {
      record: { SponsorEmail: 'nobody@x.example' },
      lookups: { CompanyId: nameLookup, Sponsor__gc: sponsor('NULLABLE') },
    })
    expect(tenant.sandbox.record(empty.body.data.goal.Gsid)?.record['Sponsor__gc']).toBeNull()
    const refused = await create(tenant, {
      record: { SponsorEmail: 'nobody@x.example' },
      lookups: { CompanyId: nameLookup, Sponsor__gc: sponsor('ERROR') },
    })
    expect(refused).toMatchObject(lookupError)
  })

  test.each<[string, unknown, Record<string, unknown>?]>([
    ['that finds nothing', { CompanyId: nameLookup }, { CompanyName: 'No such company' }],
    [
      'that may find nothing, for a parent',
      { CompanyId: { ...nameLookup, onNoMatch: 'NULLABLE' } },
      { CompanyName: 'No such company' },
    ],
    [
      'with a default that there is not',
      { CompanyId: { ...nameLookup, onNoMatch: 'DEFAULTVALUE' } },
      { CompanyName: 'No such company' },
    ],
    ['of an unknown object', { CompanyId: { ...nameLookup, objectName: 'firm' } }],
    ['of an object that the field does not point to', { CompanyId: { ...nameLookup, objectName: 'gsuser' } }],
    ['by a field that is not there', { CompanyId: { ...nameLookup, fields: { CompanyName: 'Nmae' } } }],
    ['from an input that was not sent', { CompanyId: { ...nameLookup, fields: { Other: 'Name' } } }],
    ['into a field that is no lookup', { Name: nameLookup, CompanyId: nameLookup }],
    ['into another field than the id', { CompanyId: { ...nameLookup, lookupField: 'Name' } }],
    ['with an option that is not known', { CompanyId: { ...nameLookup, multiMatchOption: 'ANY' } }],
    ['that is not complete', { CompanyId: { fields: { CompanyName: 'Name' } } }],
    ['that is left out', null],
  ])('%s is refused with 8008', async (_, lookups, record = {}) => {
    const tenant = await startTenant()
    expect(await create(tenant, { record, lookups })).toMatchObject(lookupError)
    expect(tenant.sandbox.stats().writes.applied).toBe(0)
  })
})

describe('the parent', () => {
  test('may be named by id, by a lookup on its id, or by a lookup on its name, as the tenant lets it', async () => {
    const tenant = await startTenant()
    const [company] = await query(tenant, 'company', ['Gsid'], byName('EQ', awkward))
    const byId = () =>
      create(tenant, { record: { CompanyName: undefined, CompanyId: company?.['Gsid'] }, lookups: null })
    const byIdLookup = () =>
      create(tenant, {
        record: { CompanyName: undefined, Parent: company?.['Gsid'] },
        lookups: { CompanyId: { ...nameLookup, fields: { Parent: 'Gsid' } } },
      })
    const statuses = async () => [(await byId()).status, (await byIdLookup()).status, (await create(tenant)).status]
    expect(await statuses()).toEqual([200, 200, 200])
    tenant.sandbox.switches({ parents: 'lookup' })
    expect(await statuses()).toEqual([400, 200, 200])
    tenant.sandbox.switches({ parents: 'name-lookup' })
    expect(await statuses()).toEqual([400, 400, 200])
  })

  test('must fit the company that is named beside it', async () => {
    const tenant = await startTenant()
    const [relationship] = await query(tenant, 'relationship', ['Gsid', 'CompanyId'])
    const [stranger] = (await query(tenant, 'company', ['Gsid'])).filter(
      (company) => company['Gsid'] !== relationship?.['CompanyId'],
    )
    const record = {
      EntityType: 'RELATIONSHIP',
      CompanyName: undefined,
      RelationshipId: relationship?.['Gsid'],
      CompanyId: stranger?.['Gsid'],
    }
    expect(await create(tenant, { record, lookups: null })).toMatchObject(lookupError)
  })
})

test.each<[string, Record<string, unknown>, string]>([
  ['no name', { Name: undefined }, 'Name cannot be empty'],
  ['an empty name', { Name: ' ' }, 'Name cannot be empty'],
  ['no entity type', { EntityType: undefined }, 'Invalid EntityType provided in request'],
  ['an unknown entity type', { EntityType: 'PLANET' }, 'Invalid EntityType provided in request'],
  [
    'an unknown template',
    { TemplateId: '1CG1000000000000000000000000000000000' },
    'Invalid TemplateId provided in request',
  ],
  ['a day that does not exist', { DueDate: '2027-02-30' }, 'Invalid value provided for field - DueDate'],
  ['a number that is none', { Target_Value__gc: 'many' }, 'Invalid value provided for field - Target_Value__gc'],
  [
    'an address that is none',
    { Customer_Contact__gc: 'nobody' },
    'Invalid value provided for field - Customer_Contact__gc',
  ],
  ['a choice that there is not', { Value_Driver__gc: 'Luck' }, 'Invalid value provided for field - Value_Driver__gc'],
  [
    'a choice that was switched off',
    { Value_Driver__gc: 'Other (old)' },
    'Invalid value provided for field - Value_Driver__gc',
  ],
  ['a field that is not there', { Nope__gc: 1 }, 'Invalid fields in record - Nope__gc'],
  ['a field that the tenant keeps', { Gsid: 'x' }, 'Invalid fields in record - Gsid'],
  ['a status that there is not', { StatusName: 'Newish' }, 'Invalid StatusName provided in request'],
  ['no status', { StatusName: undefined }, 'Invalid StatusName provided in request'],
])('a goal with %s is refused', async (_, record, message) => {
  const tenant = await startTenant()
  expect(await create(tenant, { record })).toMatchObject(spring(message))
  expect(await tenant.fetchGoals()).toHaveLength(60)
})

test('one goal a call: more, or none, is refused', async () => {
  const tenant = await startTenant()
  const request = { record: goodRecord }
  for (const requests of [[request, request], [], undefined]) {
    const { status } = await tenant.call('POST', createPath, { requests, lookups: { CompanyId: nameLookup } })
    expect(status).toBe(500)
  }
  expect(tenant.sandbox.stats().writes.applied).toBe(0)
})

test('in the style of the table, refusals have its codes and status 400', async () => {
  const tenant = await startTenant({ switches: { errorStyle: 'envelope' } })
  const codeOf = async (change: Parameters<typeof create>[1]) => {
    const { status, body } = await create(tenant, change)
    return [status, body.errorCode, body.errorDesc]
  }
  expect(await codeOf({ association: { CTA: [] } })).toEqual([400, 8001, 'CTA_RECORD_EMPTY'])
  expect(await codeOf({ association: { SP: [] } })).toEqual([400, 8002, 'SP_RECORD_EMPTY'])
  expect(await codeOf({ record: { CompanyName: 'nobody' } })).toEqual([400, 8008, 'INVALID_LOOKUP_CONFIG'])
  expect(await codeOf({ record: { Nope__gc: 1 } })).toEqual([400, 8009, 'INVALID_FIELD'])
  expect(await codeOf({ record: { StatusName: 'x' } })).toEqual([400, 8010, 'INVALID_STATUS_NAME'])
  expect(await codeOf({ record: { Name: '' } })).toEqual([400, null, 'Name cannot be empty'])
})
