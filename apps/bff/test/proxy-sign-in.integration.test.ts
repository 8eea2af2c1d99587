import undici from 'undici'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { type Bff, startBff } from './start-bff.ts'

const env = {
  PUBLIC_URL: 'https://goals.example',
  PROXY_USER_HEADER: 'X-User',
  PROXY_NAME_HEADER: 'X-Name',
  PROXY_ROLE_HEADER: 'X-Groups',
  ROLE_MAP: 'cs=editor,ops=operator',
}
const named = { 'x-user': 'ana@example.com', 'x-name': 'Ana', 'x-groups': 'cs, ops', 'x-forwarded-proto': 'https' }

test('a trusted proxy names people, and what did not come through it by https is refused', async () => {
  const bff = await startBff({ sandbox: { goals: 20 }, env: { ...env, TRUSTED_PROXIES: '127.0.0.0/8' } })
  try {
    const browser = createBrowser(bff.url)
    const me = await browser.get('/api/me', named)
    expect(me.json).toMatchObject({ name: 'Ana', email: 'ana@example.com', role: 'operator', signIn: 'proxy' })
    expect(me.headers.get('strict-transport-security')).toContain('max-age=')
    expect((await browser.get('/api/me', { ...named, 'x-user': null })).status).toBe(401)
    expect((await browser.get('/api/me', { ...named, 'x-forwarded-proto': 'http' })).status).toBe(403)
    expect((await browser.get('/healthz')).status).toBe(200)
    const post = { ...named, 'x-requested-with': null }
    expect((await browser.post('/api/goals/query', { limit: 1 }, post)).status).toBe(403)
    const own = { ...named, origin: 'https://goals.example' }
    expect((await browser.post('/api/goals/query', { limit: 1 }, own)).status).toBe(200)
  } finally {
    await bff.stop()
  }
})

/** As those ask who know a process by its address alone. `fetch` never sends a Host of one's own. */
async function askByAddress(bff: Bff, path: string, headers: Record<string, string> = {}): Promise<number> {
  const reply = await undici.request(bff.url + path, { headers: { host: '10.1.2.3:4300', ...headers } })
  await reply.body.dump()
  return reply.statusCode
}

test('a load balancer and Prometheus reach a process by its address; nobody else does, and Prometheus not without its token', async () => {
  const roles = { ...env, ROLE_MAP: 'ops=admin', TRUSTED_PROXIES: '127.0.0.0/8' }
  const bff = await startBff({ sandbox: { goals: 20 }, env: roles })
  try {
    const own = { ...named, origin: 'https://goals.example' }
    const wanted = { name: 'Prometheus', role: 'viewer', days: 1, routes: ['metrics'] }
    const made = await createBrowser(bff.url).post('/api/tokens', wanted, own)
    const { secret } = made.json as { secret: string }
    const authorization = `Bearer ${secret}`
    expect(await askByAddress(bff, '/healthz')).toBe(200)
    expect(await askByAddress(bff, '/readyz')).toBe(200)
    expect(await askByAddress(bff, '/metrics', { authorization })).toBe(200)
    expect(await askByAddress(bff, '/metrics', { authorization: `${authorization}x` })).toBe(401)
    expect(await askByAddress(bff, '/metrics', named)).toBe(403)
    expect(await askByAddress(bff, '/api/status', { authorization })).toBe(403)
    expect(await askByAddress(bff, '/api/me', named)).toBe(403)
  } finally {
    await bff.stop()
  }
})

test('from any other address the same headers are nobody', async () => {
  const elsewhere = { ...env, PUBLIC_URL: 'http://127.0.0.1:4300', TRUSTED_PROXIES: '10.0.0.1' }
  const bff = await startBff({ sandbox: { goals: 20 }, env: elsewhere })
  try {
    expect((await createBrowser(bff.url).get('/api/me', named)).status).toBe(401)
  } finally {
    await bff.stop()
  }
})
