import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMetrics } from '#bff/health/metrics.ts'
import { listen } from '#bff/listen.ts'
import { admitAnyone } from './admit-anyone.ts'
import { type Bff, startBff } from './start-bff.ts'
import { until } from './until.ts'

let bff: Bff
beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 50 } })
  await until(() => bff.services.goalIndex.sync().complete)
  // From here on it calls nobody on its own, so that two readings can be compared.
  await bff.services.goalIndex.stop()
  await bff.services.catalogue.stop()
  await bff.services.connection.stop()
})
afterAll(() => bff.stop())

/** The samples of one reading: name with labels, and value. */
async function read(): Promise<Map<string, number>> {
  const { status, text, headers } = await bff.browser.get('/metrics')
  expect({ status, type: headers.get('content-type') }).toEqual({
    status: 200,
    type: 'text/plain; version=0.0.4; charset=utf-8',
  })
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]))
}

test('budget, sync and queue are told as the meter shows them', async () => {
  const samples = await read()
  const { minute } = await bff.services.gateway.budget()
  expect(samples.get('goalkeeper_budget_limit{window="minute"}')).toBe(minute.limit)
  expect(samples.get('goalkeeper_budget_used{window="minute"}')).toBe(minute.used)
  expect(samples.get('goalkeeper_goals')).toBe(50)
  expect(samples.get('goalkeeper_goals_complete')).toBe(1)
  expect(samples.get('goalkeeper_sync_age_seconds')).toBeGreaterThanOrEqual(0)
  expect(samples.get('goalkeeper_queue{lane="scripts"}')).toBe(0)
  expect(samples.get('goalkeeper_writes_unknown')).toBe(0)
})

test('quiet hours are told, so that nobody is called out of bed for an old index', async () => {
  expect((await read()).get('goalkeeper_quiet')).toBe(0)
  const { pacing } = bff.services.connection.settings()
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
  const quietHours = { from: hour(-1), to: hour(1), timeZone: 'UTC' }
  await bff.services.connection.saveSettings({ pacing: { ...pacing, quietHours } })
  expect((await read()).get('goalkeeper_quiet')).toBe(1)
  await bff.services.connection.saveSettings({ pacing })
})

test('before Gainsight has answered there is no age of the index, rather than a good one', async () => {
  const { sync } = bff.services.goalIndex
  const goalIndex = { sync: () => ({ ...sync(), answeredAt: null }) }
  const app = express().use(admitAnyone, createMetrics().router({ ...bff.services, goalIndex, now: Date.now }))
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  const text = await (await fetch(`${server.url}/metrics`)).text()
  await server.close(1_000)
  expect(text).toContain('goalkeeper_goals 50')
  expect(text).not.toMatch(/^goalkeeper_sync_age_seconds /m)
})

test('requests are timed by route, and calls by how they ended', async () => {
  await bff.browser.get('/api/goals/1P0NOWHERE000000000000000000000000000')
  await bff.browser.get('/api/nothing-of-this-name')
  const body = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }
  const before = (await read()).get('goalkeeper_tenant_call_seconds_count{route="fetchGoals",outcome="ok"}') ?? 0
  await bff.browser.post('/gainsight/v1/csgoal/external/fetch', body)
  bff.sandbox.faults([{ kind: 'throttle' }])
  await bff.browser.post('/gainsight/v1/csgoal/external/fetch', body)
  const samples = await read()
  expect(samples.get('goalkeeper_tenant_call_seconds_count{route="fetchGoals",outcome="ok"}')).toBe(before + 1)
  expect(samples.get('goalkeeper_tenant_refusals_total')).toBe(1)
  expect(samples.get('goalkeeper_paused')).toBe(1)
  expect(samples.get('goalkeeper_request_seconds_count{route="/api/goals/:gsid",method="GET",status="404"}')).toBe(1)
  expect(samples.get('goalkeeper_request_seconds_count{route="none",method="GET",status="404"}')).toBe(1)
})

test('no label holds a name, an id or an address', async () => {
  const { text } = await bff.browser.get('/metrics')
  const values = [...text.matchAll(/="([^"]*)"/g)].map(([, value]) => value ?? '')
  const strange = values.filter((value) => /[0-9A-Z]{20,}|@|nothing-of-this-name|\d+\.\d+\.\d+\.\d+/.test(value))
  expect(strange).toEqual([])
  expect(text).not.toContain(bff.sandbox.accessKey)
})
