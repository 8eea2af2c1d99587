import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test as base } from '@playwright/test'
import { freePort } from '../fixtures/free-port.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

type Start = { child: ChildProcess; printed: () => string; code: Promise<number | null> }

/** Runs what `npm start` runs, on free ports and in data folders of its own. */
const test = base.extend<{ start: (env?: Record<string, string>) => Promise<Start> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are wanted from the pattern.
  start: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'goalkeeper-'))
    const started: Start[] = []
    await use(async (env = {}) => {
      const child = spawn(process.execPath, ['scripts/start.mjs'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          PORT: String(await freePort()),
          SANDBOX_PORT: String(await freePort()),
          SANDBOX_DATA_FILE: join(folder, `sandbox-${started.length}.jsonl`),
          DATA_DIR: join(folder, `data-${started.length}`),
          ...env,
        },
      })
      let printed = ''
      child.stdout.on('data', (text) => (printed += String(text)))
      child.stderr.on('data', (text) => (printed += String(text)))
      const code = new Promise<number | null>((resolve) => child.once('close', resolve))
      const start = { child, printed: () => printed, code }
      started.push(start)
      return start
    })
    for (const { child, code } of started) {
      child.kill('SIGTERM')
      await code
    }
    await rm(folder, { recursive: true, force: true })
  },
})

test('npm start says where it serves and how the first sync goes, and Ctrl-C stops all of it', async ({
  start,
  page,
}) => {
  const { child, printed, code } = await start()
  // One call more than the sync may make in a minute, and the last page waits for the next.
  await expect.poll(printed, { timeout: 90_000 }).toContain('2,000 goals are in.')
  const address = /^Goalkeeper: (\S+)$/m.exec(printed())?.[1] ?? ''
  // An open page holds a stream of events; a stop ends it.
  await page.goto(address)
  await expect(page.getByRole('main').getByText('2,000 goals', { exact: true })).toBeVisible()
  child.kill('SIGINT')
  expect(await code).toBe(0)
  expect(printed().trimEnd().split('\n').at(-1)).toBe('2,000 goals are in.')
  await expect(fetch(address)).rejects.toThrow('fetch failed')
})

const refusals = [
  { name: 'a bad variable', env: { SYNC_INTERVAL_SECONDS: 'often' }, says: 'SYNC_INTERVAL_SECONDS' },
  { name: 'a bad variable of the sandbox', env: { SANDBOX_GOALS: 'many' }, says: 'SANDBOX_GOALS' },
  { name: 'a key without an address', env: { GAINSIGHT_ACCESS_KEY: 'canary' }, says: 'GAINSIGHT_BASE_URL' },
  {
    name: 'a tenant that cannot be reached',
    env: { GAINSIGHT_BASE_URL: 'http://127.0.0.1:1', GAINSIGHT_ACCESS_KEY: 'canary' },
    says: 'cannot be reached',
  },
]
for (const { name, env, says } of refusals) {
  test(`npm start with ${name} gives one line and a non-zero exit`, async ({ start }) => {
    const { code, printed } = await start(env)
    expect(await code).toBe(1)
    expect(printed()).toContain(says)
    expect(printed().trimEnd().split('\n')).toHaveLength(1)
    expect(printed()).not.toContain('canary')
  })
}

test('npm start on a taken port gives one line and a non-zero exit', async ({ start, page }) => {
  const PORT = String(await freePort())
  const first = await start({ PORT })
  await expect.poll(first.printed, { timeout: 60_000 }).toContain('Goalkeeper: ')
  const second = await start({ PORT })
  expect(await second.code).toBe(1)
  expect(second.printed().trimEnd()).toContain(`port ${PORT} is taken: set PORT to a free one`)
  expect((await page.request.get(`http://127.0.0.1:${PORT}/healthz`)).ok()).toBe(true)
})
