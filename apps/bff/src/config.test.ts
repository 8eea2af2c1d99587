import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'goalkeeper-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const real = { GAINSIGHT_BASE_URL: 'https://acme.gainsightcloud.com', GAINSIGHT_ACCESS_KEY: 'k-1' }

/** The line that a start with this environment ends with. */
function faultOf(env: Record<string, string>): string {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('It started.')
}

function keyFile(text: string, mode: number): string {
  const file = join(folder, `key-${mode.toString(8)}-${text.length}`)
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

test('an empty environment is the sandbox, with the defaults of the README', () => {
  expect(loadConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4300,
    tenant: { sandbox: true, baseUrl: 'http://127.0.0.1:4310', accessKey: 'sandbox-access-key', timeoutMs: 30_000 },
    limits: { callsPerMinute: 100, callsPerDay: 50_000, sharePercent: 100, windowSeconds: 60 },
    writes: 'ask',
    database: { kind: 'embedded' },
    dataDir: resolve('.data/sandbox'),
    syncIntervalSeconds: 30,
    launchSecret: null,
    logLevel: 'info',
  })
})

test('every variable decides its part', () => {
  const config = loadConfig({
    ...real,
    PORT: '5000',
    HOST: '::1',
    GAINSIGHT_CALLS_PER_MINUTE: '20',
    GAINSIGHT_CALLS_PER_DAY: '300',
    GAINSIGHT_SHARE: '10',
    GAINSIGHT_WINDOW_SECONDS: '2',
    GAINSIGHT_TIMEOUT_SECONDS: '7',
    GAINSIGHT_WRITES: 'off',
    DATABASE_URL: 'postgres://me:secret@db.example/goals',
    DATA_DIR: '/var/lib/goalkeeper',
    SYNC_INTERVAL_SECONDS: '300',
    LAUNCH_SECRET: 'abcdefghijklmnop',
    LOG_LEVEL: 'debug',
  })
  expect(config).toEqual({
    host: '::1',
    port: 5000,
    tenant: { sandbox: false, baseUrl: 'https://acme.gainsightcloud.com', accessKey: 'k-1', timeoutMs: 7_000 },
    limits: { callsPerMinute: 20, callsPerDay: 300, sharePercent: 10, windowSeconds: 2 },
    writes: 'off',
    database: { kind: 'postgres', url: 'postgres://me:secret@db.example/goals' },
    dataDir: '/var/lib/goalkeeper',
    syncIntervalSeconds: 300,
    launchSecret: 'abcdefghijklmnop',
    logLevel: 'debug',
  })
})

test('a real tenant is given 60 percent, and an empty variable is none', () => {
  const config = loadConfig({ ...real, PORT: '', GAINSIGHT_SHARE: '', GAINSIGHT_ACCESS_KEY_FILE: '' })
  expect(config.limits.sharePercent).toBe(60)
  expect(config.port).toBe(4300)
})

test.each([
  ['https://acme.gainsightcloud.com', 'https://acme.gainsightcloud.com'],
  ['https://acme.gainsightcloud.com/', 'https://acme.gainsightcloud.com'],
  ['http://127.0.0.1:4310', 'http://127.0.0.1:4310'],
  ['http://localhost:4310', 'http://localhost:4310'],
  ['http://[::1]:4310', 'http://[::1]:4310'],
])('the base URL %s is taken', (given, used) => {
  expect(loadConfig({ ...real, GAINSIGHT_BASE_URL: given }).tenant.baseUrl).toBe(used)
})

test.each([
  'acme.gainsightcloud.com',
  'http://acme.gainsightcloud.com',
  'http://127.0.0.1.evil.example',
  'https://acme.gainsightcloud.com/v1',
  'https://acme.gainsightcloud.com?x=1',
  'https://user:password@acme.gainsightcloud.com',
  'ftp://acme.gainsightcloud.com',
])('the base URL %s is refused', (given) => {
  expect(faultOf({ ...real, GAINSIGHT_BASE_URL: given })).toContain('GAINSIGHT_BASE_URL must be https://')
})

test.each(['0.0.0.0', '192.168.1.4', '::', 'goalkeeper.example', '127.0.0.1.evil.example'])(
  'the host %s is refused, and the reason is told',
  (host) => {
    expect(faultOf({ HOST: host })).toContain('HOST must be a loopback address')
    expect(faultOf({ HOST: host })).toContain('there is no sign-in')
  },
)

test('a key without a base URL is refused, and a base URL without a key', () => {
  expect(faultOf({ GAINSIGHT_ACCESS_KEY: 'k-1' })).toContain('without GAINSIGHT_BASE_URL')
  expect(faultOf({ GAINSIGHT_ACCESS_KEY_FILE: '/k' })).toContain('without GAINSIGHT_BASE_URL')
  expect(faultOf({ GAINSIGHT_BASE_URL: real.GAINSIGHT_BASE_URL })).toContain('without GAINSIGHT_ACCESS_KEY')
  expect(faultOf({ ...real, GAINSIGHT_ACCESS_KEY_FILE: '/k' })).toContain('are both set')
})

test('the key is read from a file that only its owner can read', () => {
  const load = (file: string) =>
    loadConfig({ GAINSIGHT_BASE_URL: real.GAINSIGHT_BASE_URL, GAINSIGHT_ACCESS_KEY_FILE: file })
  expect(load(keyFile('k-from-file\n', 0o600)).tenant.accessKey).toBe('k-from-file')
  expect(load(keyFile('k-from-file\n', 0o400)).tenant.accessKey).toBe('k-from-file')
  for (const mode of [0o644, 0o640, 0o604, 0o666]) {
    expect(() => load(keyFile('k-from-file\n', mode))).toThrow(
      'GAINSIGHT_ACCESS_KEY_FILE can be read by others: chmod 600',
    )
  }
  expect(() => load(keyFile('two words', 0o600))).toThrow('does not hold a key')
  expect(() => load(join(folder, 'none'))).toThrow('GAINSIGHT_ACCESS_KEY_FILE cannot be read')
})

test('one line names every fault at once and repeats no secret', () => {
  const line = faultOf({
    PORT: '70000',
    GAINSIGHT_BASE_URL: 'nowhere',
    GAINSIGHT_ACCESS_KEY: 'canary key',
    GAINSIGHT_CALLS_PER_MINUTE: '0',
    GAINSIGHT_CALLS_PER_DAY: '1.5',
    GAINSIGHT_SHARE: '101',
    GAINSIGHT_WINDOW_SECONDS: '-1',
    GAINSIGHT_WRITES: 'yes',
    DATABASE_URL: 'mysql://me:canary@db.example/goals',
    SYNC_INTERVAL_SECONDS: 'often',
    LAUNCH_SECRET: 'canary',
    LOG_LEVEL: 'loud',
    HOST: '0.0.0.0',
  })
  const named = [
    'PORT',
    'GAINSIGHT_BASE_URL',
    'GAINSIGHT_ACCESS_KEY',
    'GAINSIGHT_CALLS_PER_MINUTE',
    'GAINSIGHT_CALLS_PER_DAY',
  ]
  named.push('GAINSIGHT_SHARE', 'GAINSIGHT_WINDOW_SECONDS', 'GAINSIGHT_WRITES', 'DATABASE_URL', 'SYNC_INTERVAL_SECONDS')
  named.push('LAUNCH_SECRET', 'LOG_LEVEL', 'HOST')
  for (const name of named) expect(line).toContain(`${name} must be`)
  expect(line).not.toContain('canary')
  expect(line).not.toContain('\n')
})
