import { expect, test } from 'vitest'
import { fetchPath, startTenant } from './tenant-client.ts'

const goodFetch = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }

test.each([
  ['no key', ''],
  ['a wrong key', 'sandbox-access-kez'],
  ['a key with something behind it', 'sandbox-access-key2'],
])('%s is unauthorized, in the words of the gateway', async (_, accesskey) => {
  const tenant = await startTenant()
  const { status, text } = await tenant.send('POST', fetchPath, goodFetch, { accesskey })
  expect(status).toBe(401)
  const body: unknown = JSON.parse(text)
  expect(body).toEqual({
    result: false,
    errorCode: 'GS_APIG_2401',
    errorDesc: 'Unauthorized',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    message: 'Unauthorized',
  })
})

test('the key is looked at before the route', async () => {
  const tenant = await startTenant()
  const { status } = await tenant.send('GET', '/v1/nothing', undefined, { accesskey: '' })
  expect(status).toBe(401)
})

test('an address that is not on the list is refused with 403', async () => {
  const tenant = await startTenant({ switches: { access: 'ip-refused' } })
  expect(await tenant.call('POST', fetchPath, goodFetch)).toMatchObject({
    status: 403,
    body: { errorCode: 'GS_APIG_2402' },
  })
})

test.each([
  ['GET', '/'],
  ['GET', '/v1/csgoal/external/fetch'],
  ['PUT', '/v1/csgoal/external/create'],
  ['DELETE', '/v1/csgoal/external/update'],
  ['POST', '/v1/csgoal/external/delete'],
  ['POST', '/v2/csgoal/external/fetch'],
])('%s %s is no route of the tenant', async (method, path) => {
  const tenant = await startTenant()
  const { status, text } = await tenant.send(method, path)
  expect([status, JSON.parse(text)]).toEqual([
    404,
    expect.objectContaining({ result: false, errorCode: 'GS_APIG_1000' }),
  ])
})

test('a slash at the end changes nothing', async () => {
  const tenant = await startTenant()
  expect(await tenant.call('POST', '/v2/successPlan/list/', { select: ['Gsid'] })).toMatchObject({
    status: 200,
    body: { result: true },
  })
})

test.each([
  ['broken JSON', '{"select":'],
  ['no body', ''],
])('%s is a bad request of the framework', async (_, body) => {
  const tenant = await startTenant()
  const { status, text } = await tenant.send('POST', fetchPath, body)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(JSON.parse(text)).toMatchObject({ status, path: '/csgoal/external/fetch' })
})

test('an address that cannot be decoded is a bad request too', async () => {
  const tenant = await startTenant()
  expect((await tenant.send('POST', '/v1/data/objects/query/%E0%A4%A', {})).status).toBe(400)
})

test('where it is switched so, whoever does not ask for JSON gets errors as a page with status 200', async () => {
  const tenant = await startTenant({ switches: { htmlErrors: 'without-accept' } })
  const wrong = { select: ['Gsd'], pageSize: 1, pageNumber: 1 }
  const page = await tenant.send('POST', fetchPath, wrong, { accept: '*/*' })
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  const keyless = await tenant.send('POST', fetchPath, wrong, { accept: '*/*', accesskey: '' })
  expect([keyless.status, keyless.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  expect((await tenant.send('POST', fetchPath, wrong)).status).toBe(500)
  expect(await tenant.send('POST', fetchPath, goodFetch, { accept: '*/*' })).toMatchObject({
    status: 200,
    text: expect.stringContaining('recordList'),
  })
})
