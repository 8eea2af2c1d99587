import { afterAll, beforeAll, expect, test } from 'vitest'
import { createVisitor, startWithProvider, type WithProvider } from './start-with-provider.ts'

const visit = { accept: 'text/html' }
let stage: WithProvider
let elapsed = 0
beforeAll(async () => {
  stage = await startWithProvider({ env: { FIRST_ADMIN: 'nora.moss@example.com' }, now: () => Date.now() + elapsed })
})
afterAll(() => stage.stop())

const visitor = () => createVisitor(stage)
async function signedIn(who: string) {
  const browser = visitor()
  expect((await browser.signIn(who)).status).toBe(200)
  return browser
}

test('a visit goes to the provider and back to the page that was asked for', async () => {
  const browser = visitor()
  const first = await browser.get('/goals?sort=Name', visit)
  expect(first.status).toBe(302)
  const back = await browser.signIn('ana.reyes', first.headers.get('location') ?? '')
  expect(back.text).toContain('content="0;url=/goals?sort=Name"')
  const [session] = back.headers.getSetCookie().filter((cookie) => !cookie.includes('sign-in'))
  expect(session).toMatch(/^goalkeeper-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect((await browser.get('/api/me')).json).toMatchObject({
    kind: 'person',
    name: 'Ana Reyes',
    email: 'ana.reyes@example.com',
    role: 'admin',
    signIn: 'provider',
  })
})

test.each([
  ['otto.lind', 'operator'],
  ['ben.okafor', 'editor'],
  ['vera.klein', 'viewer'],
  ['nora.moss', 'admin'],
])('%s has the role %s', async (who, role) => {
  expect((await (await signedIn(who)).get('/api/me')).json).toMatchObject({ role })
})

test('a state works once, in its own browser, for a while', async () => {
  const browser = visitor()
  const path = await browser.setOut('ana.reyes')
  expect((await visitor().comeBack(path)).status).toBe(400)
  expect((await browser.comeBack(path)).status).toBe(400)

  const again = await browser.setOut('ana.reyes')
  expect((await browser.comeBack(again)).status).toBe(200)
  expect((await browser.comeBack(again)).text).toContain('has been used already')
  expect((await browser.comeBack('/sign-in/return?code=x&state=made-up')).status).toBe(400)

  const late = await browser.setOut('ana.reyes')
  elapsed += 10 * 60_000
  expect((await browser.comeBack(late)).status).toBe(400)
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example', '/sign-in'])(
  'nobody is sent on to %s',
  async (foreign) => {
    const back = await visitor().signIn('ana.reyes', `/sign-in?return=${encodeURIComponent(foreign)}`)
    expect(back.text).toContain('content="0;url=/"')
  },
)

test('whom the provider does not let in gets a page that says so', async () => {
  const back = await visitor().signIn(null)
  expect(back.status).toBe(403)
  expect(back.text).toContain('has not let you in')
  expect(back.text).toContain('href="/sign-in"')
})

test('another nonce, or a key that is not published, is not believed; a key that is published is', async () => {
  stage.provider.lies.nonce = true
  const nonce = await visitor().signIn('ana.reyes')
  stage.provider.lies.nonce = false
  stage.provider.rotateKeys({ published: false })
  const key = await visitor().signIn('ana.reyes')
  for (const { status, text } of [nonce, key]) {
    expect(status).toBe(502)
    expect(text).toContain('cannot be trusted or read')
    expect(text).not.toContain('    at ')
  }
  stage.provider.rotateKeys()
  await signedIn('ana.reyes')
})

test('signing in anew gives another session in place of the one before', async () => {
  const browser = await signedIn('ana.reyes')
  const old = new Map(browser.cookies)
  await browser.signIn('ana.reyes')
  expect((await browser.get('/api/me')).status).toBe(200)
  const thief = visitor()
  for (const [name, value] of old) thief.cookies.set(name, value)
  expect((await thief.get('/api/me')).status).toBe(401)
})

test('a window that signs in again closes itself', async () => {
  const back = await visitor().signIn('ana.reyes', '/sign-in?window=1')
  expect(back.text).toContain('You can close this window.')
  expect(back.text).toContain('<script src="/sign-in/close.js">')
  expect((await visitor().get('/sign-in/close.js')).text).toBe('window.close()\n')
})

test('signing out ends the session here and says where the provider ends its own', async () => {
  const browser = await signedIn('ben.okafor')
  const { next } = (await browser.post('/api/sign-out')).json as { next: string }
  expect((await browser.get('/api/me')).status).toBe(401)
  const url = new URL(next)
  expect(url.origin).toBe(stage.provider.issuer)
  expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${stage.publicUrl}/signed-out`)
  expect((await browser.there.get(url.pathname + url.search)).status).toBe(200)
  expect((await browser.get('/signed-out')).text).toContain('You are signed out')
})

test('an admin gives a role, and takes sessions, and both hold at once', async () => {
  const [ana, vera] = [await signedIn('ana.reyes'), await signedIn('vera.klein')]
  const { id } = (await vera.get('/api/me')).json as { id: string }
  const given = await ana.put(`/api/people/${id}`, { role: 'operator' })
  expect(given.json).toMatchObject({ role: 'operator', roleFrom: 'admin' })
  expect((await vera.get('/api/me')).json).toMatchObject({ role: 'operator' })
  expect((await vera.get('/api/people')).status).toBe(403)
  expect((await ana.delete(`/api/people/${id}/sessions`)).status).toBe(200)
  expect((await vera.get('/api/me')).status).toBe(401)
})

test('a stream of events ends with its session', async () => {
  const browser = await signedIn('otto.lind')
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const stream = await fetch(`${stage.publicUrl}/api/events`, { headers: { cookie } })
  await browser.post('/api/sign-out')
  expect(await stream.text()).toContain('event: sync')
})

test('a session ends when it is not used for a while, and in any case after its hours', async () => {
  const idle = await signedIn('ana.reyes')
  elapsed += 121 * 60_000
  expect((await idle.get('/api/me')).status).toBe(401)
  const busy = await signedIn('ana.reyes')
  for (let hour = 0; hour < 11; hour++) {
    elapsed += 60 * 60_000
    expect((await busy.get('/api/me')).status).toBe(200)
  }
  elapsed += 61 * 60_000
  expect((await busy.get('/api/me')).status).toBe(401)
})

test('sessions outlive a restart, and hold while the provider is away', async () => {
  const browser = await signedIn('ana.reyes')
  await stage.bff.restart()
  await stage.provider.stop()
  expect((await browser.get('/api/me')).status).toBe(200)
  const lost = await visitor().get('/sign-in', visit)
  expect(lost.status).toBe(502)
  expect(lost.text).toContain('cannot be reached')
  expect((await browser.post('/api/sign-out')).json).toEqual({ next: null })
})
