import { expect, test } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

test('without any setting it is the documented tenant, kept in a file of its own', () => {
  expect(loadConfig({}, []).tenant).toEqual({
    port: 4310,
    goals: 2000,
    seed: 1,
    callsPerMinute: 100,
    callsPerDay: 50_000,
    windowSeconds: 60,
    latencyMs: [150, 600],
    dataFile: '.data/sandbox/seed-1-goals-2000.jsonl',
  })
})

test('every setting is read', () => {
  const env = {
    SANDBOX_PORT: '0',
    SANDBOX_GOALS: '500',
    SANDBOX_SEED: '7',
    SANDBOX_CALLS_PER_MINUTE: '10',
    SANDBOX_CALLS_PER_DAY: '99',
    SANDBOX_WINDOW_SECONDS: '2',
    SANDBOX_LATENCY_MS: '20',
    SANDBOX_ACCESS_KEY: 'mine',
    SANDBOX_DATA_FILE: '/tmp/mine.jsonl',
    SANDBOX_SWITCHES: '{"pageMaximum": 100}',
  }
  expect(loadConfig(env, []).tenant).toMatchObject({
    port: 0,
    goals: 500,
    seed: 7,
    callsPerMinute: 10,
    callsPerDay: 99,
    windowSeconds: 2,
    latencyMs: 20,
    accessKey: 'mine',
    dataFile: '/tmp/mine.jsonl',
    switches: { pageMaximum: 100 },
  })
})

test('--memory keeps no file, and an empty variable is one that is not set', () => {
  const { tenant } = loadConfig({ SANDBOX_PORT: '', SANDBOX_DATA_FILE: 'some.jsonl' }, ['--memory'])
  expect(tenant).not.toHaveProperty('dataFile')
  expect(tenant.port).toBe(4310)
})

test('a latency may be a range', () => {
  expect(loadConfig({ SANDBOX_LATENCY_MS: '5-10' }, []).tenant.latencyMs).toEqual([5, 10])
})

test('people sign in at a provider when it has a port', () => {
  expect(loadConfig({}, []).provider).toBeNull()
  const env = { SANDBOX_SIGN_IN_PORT: '4320', PUBLIC_URL: 'http://127.0.0.1:5000/' }
  expect(loadConfig(env, []).provider).toMatchObject({
    port: 4320,
    redirectUris: ['http://127.0.0.1:5000/sign-in/return'],
    postLogoutRedirectUris: ['http://127.0.0.1:5000/signed-out'],
  })
})

test('all faults are told at once, by the name of the variable', () => {
  const load = () =>
    loadConfig({ SANDBOX_PORT: 'x', SANDBOX_GOALS: '0', SANDBOX_LATENCY_MS: '-1', SANDBOX_SWITCHES: '{' }, [])
  expect(load).toThrow(ConfigError)
  expect(load).toThrow(/SANDBOX_PORT.*SANDBOX_GOALS.*SANDBOX_LATENCY_MS.*SANDBOX_SWITCHES/)
})

test('a switch that does not exist and a flag that does not exist are refused', () => {
  expect(() => loadConfig({ SANDBOX_SWITCHES: '{"pageMaximun": 1}' }, [])).toThrow(/pageMaximun/)
  expect(() => loadConfig({}, ['--memroy'])).toThrow(ConfigError)
})
