import { randomUUID } from 'node:crypto'
import { access, cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ActivityEntry } from '@goalkeeper/contract/activity'
import type { StatusReport } from '@goalkeeper/contract/status'
import type { GoalPage } from '@goalkeeper/contract/goals'
import type { Write } from '@goalkeeper/contract/writes'
import { expect, test, vi } from 'vitest'
import { createBrowser, type Browser } from './browser.ts'
import { freePort } from './free-port.ts'
import { setStage } from './start-bff.ts'
import { startBffProcess } from './start-bff-process.ts'
import { until } from './until.ts'

// It starts the program three times, one after the other.
vi.setConfig({ testTimeout: 120_000 })

const launchSecret = 'launch-secret-of-the-backup'
const addressPattern = 'https://acme.example/{gsid}'

function save(browser: Browser, gsid: string, name: string, id: string) {
  const body = { requests: [{ record: { Gsid: gsid, Name: name } }] }
  return browser.put('/gainsight/v1/csgoal/external/update', body, { 'idempotency-key': id })
}
const status = async (browser: Browser) => (await browser.get('/api/status')).json as StatusReport
const goals = async (browser: Browser, limit = 3) =>
  (await browser.post('/api/goals/query', { limit, sort: [{ field: 'Gsid', direction: 'asc' }] })).json as GoalPage
const activity = async (browser: Browser) =>
  ((await browser.post('/api/activity/query', { filter: {}, limit: 50 })).json as { entries: ActivityEntry[] }).entries

test('a copy of the data folder brings everything back; what came after it is found, and nothing is sent again', async () => {
  const stage = await setStage({
    real: true,
    sandbox: { goals: 40 },
    env: {
      LAUNCH_SECRET: launchSecret,
      GAINSIGHT_WRITES: 'on',
      SYNC_INTERVAL_SECONDS: '1',
      PORT: String(await freePort()),
    },
  })
  const backup = `${stage.dataDir}-backup`
  try {
    const first = await startBffProcess(stage.env)
    const { browser } = first
    await browser.get(`/launch/${launchSecret}`)
    await until(async () => (await status(browser)).sync.complete, 40_000)
    const [one, other] = (await goals(browser)).rows
    if (!one || !other) throw new Error('The sandbox has too few goals.')
    const id = randomUUID()
    expect((await save(browser, one.gsid, 'Saved before', id)).status).toBe(200)
    await browser.put('/api/settings', { addressPattern })
    const { secret } = (await browser.post('/api/tokens', { name: 'Nightly', role: 'viewer', days: 1 })).json as {
      secret: string
    }
    const told = await activity(browser)
    const { fingerprint } = await status(browser)

    // As docs/operations.md says: stop, copy the folder, start again.
    expect(await first.stop()).toMatchObject({ code: 0 })
    await cp(stage.dataDir, backup, { recursive: true })
    const second = await startBffProcess(stage.env)
    const stillIn = createBrowser(second.url)
    for (const [name, value] of browser.cookies) stillIn.cookies.set(name, value)
    expect((await save(stillIn, other.gsid, 'Saved after', randomUUID())).status).toBe(200)
    await second.stop('SIGKILL')

    await rm(stage.dataDir, { recursive: true })
    await cp(backup, stage.dataDir, { recursive: true })
    await writeFile(join(stage.dataDir, 'restored'), '')
    const sent = stage.sandbox.stats().byRoute['updateGoal']
    const third = await startBffProcess({ ...stage.env, GAINSIGHT_WINDOW_SECONDS: '2' })

    const old = createBrowser(third.url)
    for (const [name, value] of browser.cookies) old.cookies.set(name, value)
    expect((await old.get('/api/status')).status).toBe(401)
    const anew = createBrowser(third.url)
    await anew.get(`/launch/${launchSecret}`)
    expect(await status(anew)).toMatchObject({ fingerprint, addressPattern, sync: { goals: 40, complete: true } })
    expect((await old.get('/api/fields', { authorization: `Bearer ${secret}` })).status).toBe(200)

    expect((await anew.get(`/api/writes/${id}`)).json as Write).toMatchObject({ state: 'confirmed', gsid: one.gsid })
    expect((await save(anew, one.gsid, 'Saved before', id)).status).toBe(200)
    expect(stage.sandbox.stats().byRoute['updateGoal']).toBe(sent)

    const now = await until(async () => {
      const entries = await activity(anew)
      return entries.some(({ after }) => after === 'Saved after') && entries
    }, 40_000)
    expect(now.find(({ after }) => after === 'Saved after')).toMatchObject({ through: 'gainsight', gsid: other.gsid })
    expect(now.filter(({ id: each }) => told.some((entry) => entry.id === each))).toEqual(told)
    expect(now.filter(({ kind }) => kind === 'deed').map(({ words }) => words)).toContainEqual(
      expect.stringMatching(/^Started from a backup of \d{4}-\d\d-\d\d \d\d:\d\d UTC/),
    )
    // The mark is gone: the next start is one like any other.
    await expect(access(join(stage.dataDir, 'restored'))).rejects.toMatchObject({ code: 'ENOENT' })
    await third.stop()
  } finally {
    await rm(backup, { recursive: true, force: true })
    await stage.remove()
  }
})
