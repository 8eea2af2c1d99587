import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { fetchPath, only, startTenant, updatePath, type TenantClient } from './tenant-client.ts'

/** A control request with exactly these headers: fetch would not let a test forge a Host or an Origin. */
function bare(tenant: TenantClient, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: tenant.sandbox.port, path: '/__sandbox/stats', headers },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    outgoing.on('error', reject).end()
  })
}

describe('control', () => {
  const header = { 'x-sandbox-control': '1' }
  test.each<[string, Record<string, string>, number]>([
    ['the header', header, 200],
    ['the header and localhost for a host', { ...header, host: 'localhost:4310' }, 200],
    ['the header and an IPv6 host', { ...header, host: '[::1]:4310' }, 200],
    ['no header', {}, 403],
    ['another value of the header', { 'x-sandbox-control': 'true' }, 403],
    ['a foreign host', { ...header, host: 'sandbox.example' }, 403],
    ['a host that only begins like this machine', { ...header, host: 'localhost.example:4310' }, 403],
    ['an origin', { ...header, origin: 'http://127.0.0.1:4300' }, 403],
    ['an origin of null', { ...header, origin: 'null' }, 403],
  ])('with %s', async (_, headers, status) => {
    const tenant = await startTenant()
    expect(await bare(tenant, headers)).toBe(status)
  })

  test('is no call of the tenant, and needs no key', async () => {
    const tenant = await startTenant({ callsPerMinute: 1, windowSeconds: 3600 })
    await tenant.control('switches')
    await tenant.control('faults', { faults: [] })
    expect(tenant.sandbox.stats().calls).toBe(0)
    expect((await tenant.send('POST', fetchPath, { select: ['Gsid'] })).status).toBe(200)
  })

  test('only this machine reaches the sandbox', async () => {
    const tenant = await startTenant()
    expect(tenant.sandbox.url).toBe(`http://127.0.0.1:${tenant.sandbox.port}`)
  })

  test.each([
    ['nothing', undefined, 404],
    ['faults', { faults: [{ kind: 'earthquake' }] }, 400],
    ['faults', {}, 400],
    ['switches', { pageMaximun: 5 }, 400],
    ['switches', { pageMaximum: 0 }, 400],
    ['switches', '{', 400],
    ['records/1CG0NOBODY', undefined, 404],
    ['records/1CG0NOBODY', {}, 404],
    ['records/1CG0NOBODY/delete', {}, 404],
  ])('%s with %j answers %i in words', async (path, body, status) => {
    const tenant = await startTenant()
    const answer = await tenant.control(path, body)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)).toEqual(expect.any(Object))
  })

  test('a switch that is refused leaves all as they were', async () => {
    const tenant = await startTenant()
    await tenant.control('switches', { pageMaximum: 5, pageBase: 7 })
    expect(tenant.sandbox.switches().pageMaximum).toBe(1000)
  })
})

test('faults and switches are set and read over HTTP', async () => {
  const tenant = await startTenant()
  const set = await tenant.control('faults', { faults: [{ kind: 'html', times: 1 }] })
  expect(JSON.parse(set.text)).toEqual({
    faults: [{ kind: 'html', status: 200, applied: false, after: 0, times: 1, probability: 1, met: 0 }],
  })
  await tenant.send('POST', fetchPath, { select: ['Gsid'] })
  expect(JSON.parse((await tenant.control('faults')).text).faults[0].met).toBe(1)
  await tenant.control('switches', { pageMaximum: 7 })
  expect(JSON.parse((await tenant.control('switches')).text)).toMatchObject({ pageMaximum: 7, pageBase: 1 })
})

test('what people do in Gainsight itself is done by somebody else, and is no call', async () => {
  const tenant = await startTenant()
  const [goal] = await tenant.fetchGoals({ select: ['ModifiedDate', 'CreatedDate'] })
  const Gsid = goal?.dataList.Gsid ?? ''
  const answer = await tenant.control(`records/${Gsid}`, { record: { Name: 'By hand' }, links: { CTA: [], SP: [] } })
  expect(JSON.parse(answer.text)).toMatchObject({
    object: 'customer_goal',
    record: { Name: 'By hand' },
    links: { CTA: [], SP: [] },
    writes: 0,
  })
  const [changed] = await tenant.fetchGoals({
    select: ['ModifiedDate', 'ModifiedById'],
    where: only('Gsid', 'EQ', Gsid),
  })
  expect(changed).toMatchObject({ dataList: { Name: 'By hand' }, associatedCTAs: [], associatedSPs: [] })
  expect(Number(changed?.dataList['ModifiedDate'])).toBeGreaterThan(Number(goal?.dataList['ModifiedDate']))
  await tenant.call('PUT', updatePath, { requests: [{ record: { Gsid, Name: 'By a program' } }] })
  expect(tenant.sandbox.record(Gsid)?.record['ModifiedById']).not.toBe(changed?.dataList['ModifiedById'])
  expect(tenant.sandbox.stats()).toMatchObject({ calls: 3, writes: { applied: 1 } })
})

test('a company can be renamed, and any record deleted', async () => {
  const tenant = await startTenant()
  const [goal] = await tenant.fetchGoals()
  const company = String(goal?.dataList['CompanyId'])
  await tenant.control(`records/${company}`, { record: { Name: 'Renamed Inc.' } })
  const [renamed] = await tenant.fetchGoals({ select: ['CompanyId__gr.Name'], where: only('CompanyId', 'EQ', company) })
  expect(renamed?.dataList['CompanyId__gr.Name']).toBe('Renamed Inc.')
  await tenant.control(`records/${goal?.dataList.Gsid}/delete`, {})
  expect(await tenant.fetchGoals()).toHaveLength(59)
  expect(await tenant.fetchGoals({ where: only('CompanyId', 'EQ', company) })).not.toContainEqual(goal)
  await tenant.control(`records/${company}/delete`, {})
  const [orphan] = await tenant.fetchGoals({ select: ['CompanyId__gr.Name'], where: only('CompanyId', 'EQ', company) })
  if (orphan) expect(orphan.dataList).not.toHaveProperty('CompanyId__gr.Name')
})

test('a goal that was moved by hand is found at its new company', async () => {
  const tenant = await startTenant()
  const goals = await tenant.fetchGoals()
  const [goal] = goals
  const other = goals.find(({ dataList }) => dataList['CompanyId'] !== goal?.dataList['CompanyId'])
  const newCompany = String(other?.dataList['CompanyId'])
  await tenant.sandbox.changeRecord(goal?.dataList.Gsid ?? '', { record: { CompanyId: newCompany } })
  const idsAt = async (company: unknown) =>
    (await tenant.fetchGoals({ where: only('CompanyId', 'EQ', company) })).map(({ dataList }) => dataList.Gsid)
  expect(await idsAt(newCompany)).toContain(goal?.dataList.Gsid)
  expect(await idsAt(goal?.dataList['CompanyId'])).not.toContain(goal?.dataList.Gsid)
})

test('a reset brings everything back to the start', async () => {
  const tenant = await startTenant({ switches: { pageMaximum: 500 } })
  const before = await tenant.fetchGoals({ pageSize: 500 })
  const [goal, other] = before
  await tenant.call('PUT', updatePath, { requests: [{ record: { Gsid: goal?.dataList.Gsid, Name: 'Changed' } }] })
  await tenant.sandbox.deleteRecord(other?.dataList.Gsid ?? '')
  tenant.sandbox.faults([{ kind: 'html' }])
  tenant.sandbox.switches({ pageMaximum: 5 })
  const answer = await tenant.control('reset', {})
  expect(JSON.parse(answer.text)).toEqual({ goals: 60 })
  expect(tenant.sandbox.stats()).toMatchObject({ calls: 0, writes: { applied: 0 } })
  expect(tenant.sandbox.faults()).toEqual([])
  expect(await tenant.fetchGoals({ pageSize: 500 })).toEqual(before)
})
