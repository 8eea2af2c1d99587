import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'goalkeeper-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const real = { GAINSIGHT_BASE_URL: 'https://acme.gainsightcloud.com', GAINSIGHT_ACCESS_KEY: 'k-1' }

/** What goes with a bff that this machine alone can reach. */
const loopback = {
  publicUrl: null,
  trustedProxies: [],
  tls: null,
  session: { idleMs: 7_200_000, longestMs: 43_200_000 },
}

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
    signIn: { kind: 'open', launchSecret: null },
    ...loopback,
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
    signIn: { kind: 'launch-link', launchSecret: 'abcdefghijklmnop' },
    ...loopback,
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

const provider = {
  PUBLIC_URL: 'https://goals.example',
  OIDC_ISSUER: 'https://id.example/realm',
  OIDC_CLIENT_ID: 'goalkeeper',
  OIDC_CLIENT_SECRET: 'canary-secret',
}
const proxy = { PUBLIC_URL: 'https://goals.example', PROXY_USER_HEADER: 'X-User', TRUSTED_PROXIES: '10.0.0.7,fd00::/8' }

test('people can sign in at a provider, with roles that its words stand for', () => {
  const roles = { OIDC_ROLE_CLAIM: 'groups', ROLE_MAP: 'cn=admins=admin, cs=editor', FIRST_ADMIN: 'ana@example.com' }
  const config = loadConfig({ ...provider, ...roles, DEFAULT_ROLE: 'viewer', SESSION_HOURS: '1' })
  expect(config.signIn).toEqual({
    kind: 'provider',
    issuer: 'https://id.example/realm',
    clientId: 'goalkeeper',
    clientSecret: 'canary-secret',
    roleClaim: 'groups',
    roleMap: { 'cn=admins': 'admin', cs: 'editor' },
    firstAdmin: 'ana@example.com',
    defaultRole: 'viewer',
  })
  expect(config.session.longestMs).toBe(3_600_000)
})

test('people can be named by a proxy, which then may be reached from elsewhere', () => {
  const config = loadConfig({ ...proxy, HOST: '0.0.0.0' })
  expect(config).toMatchObject({
    host: '0.0.0.0',
    trustedProxies: ['10.0.0.7', 'fd00::/8'],
    signIn: { kind: 'proxy', headers: { user: 'x-user', name: null, email: null, role: null } },
  })
})

test.each<[string, Record<string, string>]>([
  ['people sign in one way', { ...provider, ...proxy }],
  ['needs OIDC_CLIENT_ID and PUBLIC_URL', { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_SECRET: 'canary' }],
  ['needs OIDC_CLIENT_SECRET or OIDC_CLIENT_SECRET_FILE', { ...provider, OIDC_CLIENT_SECRET: '' }],
  ['OIDC_CLIENT_SECRET_FILE are both set', { ...provider, OIDC_CLIENT_SECRET_FILE: '/secret' }],
  ['OIDC_ISSUER must be an https:// address', { ...provider, OIDC_ISSUER: 'http://id.example' }],
  ['needs TRUSTED_PROXIES', { ...proxy, TRUSTED_PROXIES: '' }],
  ['TRUSTED_PROXIES must be addresses', { ...proxy, TRUSTED_PROXIES: '10.0.0.0/33' }],
  ['ROLE_MAP must be pairs', { ...provider, OIDC_ROLE_CLAIM: 'groups', ROLE_MAP: 'a=king' }],
  ['ROLE_MAP is set without OIDC_ROLE_CLAIM', { ...provider, ROLE_MAP: 'a=admin' }],
  ['is set without ROLE_MAP', { ...provider, OIDC_ROLE_CLAIM: 'groups' }],
  ['FIRST_ADMIN is set without a sign-in', { FIRST_ADMIN: 'ana@example.com' }],
  ['LAUNCH_SECRET is set, and people sign in another way', { ...provider, LAUNCH_SECRET: 'abcdefghijklmnop' }],
  ['without https', { ...provider, HOST: '0.0.0.0' }],
  ['without https', { ...proxy, HOST: '0.0.0.0', PUBLIC_URL: 'http://127.0.0.1:4300' }],
  ['PUBLIC_URL must be https://', { ...provider, PUBLIC_URL: 'http://goals.example' }],
  ['are set together', { TLS_CERT_FILE: '/cert' }],
])('a contradiction is told: %s', (told, env) => {
  expect(faultOf(env)).toContain(told)
  expect(faultOf(env)).not.toContain('canary')
})
