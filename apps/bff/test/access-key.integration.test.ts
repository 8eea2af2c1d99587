import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reply } from './browser.ts'
import { type EchoMode, startEchoingTenant } from './echoing-tenant.ts'
import { setStage } from './start-bff.ts'
import { startBffProcess } from './start-bff-process.ts'
import { giveEmptyDatabase } from './temporary-folder.ts'
import { until } from './until.ts'

const canary = 'cAnAry/7f3+e1=%22&b"9\\c4'
/** The key as it stands, and the ways in which JSON, addresses and codings write it. */
const disguises = [
  canary,
  JSON.stringify(canary).slice(1, -1),
  JSON.stringify(canary)
    .slice(1, -1)
    .replaceAll('/', String.raw`\/`),
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64').replace(/=+$/, ''),
  Buffer.from(canary).toString('base64url'),
  Buffer.from(canary).toString('hex'),
]
/** What lets people and scripts in: only its holder may see it. */
const waysIn: string[] = []
const holdsKey = (text: string) => [...disguises, ...waysIn].some((disguise) => text.includes(disguise))

let stage: Awaited<ReturnType<typeof setStage>>
let tenant: Awaited<ReturnType<typeof startEchoingTenant>>
let bff: Awaited<ReturnType<typeof startBffProcess>>
const replies: { what: string; reply: Reply }[] = []

beforeAll(async () => {
  stage = await setStage({ sandbox: { goals: 40 } })
  await giveEmptyDatabase(join(stage.dataDir, 'echo'))
  tenant = await startEchoingTenant(stage.sandbox)
  bff = await startBffProcess({
    PATH: process.env['PATH'] ?? '',
    PORT: '0',
    GAINSIGHT_BASE_URL: tenant.url,
    GAINSIGHT_ACCESS_KEY: canary,
    GAINSIGHT_CALLS_PER_MINUTE: '6000',
    GAINSIGHT_WRITES: 'on',
    DATA_DIR: join(stage.dataDir, 'echo'),
    SYNC_INTERVAL_SECONDS: '1',
    LOG_LEVEL: 'trace',
  })
})
afterAll(async () => {
  await bff.stop('SIGKILL')
  await tenant.stop()
  await stage.remove()
})

async function ask(path: string, method = 'GET', body?: unknown): Promise<Reply> {
  const headers = method === 'GET' ? {} : { 'idempotency-key': randomUUID() }
  const reply = await bff.browser.send(path, { method, headers, ...(body !== undefined && { body }) })
  replies.push({ what: `${method} ${path}`, reply })
  return reply
}

const someGoal = async () => {
  const page = (await ask('/api/goals/query', 'POST', { limit: 1 })).json as GoalPage
  return page.rows[0] ?? null
}

/** Looks and writes in every way that reaches the tenant. */
async function useEverything(gsid: string): Promise<void> {
  const write = (record: object) => ({ requests: [{ record: { Gsid: gsid, ...record } }] })
  await ask(`/api/goals/${gsid}?fresh=1`)
  await ask('/gainsight/v1/csgoal/external/fetch', 'POST', { select: ['Gsid', 'Name'], pageSize: 2, pageNumber: 1 })
  await ask('/gainsight/v1/meta/services/objects/list')
  await ask('/gainsight/v1/users/services/list', 'POST', { select: ['Gsid', 'Name'], limit: 2, offset: 0 })
  await ask('/gainsight/v1/csgoal/external/update', 'PUT', write({ Name: `Renamed at ${Date.now()}` }))
  await ask('/gainsight/v1/csgoal/external/update', 'PUT', write({ StatusName: 'No such status' }))
  await ask('/gainsight/v1/csgoal/external/create', 'POST', {
    requests: [
      { record: { Name: `Made at ${Date.now()}`, EntityType: 'COMPANY', StatusName: 'New', CompanyId: gsid } },
    ],
  })
  await ask('/api/connection/probe', 'POST')
  await ask('/api/companies?search=a')
  await ask('/api/users?search=a')
  await ask('/api/linkables?search=a')
}

async function readStream(): Promise<string> {
  const leave = new AbortController()
  const cookie = [...bff.browser.cookies].map((pair) => pair.join('=')).join('; ')
  const stream = await fetch(`${bff.url}/api/events`, { headers: { cookie }, signal: leave.signal })
  let text = ''
  for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    if (text.includes('event: sync')) break
  }
  leave.abort()
  return text
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function filesWithKey(folder: string): Promise<string[]> {
  const files = await filesUnder(folder)
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'latin1') })))
  return texts.filter(({ text }) => holdsKey(text)).map(({ file }) => file)
}

/** The environments of the processes that the bff has started, and has not ended. */
function environmentsOfChildren(pid: number): string[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return processes.flatMap((name) => {
    try {
      const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
      return parent === String(pid) ? [readFileSync(`/proc/${name}/environ`, 'utf8')] : []
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
}

/** Signs in, makes a token and uses it, rightly and wrongly. */
async function comeIn(): Promise<void> {
  await bff.browser.get(new URL(bff.launchUrl).pathname)
  const made = await bff.browser.post('/api/tokens', { name: 'A script', role: 'editor', days: 1 })
  const { secret } = made.json as { secret: string }
  waysIn.push(secret, ...[...bff.browser.cookies.values()].map(decodeURIComponent))
  const script = (path: string, bearer: string) => bff.browser.get(path, { authorization: `Bearer ${bearer}` })
  for (const path of ['/api/me', '/api/tokens', '/gainsight/v1/nothing', '/api/goals/nowhere']) {
    replies.push({ what: `a script: ${path}`, reply: await script(path, secret) })
    replies.push({ what: `a wrong script: ${path}`, reply: await script(path, `${secret}x`) })
  }
  for (const path of ['/api/me', '/api/sessions', '/api/people', '/api/tokens', '/metrics', '/api/openapi.json']) {
    await ask(path)
  }
  await ask('/api/activity/query', 'POST', {})
  await ask('/api/activity/export.csv')
}

test('the tenant repeats the key everywhere, and neither it nor a session or token appears anywhere', async () => {
  await comeIn()
  const goal = await until(someGoal)
  const modes: EchoMode[] = ['faithful', 'refusing', 'server-error', 'html', 'cut', 'faithful']
  for (const mode of modes) {
    tenant.answers(mode)
    await useEverything(goal.gsid)
    for (const path of [
      '/api/status',
      '/api/writes',
      '/api/fields',
      '/api/statuses',
      '/api/settings',
      '/api/templates',
    ]) {
      await ask(path)
    }
    await ask('/api/names', 'POST', { kind: 'user', ids: [`1P01${'Z'.repeat(32)}`] })
    await ask('/api/goals/query', 'POST', { limit: 500 })
    await ask(`/api/goals/${goal.gsid}/changes`)
  }
  const stream = await readStream()
  const environments = environmentsOfChildren(bff.child.pid ?? 0)

  // What is looked through is really there: names that came with the key in them, refusals of every kind, and a log.
  const texts = replies.map(({ reply }) => reply.text).join('\n')
  expect(texts).toContain('[access key withheld]')
  const statuses = new Set(replies.map(({ reply }) => reply.status))
  expect([...statuses]).toEqual(expect.arrayContaining([200, 422, 502]))

  const { code, out, err } = await bff.stop()
  expect(code).toBe(0)
  expect(err.split('\n').length).toBeGreaterThan(100)

  const withKey = replies.filter(({ reply }) => holdsKey(reply.text) || holdsKey(JSON.stringify([...reply.headers])))
  expect(withKey.map(({ what }) => what)).toEqual([])
  expect(holdsKey(stream)).toBe(false)
  expect(holdsKey(out)).toBe(false)
  expect(err.split('\n').filter(holdsKey)).toEqual([])
  expect(environments.filter(holdsKey)).toEqual([])
  expect(await filesWithKey(join(stage.dataDir, 'echo'))).toEqual([])
  expect(await filesWithKey(fileURLToPath(new URL('../../web/dist', import.meta.url)))).toEqual([])
})
