import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTenant } from './tenant-client.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
let folder = ''
const children: ChildProcess[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-program-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the program in an empty folder. `line` is the first that it prints, `ended` its exit code and what it said as an error. */
function run(env: Record<string, string> = {}, args: string[] = []) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { SANDBOX_PORT: '0', SANDBOX_GOALS: '60', SANDBOX_LATENCY_MS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  children.push(child)
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    child,
    line: new Promise<string>((resolve) => child.stdout?.once('data', (data: Buffer) => resolve(data.toString()))),
    ended: Promise.all([exit, child.stderr ? text(child.stderr) : '']),
  }
}
const addressIn = (line: string) => /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? ''

async function renameFirst(url: string, Name: string): Promise<string> {
  const send = (method: string, path: string, body: unknown) =>
    fetch(url + path, {
      method,
      headers: { accesskey: 'sandbox-access-key', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((response) => response.json())
  const page = (await send('POST', '/v1/csgoal/external/fetch', { select: ['Gsid'], pageSize: 1 })) as {
    data: { recordList: { dataList: { Gsid: string; Name: string } }[] }
  }
  const goal = page.data.recordList[0]?.dataList
  if (Name !== '')
    await send('PUT', '/v1/csgoal/external/update', { requests: [{ record: { Gsid: goal?.Gsid, Name } }] })
  return goal?.Name ?? ''
}

test('prints one line with its address when it can serve, and stops cleanly', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { child, line, ended } = run({}, ['--memory'])
    expect(await line).toMatch(/^The sandbox tenant serves 60 goals at http:\/\/127\.0\.0\.1:\d+\n$/)
    expect((await fetch(addressIn(await line))).status).toBe(401)
    child.kill(signal)
    expect(await ended).toEqual([0, ''])
  }
})

test('stops when the program that started it is gone', async () => {
  const { child, line, ended } = run({}, ['--memory'])
  await line
  child.disconnect()
  expect(await ended).toEqual([0, ''])
})

test('a taken port and a bad setting give one line and exit code 1', async () => {
  const tenant = await startTenant()
  const taken = await run({ SANDBOX_PORT: String(tenant.sandbox.port) }, ['--memory']).ended
  expect(taken).toEqual([1, `Port ${tenant.sandbox.port} is taken: set SANDBOX_PORT to another one.\n`])
  const bad = await run({ SANDBOX_GOALS: 'many', SANDBOX_LATENCY_MS: 'fast' }).ended
  expect(bad).toEqual([1, expect.stringMatching(/^SANDBOX_GOALS: .* SANDBOX_LATENCY_MS: .*\n$/)])
})

test('what was changed is there after a restart, and after being killed; with --memory it is not', async () => {
  const change = async (args: string[], name: string, signal: 'SIGTERM' | 'SIGKILL') => {
    const { child, line, ended } = run({}, args)
    const before = await renameFirst(addressIn(await line), name)
    child.kill(signal)
    await ended
    return before
  }
  const original = await change([], 'After the first', 'SIGTERM')
  expect(await change([], 'After the second', 'SIGKILL')).toBe('After the first')
  expect(await change([], '', 'SIGTERM')).toBe('After the second')
  expect(await change(['--memory'], 'Lost', 'SIGTERM')).toBe(original)
  expect(await change(['--memory'], '', 'SIGTERM')).toBe(original)
})
