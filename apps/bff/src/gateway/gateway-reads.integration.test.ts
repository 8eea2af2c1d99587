import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FaultSetting } from '../../test/start-bff.ts'
import { fromBrowser, type RunningGateway, startGateway } from '../../test/start-gateway.ts'
import { until } from '../../test/until.ts'

const fetchPath = '/v1/csgoal/external/fetch'
const page = { select: ['Gsid', 'Name', 'Description'], pageSize: 50, pageNumber: 1 }
const problem = { type: expect.stringMatching(/^urn:/), title: expect.any(String), requestId: expect.any(String) }

describe('towards the sandbox', () => {
  let bff: RunningGateway
  beforeAll(async () => {
    bff = await startGateway({ timeoutMs: 1_000 })
  })
  afterAll(() => bff.stop())
  beforeEach(() => bff.sandbox.reset())

  const read = (body: unknown = page, headers: Record<string, string> = {}) =>
    bff.tenant(fetchPath, { method: 'POST', body, headers })

  test('a reply passes unchanged, byte for byte', async () => {
    const direct = await fetch(bff.sandbox.url + fetchPath, {
      method: 'POST',
      headers: { accesskey: bff.sandbox.accessKey, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(page),
    })
    // Every reply has an id of its own.
    const withoutId = (text: string) => text.replace(/"requestId":"[^"]+"/, '')
    const reply = await read()
    expect(reply.status).toBe(200)
    expect(withoutId(reply.text)).toBe(withoutId(await direct.text()))
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test('every look-up passes', async () => {
    const company = bff.goals[0]?.companyId ?? ''
    const where = { conditions: [{ name: 'Gsid', value: [company], alias: 'A', operator: 'EQ' }], expression: 'A' }
    const query = await bff.tenant('/v1/data/objects/query/company', {
      method: 'POST',
      body: { select: ['Gsid', 'Name'], where, limit: 10, offset: 0 },
    })
    expect(query.json).toMatchObject({ result: true, data: { records: [{ Gsid: company }] } })
    const list = await bff.tenant('/v1/meta/services/objects/list?po=company&em=false')
    expect(list.json).toMatchObject({ result: true })
    const describe = await bff.tenant('/v1/meta/services/objects/company/describe')
    expect(describe.json).toMatchObject({ result: true })
  })

  test('of what the browser sends, nothing but the body reaches the tenant', async () => {
    bff.browser.cookies.set('secret', 'cookie')
    await read(page, {
      authorization: 'Bearer secret',
      'x-forwarded-for': '10.0.0.1',
      'x-anything': 'x',
      'accept-language': 'de',
      referer: bff.url,
      'user-agent': 'Browser/1.0',
    })
    expect(bff.sandbox.stats().headers).toEqual([
      'accept',
      'accesskey',
      'connection',
      'content-length',
      'content-type',
      'host',
      'user-agent',
    ])
  })

  test.each([
    '',
    '/',
    '/v1/csgoal/external/delete',
    '/v1/csgoal/external/fetch/',
    '/v1//csgoal/external/fetch',
    '/v1/csgoal/external/%66etch',
    '/v1/csgoal%2Fexternal%2Ffetch',
    '/v1/csgoal/external/FETCH',
    '/v1/csgoal/external/fetch?x=1',
    '/v1/data/objects/query/a%2Fb',
    '/v1/users/m2m/oauth/token',
  ])('POST %s is not found and never reaches the tenant', async (path) => {
    const reply = await bff.tenant(path, { method: 'POST', body: page })
    expect(reply).toMatchObject({ status: 404, json: { ...problem, code: 'not-found', status: 404 } })
    expect(bff.sandbox.stats().calls).toBe(0)
  })

  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])('%s of a POST route is not found', async (method) => {
    const reply = await bff.tenant(fetchPath, { method })
    expect(reply.status).toBe(404)
    expect(bff.sandbox.stats().calls).toBe(0)
  })

  test('a body that is too large, of another type, broken or wrong is refused before it costs a call', async () => {
    const large = await read({ ...page, select: ['x'.repeat(1_100_000)] })
    expect(large).toMatchObject({ status: 413, json: { code: 'too-large' } })
    const plain = await read('{}', { 'content-type': 'text/plain' })
    expect(plain).toMatchObject({ status: 415, json: { code: 'unsupported-type' } })
    expect(await read('{"select":')).toMatchObject({ status: 400, json: { code: 'invalid' } })
    const wrong = await read({ select: [], pageSize: 0, pageNumber: 1, orderBy: {} })
    expect(wrong).toMatchObject({ status: 400, json: { ...problem, code: 'invalid' } })
    expect(Object.keys((wrong.json as { fields: object }).fields).toSorted()).toEqual(['pageSize', 'request', 'select'])
    expect(bff.sandbox.stats().calls).toBe(0)
  })

  const failures: [string, FaultSetting, { status: number; code: string; tenantCode?: string }][] = [
    [
      'a validation error told as status 500',
      { kind: 'refuse', error: 'INVALID_FIELD' },
      { status: 422, code: 'refused-by-tenant' },
    ],
    ['a server error', { kind: 'server-error' }, { status: 502, code: 'tenant-broken' }],
    ['a gateway error', { kind: 'server-error', status: 503 }, { status: 502, code: 'tenant-broken' }],
    ['a web page with status 200', { kind: 'html' }, { status: 502, code: 'tenant-broken' }],
    ['a reply that is cut', { kind: 'cut-reply' }, { status: 502, code: 'tenant-broken' }],
    ['JSON that is cut', { kind: 'truncated-json' }, { status: 502, code: 'tenant-broken' }],
    ['a connection that is dropped', { kind: 'drop-before-apply' }, { status: 502, code: 'tenant-broken' }],
    ['no answer', { kind: 'no-answer' }, { status: 504, code: 'tenant-timeout' }],
    ['an answer that comes too late', { kind: 'slow-reply', ms: 1_500 }, { status: 504, code: 'tenant-timeout' }],
  ]
  test.each(failures)('%s becomes a problem', async (_what, fault, expected) => {
    bff.sandbox.faults([fault])
    const reply = await read()
    expect(reply).toMatchObject({ status: expected.status, json: { ...problem, ...expected } })
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    expect(reply.text).not.toMatch(/exception|<html|localhost|127\.0\.0\.1/i)
    bff.sandbox.faults([])
    expect((await read()).status).toBe(200)
  })

  test('the field that the tenant complains of is named', async () => {
    const reply = await read({ ...page, select: ['Gsid', 'Gsdi'] })
    expect(reply).toMatchObject({
      status: 422,
      json: { code: 'refused-by-tenant', fields: { Gsdi: expect.any(String) } },
    })
  })

  test('a wrong key is told as what it is, and not as a missing session', async () => {
    bff.sandbox.switches({ access: 'ip-refused' })
    expect(await read()).toMatchObject({ status: 502, json: { code: 'tenant-broken', tenantCode: 'GS_APIG_2402' } })
    bff.sandbox.switches({ access: 'key' })
  })

  test('an object query without rows that the tenant tells as a failure is an empty list', async () => {
    bff.sandbox.switches({ emptyQuery: 'failure' })
    const where = { conditions: [{ name: 'Name', value: ['nobody'], alias: 'A', operator: 'EQ' }], expression: 'A' }
    const body = { select: ['Gsid'], where, limit: 10, offset: 0 }
    const reply = await bff.tenant('/v1/data/objects/query/company', { method: 'POST', body })
    expect(reply).toMatchObject({ status: 200, json: { result: true, data: [] } })
    bff.sandbox.switches({ emptyQuery: 'empty' })
  })

  test('a closed tab ends the read, and its slot comes back like any other', async () => {
    bff.sandbox.faults([{ kind: 'latency', ms: 700 }])
    const tab = new AbortController()
    const reply = bff.browser.send(`/gainsight${fetchPath}`, {
      method: 'POST',
      body: page,
      headers: fromBrowser,
      signal: tab.signal,
    })
    await until(() => bff.sandbox.stats().calls === 1)
    tab.abort()
    await expect(reply).rejects.toThrow('aborted')
    await until(async () => (await openCalls(bff)) === 0, 600)
  })
})

async function openCalls({ database }: RunningGateway): Promise<number> {
  const rows = await database.db.selectFrom('gateway_call').selectAll().where('answered_at', 'is', null).execute()
  return rows.length
}

describe('towards a tenant that the sandbox is not', () => {
  let answer: RequestListener
  const requests: string[] = []
  const tenant = createServer((request, response) => {
    requests.push(request.url ?? '')
    request.resume()
    answer(request, response)
  })
  let bff: RunningGateway
  beforeAll(async () => {
    await new Promise<void>((resolve) => tenant.listen(0, '127.0.0.1', resolve))
    const { port } = tenant.address() as AddressInfo
    bff = await startGateway({ tenantUrl: `http://127.0.0.1:${port}`, timeoutMs: 20_000 })
  })
  afterAll(async () => {
    await bff.stop()
    tenant.closeAllConnections()
    tenant.close()
  })
  beforeEach(() => requests.splice(0))

  const read = () => bff.tenant(fetchPath, { method: 'POST', body: page })
  const update = () =>
    bff.tenant('/v1/csgoal/external/update', {
      method: 'PUT',
      body: { requests: [{ record: { Gsid: bff.goals[0]?.gsid, Name: 'New name' } }] },
    })
  const envelope = (data: unknown) =>
    JSON.stringify({ result: true, errorCode: null, requestId: 'r-1', data, message: null })

  test('none of its headers comes back', async () => {
    answer = (_request, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'set-cookie': 'tenant=1',
        server: 'tenant',
        'x-secret': 'x',
        'content-encoding': 'identity',
      })
      response.end(envelope({ recordList: [] }))
    }
    const reply = await read()
    expect(reply.status).toBe(200)
    for (const name of ['set-cookie', 'server', 'x-secret', 'content-encoding'])
      expect(reply.headers.has(name)).toBe(false)
  })

  test('a redirect is not followed, by a read nor by a write', async () => {
    answer = (_request, response) => response.writeHead(307, { location: '/elsewhere' }).end()
    expect(await read()).toMatchObject({ status: 502, json: { code: 'tenant-broken' } })
    expect(await update()).toMatchObject({ status: 502, json: { code: 'outcome-unknown' } })
    expect(requests).not.toContain('/elsewhere')
  })

  test('the key never comes back, wherever the tenant repeats it', async () => {
    const key = bff.run.config.tenant.accessKey
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(envelope({ recordList: [{ dataList: { Gsid: 'g', Description: `your key is ${key}` } }] }))
    }
    const shown = await read()
    expect(shown).toMatchObject({ status: 200, json: { result: true } })
    expect(shown.text).not.toContain(key)
    answer = (_request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ result: false, errorCode: '8009', message: `Invalid field in select clause - ${key}` }),
      )
    }
    const refused = await read()
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused)).not.toContain(key)
  })

  test('a reply without end is given up', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x')
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }
    const reply = await read()
    expect(reply).toMatchObject({
      status: 502,
      json: { code: 'tenant-broken', detail: expect.stringContaining('32 MB') },
    })
  })

  test('a reply of 20 MB passes unchanged', async () => {
    const text = envelope({ recordList: [], padding: 'ü'.repeat(10_000_000) })
    answer = (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    const reply = await read()
    const digest = (each: string) => createHash('sha256').update(each).digest('hex')
    expect(digest(reply.text)).toBe(digest(text))
  })

  test('a tenant that is not there is a problem, and a write to it was surely not sent', async () => {
    await new Promise((resolve) => {
      tenant.close(resolve)
      tenant.closeAllConnections()
    })
    expect(await read()).toMatchObject({ status: 502, json: { code: 'tenant-broken' } })
    const write = await update()
    expect(write).toMatchObject({ status: 502, json: { code: 'tenant-broken', writeId: expect.any(String) } })
    const { writeId } = write.json as { writeId: string }
    expect(await bff.gateway.readWrite(writeId)).toMatchObject({ state: 'refused' })
  })
})
