import { describe, expect, test } from 'vitest'
import { fetchPath, startTenant, type TenantClient } from './tenant-client.ts'

/** Statuses of so many calls, one after the other. A window of a day hardly ends in the middle of a test. */
async function statuses(
  tenant: TenantClient,
  calls: number,
  path = fetchPath,
  body: unknown = { select: ['Gsid'], pageSize: 1 },
) {
  const found: number[] = []
  for (let call = 0; call < calls; call++) found.push((await tenant.send('POST', path, body)).status)
  return found
}
const companies = '/v1/data/objects/query/company'
const users = '/v1/users/services/list'
const wide = { windowSeconds: 86_400 }

describe.each(['clock', 'sliding'] as const)('in a %s window', (window) => {
  test('the call after the last is refused with 429, without Retry-After', async () => {
    const tenant = await startTenant({ callsPerMinute: 3, ...wide, switches: { window } })
    expect(await statuses(tenant, 3)).toEqual([200, 200, 200])
    const { status, headers, text } = await tenant.send('POST', fetchPath, { select: ['Gsid'], pageSize: 1 })
    expect([status, headers.get('retry-after')]).toEqual([429, null])
    expect(JSON.parse(text)).toEqual({
      result: false,
      errorCode: 'GU_2400',
      errorDesc: 'Too many request',
      requestId: expect.any(String),
      data: null,
      message: null,
    })
  })
})

test('Retry-After tells the seconds until there is room, where the tenant sends it', async () => {
  const tenant = await startTenant({ callsPerMinute: 1, ...wide, switches: { window: 'sliding', retryAfter: true } })
  await statuses(tenant, 1)
  const { headers } = await tenant.send('POST', fetchPath, {})
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(86_300)
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(86_400)
})

test('all families share one counter, unless each has its own', async () => {
  const tenant = await startTenant({ callsPerMinute: 2, ...wide })
  expect([...(await statuses(tenant, 2)), ...(await statuses(tenant, 1, companies))]).toEqual([200, 200, 429])
  tenant.sandbox.switches({ counters: 'per-family' })
  expect([...(await statuses(tenant, 3)), ...(await statuses(tenant, 1, companies))]).toEqual([200, 200, 429, 200])
})

test('the day has a limit of its own', async () => {
  const tenant = await startTenant({ callsPerDay: 2 })
  expect(await statuses(tenant, 3)).toEqual([200, 200, 429])
})

test('the user calls have a limit of their own', async () => {
  const tenant = await startTenant({ limits: { users: [{ calls: 1, seconds: 3600 }] } })
  expect(await statuses(tenant, 2, users, { select: ['Gsid'] })).toEqual([200, 429])
  expect(await statuses(tenant, 1)).toEqual([200])
})

test('paths that the tenant takes for asynchronous fall under that limit: 10 an hour', async () => {
  const tenant = await startTenant({ switches: { asynchronousPaths: [companies] } })
  expect((await statuses(tenant, 11, companies)).filter((status) => status === 200)).toHaveLength(10)
  expect(await statuses(tenant, 1)).toEqual([200])
  expect(tenant.sandbox.stats().windows.asynchronous).toMatchObject({ mostReceived: 11, mostAdmitted: 10 })
})

test('calls without the key take no place', async () => {
  const tenant = await startTenant({ callsPerMinute: 1, ...wide })
  await tenant.send('POST', fetchPath, {}, { accesskey: 'wrong' })
  expect(await statuses(tenant, 2)).toEqual([200, 429])
})

test('a noisy neighbour takes places that are then missing', async () => {
  // A thousand calls a second: whenever ours comes, some of those were there before.
  const tenant = await startTenant({
    callsPerMinute: 1000,
    ...wide,
    switches: { neighbourCallsPerWindow: 86_400_000 },
  })
  await expect.poll(async () => (await statuses(tenant, 1))[0], { timeout: 10_000 }).toBe(429)
  const { neighbour, admitted } = tenant.sandbox.stats()
  expect(neighbour.admitted).toBeGreaterThan(0)
  expect(neighbour.admitted + admitted).toBe(1000)
})

describe('the statistics', () => {
  test('tell calls by path and route, verdicts, header names, and the most in a rolling window', async () => {
    const tenant = await startTenant({ callsPerMinute: 3, ...wide })
    await statuses(tenant, 4)
    await statuses(tenant, 1, companies)
    await tenant.send('GET', '/v1/nothing', undefined, { accesskey: 'a-secret-value', 'x-secret': 'another' })
    const { text } = await tenant.control('stats')
    expect(JSON.parse(text)).toEqual({
      calls: 6,
      admitted: 3,
      throttled: 2,
      unauthorized: 1,
      byPath: { [`POST ${fetchPath}`]: 4, [`POST ${companies}`]: 1, 'GET /v1/nothing': 1 },
      byRoute: { fetchGoals: 4, queryObject: 1, unknown: 1 },
      windows: {
        synchronous: { windowSeconds: 86_400, mostReceived: 6, mostAdmitted: 3 },
        asynchronous: { windowSeconds: 3600, mostReceived: 0, mostAdmitted: 0 },
        users: { windowSeconds: 3600, mostReceived: 0, mostAdmitted: 0 },
      },
      headers: expect.arrayContaining(['accept', 'accesskey', 'content-type', 'x-secret']),
      writes: { applied: 0, byGoal: {}, created: [], late: 0 },
      neighbour: { admitted: 0, refused: 0 },
    })
    expect(text).not.toMatch(/a-secret-value|another|sandbox-access-key/)
  })
})
