import { problemSchema, type ProblemCode } from '@goalkeeper/contract/problem'
import type { OpenApiDocument } from '@goalkeeper/contract/openapi'
import undici from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#bff/app.ts'
import { listRoutes } from '#bff/http/routes.ts'
import { type Browser, createBrowser, type Reply, type Sent } from './browser.ts'
import { type ClassifiedRoute, classifiedRoutes, entrances } from './classified-routes.ts'
import { type Bff, startBff } from './start-bff.ts'

const guarded = classifiedRoutes.filter(({ needs }) => needs !== 'none')
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

const ask = ({ method, path, body }: ClassifiedRoute, { headers = {}, ...rest }: Sent = {}) =>
  browser.send(path, { method, ...(body && { body: {} }), headers, ...rest })

/** As a browser asks whose page had its name pointed at this machine. `fetch` never sends a Host of one's own. */
async function askUnderHost(host: string, { method, path, body }: ClassifiedRoute): Promise<Reply> {
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

test('every route of the router is classified, by its contract or by name', () => {
  const mounted = listRoutes(createApp(bff.services).router).map(({ method, path }) => `${method} ${path}`)
  const classified = [...classifiedRoutes.map(({ name }) => name), ...entrances.launch]
  expect(mounted.toSorted()).toEqual(classified.toSorted())
})

test('every route is described in OpenAPI, with a JSON body where it has one, and nothing else is', async () => {
  const document = (await browser.get('/api/openapi.json')).json as OpenApiDocument
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      operation: operation['operationId'],
      body: JSON.stringify(operation['requestBody'] ?? {}).includes('"application/json"'),
    })),
  )
  const expected = classifiedRoutes.map(({ name, operation, body }) => ({ name, operation, body }))
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
  test('with a session that was made up: 401', () => {
    const stranger = createBrowser(bff.url)
    for (const [name] of browser.cookies) stranger.cookies.set(name, 'A'.repeat(43))
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
  test('with the character NUL: 400', () => expectRefusal('invalid', () => ask(route, { body: '{"text":"\\u0000"}' })))
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
    const methods = classifiedRoutes.filter((route) => route.pattern === pattern).map(({ method }) => method)
    expect(reply.headers.get('allow')?.split(', ').toSorted()).toEqual(expect.arrayContaining(methods))
  },
)

test('an address with the character NUL: 400', () => expectRefusal('invalid', () => browser.get('/api/goals/a%00b')))

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
