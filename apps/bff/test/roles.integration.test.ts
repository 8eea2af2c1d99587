import { afterAll, beforeAll, expect, test } from 'vitest'
import { createVisitor, startWithProvider, type WithProvider } from './start-with-provider.ts'
import { until } from './until.ts'

let stage: WithProvider
beforeAll(async () => {
  stage = await startWithProvider()
})
afterAll(() => stage.stop())

async function signedIn(who: string) {
  const browser = createVisitor(stage)
  await browser.signIn(who)
  const me = (await browser.get('/api/me')).json as { id: string }
  return { browser, id: me.id }
}

test('the last admin stays one, until there is another', async () => {
  const ana = await signedIn('ana.reyes')
  const demote = () => ana.browser.put(`/api/people/${ana.id}`, { role: 'viewer' })
  expect(await demote()).toMatchObject({ status: 409, json: { detail: expect.stringContaining('the last admin') } })
  const ben = await signedIn('ben.okafor')
  await ana.browser.put(`/api/people/${ben.id}`, { role: 'admin' })
  expect((await demote()).json).toMatchObject({ role: 'viewer', roleFrom: 'admin' })
  const back = await ben.browser.put(`/api/people/${ana.id}`, { role: null })
  expect(back.json).toMatchObject({ role: 'admin', roleFrom: 'claim' })
})

test('whom nobody gave a role is told to ask for one, and may see who they are', async () => {
  const { browser } = await signedIn('nora.moss')
  const page = await browser.get('/goals', { accept: 'text/html' })
  expect(page.status).toBe(403)
  expect(page.text).toContain('Ask an admin')
  expect((await browser.get('/api/me')).json).toMatchObject({ role: null })
  expect((await browser.post('/api/goals/query', { limit: 1 })).status).toBe(403)
  expect((await browser.get('/api/events')).status).toBe(403)
})

test('sessions are listed and ended one by one', async () => {
  const [desk, phone] = [await signedIn('vera.klein'), await signedIn('vera.klein')]
  const { sessions } = (await desk.browser.get('/api/sessions')).json as {
    sessions: { id: string; current: boolean }[]
  }
  expect(sessions.map(({ current }) => current)).toEqual(expect.arrayContaining([true, false]))
  const other = sessions.find(({ current }) => !current)
  expect((await desk.browser.delete(`/api/sessions/${other?.id}`)).json).toEqual({ ended: 1 })
  expect((await phone.browser.get('/api/me')).status).toBe(401)
  const otto = await signedIn('otto.lind')
  expect((await otto.browser.delete(`/api/sessions/${sessions.find(({ current }) => current)?.id}`)).status).toBe(404)
})

test('a person is the Gainsight user of their address, unless the provider has not verified it', async () => {
  const owner = createVisitor(stage)
  await owner.signIn('ana.reyes')
  const found = await until(async () => {
    const { records } = (await owner.get('/api/users?search=a')).json as { records: { gsid: string; hint: string }[] }
    return records.find(({ hint }) => /^\S+@vendor\.example$/.test(hint))
  })
  const person = {
    sub: 'csm',
    name: 'A CSM',
    email: found.hint.toUpperCase(),
    email_verified: true,
    groups: ['gk-viewers'],
  }
  stage.provider.people.push(person, { ...person, sub: 'other', email_verified: false })
  const me = async (who: string) => {
    const { browser } = await signedIn(who)
    return (await browser.get('/api/me')).json
  }
  expect(await me('csm')).toMatchObject({ gainsightUser: { gsid: found.gsid } })
  expect(await me('other')).toMatchObject({ email: null, gainsightUser: null })
})
