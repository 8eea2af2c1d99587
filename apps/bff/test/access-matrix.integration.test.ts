import { refusalOf, type Role, roles } from '@goalkeeper/contract/policy'
import { problemSchema } from '@goalkeeper/contract/problem'
import { tokenRoles } from '@goalkeeper/contract/tokens'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#bff/app.ts'
import { listRoutes } from '#bff/http/routes.ts'
import { type Browser, createBrowser, type Reply } from './browser.ts'
import { type ClassifiedRoute, classifiedRoutes, entrances } from './classified-routes.ts'
import { createVisitor, startWithProvider, type WithProvider } from './start-with-provider.ts'

const people: Record<Role | 'none', string> = {
  admin: 'ana.reyes',
  operator: 'otto.lind',
  editor: 'ben.okafor',
  viewer: 'vera.klein',
  none: 'nora.moss',
}
const guarded = classifiedRoutes.filter(({ needs }) => needs !== 'none')
/** It ends the session of whoever asks. */
const signingOut = 'signOut'
/** A stream without end. */
const streaming = 'events'

let stage: WithProvider
const browsers = new Map<Role | 'none', Browser>()
const secrets = new Map<string, string>()

beforeAll(async () => {
  stage = await startWithProvider()
  for (const [role, who] of Object.entries(people) as [Role | 'none', string][]) {
    const visitor = createVisitor(stage)
    await visitor.signIn(who)
    browsers.set(role, visitor)
  }
  const make = async (name: string, role: string, routes: string[] | null) => {
    const made = await browserOf('admin').post('/api/tokens', { name, role, routes, days: 1 })
    secrets.set(name, (made.json as { secret: string }).secret)
  }
  for (const role of tokenRoles) await make(role, role, null)
  await make('limited', 'operator', ['queryGoals', 'gateway.fetchGoals'])
  // From here on the bff calls nobody on its own, so that a call is one of these requests.
  const { goalIndex, catalogue, connection } = stage.bff.services
  await goalIndex.stop()
  await catalogue.stop()
  await connection.stop()
})
afterAll(() => stage.stop())

const browserOf = (role: Role | 'none') => browsers.get(role) ?? expect.fail(`Nobody is ${role}.`)

/** Asks with a body of a wrong type where there is one: who may ask is told that, and nothing is done. */
async function ask(browser: Browser, { method, path, body, operation }: ClassifiedRoute, headers = {}): Promise<Reply> {
  const leaving = new AbortController()
  const sent = { method, headers: { ...headers, ...(body && { 'content-type': 'text/plain' }) } }
  if (operation !== streaming) return browser.send(path, { ...sent, ...(body && { body: '{}' }) })
  const response = await fetch(stage.bff.url + path, {
    headers: { ...headers, cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
    signal: leaving.signal,
  })
  const text = response.ok ? '' : await response.text()
  leaving.abort()
  return { status: response.status, headers: response.headers, text, json: text === '' ? null : JSON.parse(text) }
}

/** What the policy says of a role at a route: the sentence of a refusal, or null. */
const refusedBy = (role: Role | null, { needs }: ClassifiedRoute) =>
  needs === 'self' || needs === 'none' ? null : refusalOf(role, needs)

function expectForbidden(reply: Reply, sentence: string): void {
  expect(reply.status).toBe(403)
  expect(sentenceOf(reply)).toBe(sentence)
}
/** A script at the gateway gets the tenant's own envelope of a failure, everyone else a problem. */
function sentenceOf({ json }: Reply): string {
  const problem = problemSchema.safeParse(json)
  return problem.data?.detail ?? (json as { errorDesc: string }).errorDesc
}

test('with a provider, too, every route is classified', () => {
  const mounted = listRoutes(createApp(stage.bff.services).router).map(({ method, path }) => `${method} ${path}`)
  const classified = [...classifiedRoutes.map(({ name }) => name), ...entrances.provider]
  expect(mounted.toSorted()).toEqual(classified.toSorted())
})

describe.each([...roles, 'none'] as const)('as %s', (who) => {
  const role = who === 'none' ? null : who
  test.each(guarded.filter(({ operation }) => operation !== signingOut))('$name', async (route) => {
    const before = stage.bff.sandbox.stats().calls
    const reply = await ask(browserOf(who), route)
    const refusal = refusedBy(role, route)
    if (refusal === null) expect([401, 403]).not.toContain(reply.status)
    else {
      expectForbidden(reply, refusal)
      expect(stage.bff.sandbox.stats().calls).toBe(before)
    }
  })
})

describe.each(tokenRoles)('with a token of the role %s', (role) => {
  test.each(guarded)('$name', async (route) => {
    const reply = await ask(createBrowser(stage.bff.url), route, { authorization: `Bearer ${secrets.get(role)}` })
    // Numbers are for scripts as much as the API is.
    const refusal = refusedBy(role, route)
    if (refusal !== null) expectForbidden(reply, refusal)
    else if (route.needs === 'self' && route.operation !== 'readMe') {
      expectForbidden(reply, 'This is for people: a token has no sessions, and no layout of its own.')
    } else expect([401, 403]).not.toContain(reply.status)
  })
})

describe('with a token that is limited to two calls', () => {
  test.each(guarded.filter(({ needs }) => needs !== 'self'))('$name', async (route) => {
    const headers = { authorization: `Bearer ${secrets.get('limited')}` }
    const reply = await ask(createBrowser(stage.bff.url), route, headers)
    const isAllowed = ['queryGoals', 'gateway.fetchGoals'].includes(route.operation)
    expect(reply.status === 403).toBe(!isAllowed)
  })
})

describe('a token asks for no headers of a browser, and no cookie helps one that is wrong', () => {
  test.each(guarded)('$name', async (route) => {
    const headers = { authorization: 'Bearer gk_unknown_token', 'x-requested-with': null, origin: null }
    const wrong = await ask(browserOf('admin'), route, headers)
    expect(wrong.status).toBe(401)
    expect(wrong.headers.get('www-authenticate')).toContain('Bearer')
    const foreign = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site', 'x-requested-with': null }
    const right = await ask(createBrowser(stage.bff.url), route, {
      ...foreign,
      authorization: `Bearer ${secrets.get('viewer')}`,
    })
    if (route.needs === 'read' && route.method === 'POST') expect(right.status).toBe(415)
  })
})

test.each(guarded)('after the session was ended: $name', async (route) => {
  const visitor = createVisitor(stage)
  for (const [name, value] of endedSession) visitor.cookies.set(name, value)
  expect((await ask(visitor, route)).status).toBe(401)
})
/** Cookies of somebody who has signed out. */
const endedSession = new Map<string, string>()
beforeAll(async () => {
  const visitor = createVisitor(stage)
  await visitor.signIn(people.admin)
  for (const [name, value] of visitor.cookies) endedSession.set(name, value)
  expect((await visitor.post('/api/sign-out')).status).toBe(200)
})

test('of cookies and tokens nothing ever reaches the tenant', async () => {
  await stage.bff.sandbox.reset()
  const reads = guarded.filter(({ operation, method }) => operation.startsWith('gateway.') && method === 'GET')
  for (const route of reads) {
    await browserOf('viewer').send(route.path)
    await createBrowser(stage.bff.url).get(route.path, { authorization: `Bearer ${secrets.get('viewer')}` })
  }
  const page = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }
  const script = { authorization: `Bearer ${secrets.get('viewer')}` }
  expect((await createBrowser(stage.bff.url).post('/gainsight/v1/csgoal/external/fetch', page, script)).status).toBe(
    200,
  )
  const { headers, calls } = stage.bff.sandbox.stats()
  expect(calls).toBeGreaterThan(reads.length)
  expect(headers).toContain('accesskey')
  expect(headers.filter((name) => ['cookie', 'authorization', 'x-goalkeeper-screen'].includes(name))).toEqual([])
})
