import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { type Bff, startBff } from './start-bff.ts'

/** As a request arrives that was sent to another address: `fetch` lets nobody choose the Host. */
function getAt(host: string, url: string, cookie = ''): Promise<{ status: number | undefined; cookies: string[] }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { host, cookie } }, (response) => {
      response.resume()
      resolve({ status: response.statusCode, cookies: response.headers['set-cookie'] ?? [] })
    })
    sent.on('error', reject).end()
  })
}

const visit = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const launchSecret = 'a-launch-secret-of-a-test'

describe('on a real tenant', () => {
  let bff: Bff
  beforeAll(async () => {
    bff = await startBff({ real: true, env: { LAUNCH_SECRET: launchSecret } })
  })
  afterAll(() => bff.stop())

  test('without a session, data is refused, and a page says what to do', async () => {
    const stranger = createBrowser(bff.url)
    expect(await stranger.get('/api/openapi.json')).toMatchObject({ status: 401, json: { code: 'unauthenticated' } })
    const page = await stranger.get('/goals', visit)
    expect(page.status).toBe(401)
    expect(page.text).toContain('Open the launch link')
    expect(stranger.cookies.size).toBe(0)
  })

  test('a wrong secret gives no session', async () => {
    const stranger = createBrowser(bff.url)
    expect(await stranger.get('/launch/a-launch-secret-of-a-tesu')).toMatchObject({
      status: 403,
      json: { code: 'forbidden' },
    })
    expect(stranger.cookies.size).toBe(0)
  })

  test('behind a load balancer the cookie is named after the port that the browser knows, so that every replica finds it', async () => {
    const [cookie = ''] = (await getAt('localhost:4300', `${bff.url}/launch/${launchSecret}`)).cookies
    expect(cookie).toMatch(/^goalkeeper-4300=/)
    const [pair = ''] = cookie.split(';')
    expect(await getAt('localhost:4300', `${bff.url}/api/status`, pair)).toMatchObject({ status: 200 })
  })

  test('the launch link gives an HttpOnly, SameSite=Strict cookie that opens everything and holds no secret', async () => {
    const browser = createBrowser(bff.url)
    const launched = await browser.get(`/launch/${launchSecret}`, visit)
    expect(launched.status).toBe(200)
    const [cookie = ''] = launched.headers.getSetCookie()
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain(launchSecret)
    expect(launched.headers.get('cache-control')).toBe('no-store')
    expect((await browser.get('/api/openapi.json')).status).toBe(200)
  })

  test('a session that was tampered with, or made up, is none', async () => {
    const browser = createBrowser(bff.url)
    await browser.get(`/launch/${launchSecret}`)
    const [[name, value] = ['', '']] = browser.cookies
    const changed = value.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
    for (const forged of [`${value}x`, changed, value.slice(1), '']) {
      browser.cookies.set(name, forged)
      expect((await browser.get('/api/openapi.json')).status).toBe(401)
    }
  })

  test('a session outlives a restart with the same launch secret, and ends with another one', async () => {
    const browser = createBrowser(bff.url)
    await browser.get(`/launch/${launchSecret}`)
    const { port } = new URL(bff.url)
    await bff.restart({ PORT: port })
    expect((await browser.get('/api/openapi.json')).status).toBe(200)
    await bff.restart({ PORT: port, LAUNCH_SECRET: 'another-launch-secret' })
    expect((await browser.get('/api/openapi.json')).status).toBe(401)
  })

  test('a visit that a link on another site began is tried once more from our own page, where the cookie comes along', async () => {
    const browser = createBrowser(bff.url)
    const foreign = await browser.get('/goals', { ...visit, 'sec-fetch-site': 'cross-site' })
    expect(foreign.text).toContain('http-equiv="refresh"')
    const elsewhere = await browser.get('//evil.example', { ...visit, 'sec-fetch-site': 'cross-site' })
    expect(elsewhere.text).toContain('content="0;url=/evil.example"')
    const own = await browser.get('/goals', { ...visit, 'sec-fetch-site': 'same-origin' })
    expect(own.text).not.toContain('http-equiv="refresh"')
  })
})

test('a link that the start made up gives a session that outlives it, as long as nobody sets a secret', async () => {
  const bff = await startBff({ real: true, sandbox: { goals: 20 } })
  try {
    const browser = createBrowser(bff.url)
    await browser.get(`/launch/${bff.services.launchSecret}`)
    const { port } = new URL(bff.url)
    await bff.restart({ PORT: port })
    expect((await browser.get('/api/me')).json).toMatchObject({ name: 'you', role: 'admin', signIn: 'launch-link' })
    await bff.restart({ PORT: port, LAUNCH_SECRET: launchSecret })
    expect((await browser.get('/api/me')).status).toBe(401)
  } finally {
    await bff.stop()
  }
})

test('the sandbox opens without a launch link', async () => {
  const bff = await startBff()
  try {
    expect((await bff.browser.get('/api/openapi.json')).status).toBe(200)
  } finally {
    await bff.stop()
  }
})
