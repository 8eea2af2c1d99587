import { problemSchema, type ProblemCode } from '@goalkeeper/contract/problem'
import type { OpenApiDocument } from '@goalkeeper/contract/openapi'
import undici from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#bff/app.ts'
import { listRoutes } from '#bff/http/routes.ts'
import { type Browser, createBrowser, type Reply, type Sent } from './browser.ts'
import { type Bff, startBff } from './start-bff.ts'

/**
 * Every route, and what it takes: whether anyone may call it, and whether it has a body. A route that is not here fails
 * the first test, and so does one that the OpenAPI description tells otherwise.
 */
const routes: Record<string, { access: 'open' | 'session'; body: boolean }> = {
  'GET /healthz': { access: 'open', body: false },
  'GET /readyz': { access: 'open', body: false },
  'GET /launch/:secret': { access: 'open', body: false },

  'POST /gainsight/v1/csgoal/external/create': { access: 'session', body: true },
  'PUT /gainsight/v1/csgoal/external/update': { access: 'session', body: true },
  'POST /gainsight/v1/csgoal/external/fetch': { access: 'session', body: true },
  'POST /gainsight/v2/cockpit/cta/list': { access: 'session', body: true },
  'POST /gainsight/v2/successPlan/list/': { access: 'session', body: true },
  'POST /gainsight/v1/data/objects/query/:object': { access: 'session', body: true },
  'GET /gainsight/v1/meta/services/objects/list': { access: 'session', body: false },
  'GET /gainsight/v1/meta/services/objects/:object/describe': { access: 'session', body: false },
  'POST /gainsight/v1/meta/services/objects/describe': { access: 'session', body: true },
  'GET /gainsight/v1/api/describe/MDA/:object': { access: 'session', body: false },
  'GET /gainsight/v1/meta/services/dropdowns/:categoryId': { access: 'session', body: false },
  'POST /gainsight/v1/users/services/list': { access: 'session', body: true },

  'GET /api/writes': { access: 'session', body: false },
  'GET /api/writes/:id': { access: 'session', body: false },
  'DELETE /api/writes/:id': { access: 'session', body: false },
  'POST /api/writes/:id/settle': { access: 'session', body: true },

  'POST /api/goals/query': { access: 'session', body: true },
  'POST /api/goals/call': { access: 'session', body: true },
  'GET /api/goals/:gsid': { access: 'session', body: false },
  'GET /api/goals/:gsid/changes': { access: 'session', body: false },

  'GET /api/fields': { access: 'session', body: false },
  'GET /api/statuses': { access: 'session', body: false },
  'PUT /api/statuses': { access: 'session', body: true },
  'GET /api/companies': { access: 'session', body: false },
  'GET /api/companies/:gsid': { access: 'session', body: false },
  'GET /api/company-attributes': { access: 'session', body: false },
  'GET /api/relationships': { access: 'session', body: false },
  'GET /api/opportunities': { access: 'session', body: false },
  'GET /api/users': { access: 'session', body: false },
  'POST /api/names': { access: 'session', body: true },
  'GET /api/templates': { access: 'session', body: false },
  'GET /api/linkables': { access: 'session', body: false },

  'GET /api/settings': { access: 'session', body: false },
  'PUT /api/settings': { access: 'session', body: true },
  'POST /api/connection/probe': { access: 'session', body: false },
  'POST /api/connection/write-check': { access: 'session', body: true },
  'PUT /api/connection/stopped': { access: 'session', body: true },

  'POST /api/activity/query': { access: 'session', body: true },
  'GET /api/activity/actors': { access: 'session', body: false },
  'GET /api/activity/export.csv': { access: 'session', body: false },

  'GET /api/status': { access: 'session', body: false },
  'GET /api/events': { access: 'session', body: false },
  'GET /api/openapi.json': { access: 'session', body: false },
}

const all = Object.entries(routes).map(([name, { access, body }]) => {
  const [method = '', pattern = ''] = name.split(' ')
  const path = pattern.replace(':id', '7d444840-9dc0-41d1-b245-5ffdce74fad2').replace(/:\w+/g, 'Company')
  return { name, method, pattern, path, access, body }
})
type Case = (typeof all)[number]
const guarded = all.filter(({ access }) => access === 'session')
const reads = guarded.filter(({ method }) => method === 'GET')
const unsafe = guarded.filter(({ method }) => method !== 'GET')
const bodied = guarded.filter(({ body }) => body)

const launchSecret = 'a-launch-secret-of-a-test'
let bff: Bff
let browser: Browser

beforeAll(async () => {
  bff = await startBff({ real: true, sandbox: { goals: 20 }, env: { LAUNCH_SECRET: launchSecret } })
  browser = createBrowser(bff.url)
  await browser.get(`/launch/${launchSecret}`)
  // From here on the bff calls nobody on its own, so that a call is one of these requests.
  await bff.services.goalIndex.stop()
  await bff.services.catalogue.stop()
  await bff.services.connection.stop()
})
afterAll(() => bff.stop())

/** A problem of this code, with nothing for a cache to keep and nothing sent to the tenant for it. */
async function expectRefusal(code: ProblemCode, send: () => Promise<Reply>): Promise<void> {
  const before = bff.sandbox.stats().calls
  const reply = await send()
  expect({ code: problemSchema.safeParse(reply.json).data?.code, text: reply.text }).toMatchObject({ code })
  const problem = problemSchema.parse(reply.json)
  expect(reply.status).toBe(problem.status)
  expect(problem.requestId).toBe(reply.headers.get('x-request-id'))
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(bff.sandbox.stats().calls).toBe(before)
}

const ask = ({ method, path, body }: Case, { headers = {}, ...rest }: Sent = {}) =>
  browser.send(path, { method, ...(body && { body: {} }), headers, ...rest })

/** As a browser asks whose page had its name pointed at this machine. `fetch` never sends a Host of one's own. */
async function askUnderHost(host: string, { method, path, body }: Case): Promise<Reply> {
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const headers = { host, cookie, origin: `http://${host}`, 'x-requested-with': 'goalkeeper' }
  const reply = await undici.request(bff.url + path, {
    method: method as undici.Dispatcher.HttpMethod,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    body: body ? '{}' : null,
  })
  const text = await reply.body.text()
  const pairs = Object.entries(reply.headers).map(([name, value]): [string, string] => [name, String(value)])
  return { status: reply.statusCode, headers: new Headers(pairs), text, json: JSON.parse(text) }
}

test('every route of the router is classified above', () => {
  const mounted = listRoutes(createApp(bff.services).router).map(({ method, path }) => `${method} ${path}`)
  expect(mounted.toSorted()).toEqual(Object.keys(routes).toSorted())
})

test('every route is described in OpenAPI, with a body where it has one, and nothing else is', async () => {
  const document = (await browser.get('/api/openapi.json')).json as OpenApiDocument
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      body: 'requestBody' in operation,
    })),
  )
  const expected = all.filter(({ pattern }) => !pattern.startsWith('/launch')).map(({ name, body }) => ({ name, body }))
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)
  expect(described.toSorted(byName)).toEqual(expected.toSorted(byName))
})

describe.each(guarded)('$name', (route) => {
  test('without a session: 401', () => {
    const stranger = createBrowser(bff.url)
    return expectRefusal('unauthenticated', () =>
      stranger.send(route.path, { method: route.method, ...(route.body && { body: {} }) }),
    )
  })
  test('under a foreign Host: 403', () =>
    expectRefusal('forbidden', () => askUnderHost('goalkeeper.evil.example', route)))
})

describe.each(reads)('$name', (route) => {
  test('asked for by a page of another site: 403', () =>
    expectRefusal('forbidden', () => ask(route, { headers: { 'sec-fetch-site': 'cross-site' } })))
  test('followed as a link of another site: 403', () =>
    expectRefusal('forbidden', () => ask(route, { headers: { 'sec-fetch-site': 'cross-site', accept: 'text/html' } })))
  test('followed so with its address in capitals: 403', () =>
    expectRefusal('forbidden', () =>
      ask(
        { ...route, path: route.path.toUpperCase() },
        { headers: { 'sec-fetch-site': 'cross-site', accept: 'text/html' } },
      ),
    ))
})

describe.each(unsafe)('$name', (route) => {
  test('without X-Requested-With: 403', () =>
    expectRefusal('forbidden', () => ask(route, { headers: { 'x-requested-with': null } })))
  test('with another X-Requested-With: 403', () =>
    expectRefusal('forbidden', () => ask(route, { headers: { 'x-requested-with': 'XMLHttpRequest' } })))
  test.each(['http://evil.example', 'https://127.0.0.1:1', 'http://127.0.0.1', 'null', null])(
    'with the Origin %s: 403',
    (origin) => expectRefusal('forbidden', () => ask(route, { headers: { origin } })),
  )
})

describe.each(bodied)('$name', (route) => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'with a body of the type %s: 415',
    (type) => expectRefusal('unsupported-type', () => ask(route, { body: '{}', headers: { 'content-type': type } })),
  )
  test('with a body of more than 1 MB: 413', () =>
    expectRefusal('too-large', () => ask(route, { body: { text: 'x'.repeat(1_100_000) } })))
  test('with broken JSON: 400', () => expectRefusal('invalid', () => ask(route, { body: '{"filter": ' })))
  test.each([null, [], 'text', { unheard: 'of' }])('with the body %j: 400 that says what to mend', async (body) => {
    await expectRefusal('invalid', () => ask(route, { body: JSON.stringify(body) }))
  })
})

test.each(guarded.filter(({ pattern }) => pattern.startsWith('/api/')))(
  '$pattern with another method: 405 that names those there are',
  async ({ path, pattern }) => {
    await expectRefusal('method-not-allowed', () => browser.send(path, { method: 'PATCH' }))
    const reply = await browser.send(path, { method: 'PATCH' })
    const methods = all.filter((route) => route.pattern === pattern).map(({ method }) => method)
    expect(reply.headers.get('allow')?.split(', ').toSorted()).toEqual(expect.arrayContaining(methods))
  },
)

test.each([
  ['GET', '/gainsight/v1/csgoal/external/fetch'],
  ['POST', '/gainsight/v1/csgoal/external/delete'],
  ['DELETE', '/gainsight/v1/csgoal/external/update'],
  ['POST', '/gainsight/v1/csgoal/external/fetch/'],
  ['POST', '/gainsight//v1/csgoal/external/fetch'],
  ['POST', '/gainsight/v1/csgoal/external/%66etch'],
  ['POST', '/gainsight/v1/data/objects/query/..%2Fusers'],
  ['PUT', '/gainsight/v1/data/objects/Company'],
  ['GET', '/api/nothing'],
  ['POST', '/api/goals'],
  ['GET', '/api'],
])('%s %s is nowhere: 404', (method, path) =>
  expectRefusal('not-found', () => browser.send(path, { method, ...(method !== 'GET' && { body: {} }) })),
)
