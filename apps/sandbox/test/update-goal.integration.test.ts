import { updateGoalReplySchema } from '@goalkeeper/gainsight/goals'
import { describe, expect, test } from 'vitest'
import { only, startTenant, updatePath, type FetchedGoal, type TenantClient } from './tenant-client.ts'

const update = (tenant: TenantClient, record: Record<string, unknown>, links: Record<string, unknown> = {}) =>
  tenant.call('PUT', updatePath, { requests: [{ record, ...links }] })
const spring = (message: string) => ({ status: 500, body: { status: 500, message, path: '/csgoal/external/update' } })

async function anyGoal(tenant: TenantClient, where?: unknown): Promise<FetchedGoal> {
  const [goal] = await tenant.fetchGoals({ where })
  if (!goal) throw new Error('There is no such goal.')
  return goal
}

/** Ids of two CTAs and a plan that a goal is not associated with, all of its own company. */
async function linkables(tenant: TenantClient, goal: FetchedGoal) {
  const list = async (path: string) => {
    const { body } = await tenant.call('POST', path, {
      select: ['Gsid'],
      where: only('CompanyId', 'EQ', goal.dataList['CompanyId']),
    })
    return (body.data as { Gsid: string }[]).map(({ Gsid }) => Gsid)
  }
  return { ctas: await list('/v2/cockpit/cta/list'), plans: await list('/v2/successPlan/list') }
}

describe('an update', () => {
  test('changes what it sends and nothing else, and answers as documented', async () => {
    const tenant = await startTenant()
    const goal = await anyGoal(tenant)
    const { Gsid } = goal.dataList
    const before = tenant.sandbox.record(Gsid)
    const { status, body } = await update(tenant, { Gsid, StatusName: 'Achieved', Value_Driver__gc: 'Growth' })
    expect(status).toBe(200)
    expect(body.data).toEqual({
      record: {
        Gsid,
        GoalCategory: 'GOAL',
        ModifiedById: expect.any(String),
        ModifiedDate: expect.any(Number),
        StatusId: expect.any(String),
        Value_Driver__gc: 'Growth',
      },
      updatedGoals: null,
      properties: {},
    })
    const reply = updateGoalReplySchema.parse(body.data)?.record
    const after = tenant.sandbox.record(Gsid)
    expect(after).toEqual({
      ...before,
      record: {
        ...before?.record,
        StatusId: reply?.StatusId,
        Value_Driver__gc: after?.record['Value_Driver__gc'],
        ModifiedById: reply?.ModifiedById,
        ModifiedDate: reply?.ModifiedDate,
      },
      writes: 1,
    })
    const [fetched] = await tenant.fetchGoals({
      select: ['StatusId__gr.Name', 'Value_Driver__gc'],
      where: only('Gsid', 'EQ', Gsid),
    })
    expect(fetched?.dataList).toMatchObject({ 'StatusId__gr.Name': 'Achieved', Value_Driver__gc: 'Growth' })
  })

  test('empties a field by null or by an empty text, as the tenant lets it', async () => {
    const tenant = await startTenant()
    const { Gsid } = (await anyGoal(tenant, only('DueDate', 'IS_NOT_NULL'))).dataList
    const clear = async (value: unknown) => {
      await tenant.sandbox.changeRecord(Gsid, { record: { DueDate: '2027-01-01' } })
      await update(tenant, { Gsid, DueDate: value })
      return tenant.sandbox.record(Gsid)?.record['DueDate']
    }
    expect([await clear(null), await clear('')]).toEqual([null, null])
    tenant.sandbox.switches({ clearing: 'null' })
    expect([await clear(null), await clear('')]).toEqual([null, '2027-01-01'])
    tenant.sandbox.switches({ clearing: 'empty' })
    expect([await clear(null), await clear('')]).toEqual(['2027-01-01', null])
    tenant.sandbox.switches({ clearing: 'refused' })
    expect([await clear(null), await clear('')]).toEqual(['2027-01-01', '2027-01-01'])
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['an id that is no goal', { Gsid: '1CG0000000000000000000000000000000000' }, 'Invalid Gsid provided in request'],
    ['no id', { Gsid: undefined }, 'Invalid Gsid provided in request'],
    ['an empty name', { Name: '' }, 'Name cannot be empty'],
    ['a status that there is not', { StatusName: 'Doing' }, 'Invalid StatusName provided in request'],
    ['another company', { CompanyId: 'x' }, 'Invalid fields in record - CompanyId'],
    ['a field that is not there', { Nope: 1 }, 'Invalid fields in record - Nope'],
    ['a day that does not exist', { DueDate: '31.12.2027' }, 'Invalid value provided for field - DueDate'],
  ])('with %s is refused and changes nothing', async (_, change, message) => {
    const tenant = await startTenant()
    const { Gsid } = (await anyGoal(tenant)).dataList
    const before = tenant.sandbox.record(Gsid)
    expect(await update(tenant, { Gsid, Name: 'Changed', ...change })).toMatchObject(spring(message))
    expect(tenant.sandbox.record(Gsid)).toEqual(before)
  })

  test('the last of two wins, field by field', async () => {
    const tenant = await startTenant({ latencyMs: 5 })
    const { Gsid } = (await anyGoal(tenant)).dataList
    await Promise.all([update(tenant, { Gsid, Name: 'Renamed' }), update(tenant, { Gsid, DueDate: '2030-01-01' })])
    expect(tenant.sandbox.record(Gsid)?.record).toMatchObject({ Name: 'Renamed', DueDate: '2030-01-01' })
  })
})

describe('links', () => {
  test('are made and taken away in one call', async () => {
    const tenant = await startTenant()
    const goal = await anyGoal(tenant)
    const { Gsid } = goal.dataList
    const { ctas } = await linkables(tenant, goal)
    const [one, two] = ctas
    await update(tenant, { Gsid }, { dissociation: { CTA: ctas } })
    await update(tenant, { Gsid }, { association: { CTA: [one] } })
    expect(tenant.sandbox.record(Gsid)?.links?.CTA).toEqual([one])
    await update(tenant, { Gsid }, { association: { CTA: [two] }, dissociation: { CTA: [one] } })
    expect(tenant.sandbox.record(Gsid)?.links?.CTA).toEqual([two])
  })

  test('that are there already, or not there, may be harmless or refused', async () => {
    const tenant = await startTenant()
    const goal = await anyGoal(tenant)
    const { Gsid } = goal.dataList
    const [cta] = (await linkables(tenant, goal)).ctas
    const link = () => update(tenant, { Gsid }, { association: { CTA: [cta] } })
    const unlink = () => update(tenant, { Gsid }, { dissociation: { CTA: [cta] } })
    expect([(await link()).status, (await link()).status]).toEqual([200, 200])
    expect(tenant.sandbox.record(Gsid)?.links?.CTA.filter((each) => each === cta)).toHaveLength(1)
    expect([(await unlink()).status, (await unlink()).status]).toEqual([200, 200])
    tenant.sandbox.switches({ relinking: 'refused' })
    expect((await unlink()).status).toBe(500)
    expect([(await link()).status, (await link()).status]).toEqual([200, 500])
  })

  test('of another company may be taken or refused; ids that are none always are', async () => {
    const tenant = await startTenant()
    const goal = await anyGoal(tenant)
    const { Gsid, CompanyId } = goal.dataList
    const { body } = await tenant.call('POST', '/v2/cockpit/cta/list', {
      select: ['Gsid'],
      where: only('CompanyId', 'NE', CompanyId),
    })
    const foreign = () => update(tenant, { Gsid }, { association: { CTA: [body.data[0].Gsid] } })
    expect((await foreign()).status).toBe(200)
    tenant.sandbox.switches({ foreignLinks: 'refused' })
    expect(await foreign()).toMatchObject(spring(`Invalid CTA ids provided in request - ${body.data[0].Gsid}`))
    expect((await update(tenant, { Gsid }, { association: { SP: ['1S02NOBODY'] } })).status).toBe(500)
  })

  test('in an empty list are refused with 8001 and 8002, unless tolerated', async () => {
    const tenant = await startTenant()
    const { Gsid } = (await anyGoal(tenant)).dataList
    const codes = async () =>
      Promise.all(
        ['association', 'dissociation'].flatMap((block) =>
          ['CTA', 'SP'].map(
            async (kind) => (await update(tenant, { Gsid }, { [block]: { [kind]: [] } })).body.errorCode,
          ),
        ),
      )
    expect(await codes()).toEqual([8001, 8002, 8001, 8002])
    tenant.sandbox.switches({ emptyLinks: 'tolerated' })
    expect(await codes()).toEqual([null, null, null, null])
  })

  test('may not be made by an update at all', async () => {
    const tenant = await startTenant({ switches: { associationInUpdate: 'refused' } })
    const goal = await anyGoal(tenant)
    const { Gsid } = goal.dataList
    const { ctas } = await linkables(tenant, goal)
    await update(tenant, { Gsid }, { dissociation: { CTA: ctas } })
    const link = () => update(tenant, { Gsid, Name: 'Linked' }, { association: { CTA: ctas } })
    expect((await link()).status).toBe(500)
    expect(tenant.sandbox.record(Gsid)?.record.Name).not.toBe('Linked')
    tenant.sandbox.switches({ associationInUpdate: 'ignored' })
    expect((await link()).status).toBe(200)
    expect(tenant.sandbox.record(Gsid)).toMatchObject({ record: { Name: 'Linked' }, links: { CTA: [] } })
  })
})
