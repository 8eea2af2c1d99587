import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bff, startBff } from './start-bff.ts'

let bff: Bff
let elapsed = 0
beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 20 }, now: () => Date.now() + elapsed })
})
afterAll(() => bff.stop())

async function made(wanted: Record<string, unknown> = {}) {
  const reply = await bff.browser.post('/api/tokens', { name: 'Nightly', role: 'viewer', days: 1, ...wanted })
  expect(reply.status).toBe(200)
  return reply.json as { secret: string; token: { id: string } }
}

/** As a script asks: no cookie, no header of a browser's. */
function ask(secret: string, path: string, { method = 'GET', body }: { method?: string; body?: unknown } = {}) {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
  return fetch(bff.url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
}
const query = { method: 'POST', body: { limit: 1 } }

test('a token opens what its role may, without cookie, Origin or X-Requested-With', async () => {
  const { secret, token } = await made()
  expect(secret).toMatch(/^gk_[0-9a-f]{32}_[\w-]{43}$/)
  expect((await ask(secret, '/api/goals/query', query)).status).toBe(200)
  expect(await (await ask(secret, '/api/me')).json()).toMatchObject({ kind: 'token', name: 'Nightly', role: 'viewer' })
  const update = { method: 'PUT', body: {} }
  expect((await ask(secret, '/gainsight/v1/csgoal/external/update', update)).status).toBe(403)
  for (const path of ['/api/people', '/api/tokens', '/api/sessions']) expect((await ask(secret, path)).status).toBe(403)
  expect((await bff.browser.get('/api/tokens')).json).toMatchObject({
    tokens: [{ id: token.id, createdBy: 'you', lastUsedAt: expect.any(Number) }],
  })
  expect(JSON.stringify((await bff.browser.get('/api/tokens')).json)).not.toContain(secret.slice(-43))
})

test('a token can be limited to some calls', async () => {
  const { secret } = await made({ routes: ['readFields', 'gateway.fetchGoals'] })
  expect((await ask(secret, '/api/fields')).status).toBe(200)
  expect((await ask(secret, '/api/goals/query', query)).status).toBe(403)
  const unknown = await bff.browser.post('/api/tokens', { name: 'X', role: 'viewer', days: 1, routes: ['nothing'] })
  expect(unknown).toMatchObject({ status: 400, json: { fields: { routes: expect.stringContaining('nothing') } } })
})

test('a wrong token is refused, also beside a cookie', async () => {
  const { secret } = await made()
  const other = secret.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))
  for (const shown of [other, `${secret}x`, 'gk_', 'made-up', '']) {
    const reply = await bff.browser.get('/api/fields', { authorization: `Bearer ${shown || 'x'}` })
    expect(reply.status).toBe(401)
    expect(reply.headers.get('www-authenticate')).toContain('Bearer')
  }
})

test('a token that was revoked or has run out is refused, after a restart too', async () => {
  const [kept, revoked] = [await made({ days: 2 }), await made()]
  expect((await bff.browser.delete(`/api/tokens/${revoked.token.id}`)).json).toMatchObject({ name: 'Nightly' })
  expect((await ask(revoked.secret, '/api/fields')).status).toBe(401)
  await bff.restart()
  expect((await ask(revoked.secret, '/api/fields')).status).toBe(401)
  expect((await ask(kept.secret, '/api/fields')).status).toBe(200)
  elapsed += 2 * 86_400_000
  expect((await ask(kept.secret, '/api/fields')).status).toBe(401)
})
