import type { Status } from '@goalkeeper/contract/catalogue'
import type { Settings } from '@goalkeeper/contract/connection'
import type { StatusReport } from '@goalkeeper/contract/status'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

const addressPattern = 'https://acme.gainsightcloud.com/v1/ui/goals/{gsid}'

let bff: Bff
const enter = () => bff.browser.get(`/launch/${bff.services.launchSecret}`)
async function get<T>(path: string): Promise<T> {
  const reply = await bff.browser.get(path)
  expect(reply.status).toBe(200)
  return reply.json as T
}
const status = () => get<StatusReport>('/api/status')
const statuses = async () => (await get<{ statuses: Status[] }>('/api/statuses')).statuses
const named = async (names: number) =>
  until(async () => {
    const list = await statuses()
    return list.length === names && list.every(({ source }) => source === 'tenant') && list
  })

describe('on the sandbox', () => {
  beforeAll(async () => {
    bff = await startBff()
  })
  afterAll(() => bff.stop())

  test('statuses come with their meanings, so that nobody who tries it meets a question', async () => {
    const list = await named(7)
    expect(list.map(({ name, meaning }) => [name, meaning])).toEqual([
      ['New', 'planned'],
      ['On Track', 'on track'],
      ['At Risk', 'at risk'],
      ['On Hold', 'planned'],
      ['Achieved', 'achieved'],
      ['Partially Achieved', 'achieved'],
      ['Dropped', 'dropped'],
    ])
    expect(await status()).toMatchObject({ statusesUnanswered: 0, writes: { allowed: true } })
  })

  test('a list that names a status twice is refused, and so is an unknown meaning', async () => {
    const entry = (name: string, meaning: string) => ({ id: null, name, meaning, order: 0, color: null })
    const twice = { statuses: [entry('New', 'planned'), entry('new', 'dropped')] }
    expect((await bff.browser.put('/api/statuses', twice)).json).toMatchObject({ status: 400, code: 'invalid' })
    const unknown = { statuses: [entry('New', 'fine')] }
    expect((await bff.browser.put('/api/statuses', unknown)).json).toMatchObject({
      status: 400,
      fields: { 'statuses.0.meaning': expect.any(String) },
    })
  })

  test('settings that cannot be are refused', async () => {
    expect((await bff.browser.put('/api/settings', { addressPattern: 'somewhere' })).json).toMatchObject({
      status: 400,
      fields: { addressPattern: expect.any(String) },
    })
    const typedFields = [{ name: 'NotCustom', label: 'x', dataType: 'STRING' }]
    expect((await bff.browser.put('/api/settings', { typedFields })).json).toMatchObject({ status: 400 })
  })

  test('settings are saved one by one, and told to open screens', async () => {
    const told: string[] = []
    bff.services.events.on(({ type }) => told.push(type))
    await bff.browser.put('/api/settings', { addressPattern })
    await bff.browser.put('/api/settings', { correlationField: 'External_Reference__gc' })
    expect(told).toContain('connection')
    expect(await get<Settings>('/api/settings')).toMatchObject({
      addressPattern,
      correlationField: 'External_Reference__gc',
      typedFields: [],
    })
    expect((await status()).addressPattern).toBe(addressPattern)
  })

  test('a share and quiet hours that an admin sets hold at once, for the budget and for the sync', async () => {
    const before = await status()
    const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
    const pacing = { share: 50, reserve: 20, scripts: 40, quietHours: null }
    const hours = { from: hour(-1), to: hour(1), timeZone: 'UTC' }
    const quiet = { ...pacing, quietHours: hours }
    expect((await bff.browser.put('/api/settings', { pacing: quiet })).status).toBe(200)
    const after = await status()
    expect(after.budget.minute.limit).toBe(before.budget.minute.limit / 2)
    expect(after.budget.quietUntil).toBeGreaterThan(Date.now())
    expect({ before: before.budget.quietUntil, usual: after.budget.usualShare }).toEqual({ before: null, usual: 100 })
    expect(after.sync.callsPerDay).toBeLessThanOrEqual(before.sync.callsPerDay)
    const same = { pacing: { ...quiet, quietHours: { ...hours, to: hours.from } } }
    expect((await bff.browser.put('/api/settings', same)).json).toMatchObject({
      status: 400,
      fields: { 'pacing.quietHours.to': expect.any(String) },
    })
    await bff.browser.put('/api/settings', { pacing })
    expect((await status()).budget.quietUntil).toBeNull()
  })

  test('a stop-all stops reads and writes, survives a restart as settings do, and ends when somebody ends it', async () => {
    await until(() => bff.services.connection.isProbed())
    expect((await bff.browser.put('/api/connection/stopped', { stopped: true })).json).toEqual({ stopped: true })
    expect((await status()).writes).toMatchObject({ allowed: false, reason: expect.stringContaining('stopped') })
    expect((await bff.browser.post('/api/connection/probe')).json).toMatchObject({ status: 503, code: 'stopped' })
    await bff.restart()
    expect(await status()).toMatchObject({ budget: { stopped: true }, writes: { allowed: false }, addressPattern })
    await bff.browser.put('/api/connection/stopped', { stopped: false })
    expect((await status()).writes.allowed).toBe(true)
  })
})

describe('on a real tenant', () => {
  beforeAll(async () => {
    bff = await startBff({ real: true })
    await enter()
  })
  afterAll(() => bff.stop())

  test('the meaning of statuses is asked, never guessed, and once given makes goals open or overdue', async () => {
    const list = await named(7)
    expect((await status()).statusesUnanswered).toBe(7)
    expect(list.every(({ meaning }) => meaning === null)).toBe(true)
    await until(async () => (await status()).sync.goals === 200)
    const openGoals = async () => {
      const body = { filter: { field: 'Open', op: 'EQ', value: [true] }, limit: 0 }
      return ((await bff.browser.post('/api/goals/query', body)).json as GoalPage).total
    }
    expect(await openGoals()).toBe(0)
    const body = { limit: 0, facets: ['Open', 'DueBucket'] }
    const { facets } = (await bff.browser.post('/api/goals/query', body)).json as GoalPage
    const unknown = { value: null, label: 'Not known yet', count: 200 }
    for (const buckets of Object.values(facets)) expect(buckets).toContainEqual(expect.objectContaining(unknown))

    const closed = ['Achieved', 'Partially Achieved', 'Dropped']
    const answers = list.map(({ id, name }, index) => ({
      id,
      name,
      meaning: closed.includes(name) ? 'achieved' : 'planned',
      order: 10 - index,
      color: '#4A6076',
    }))
    expect((await bff.browser.put('/api/statuses', { statuses: answers })).status).toBe(200)
    expect((await status()).statusesUnanswered).toBe(0)
    expect(await until(async () => (await openGoals()) > 0)).toBe(true)
    expect((await statuses()).map(({ name }) => name)).toEqual(list.map(({ name }) => name).toReversed())

    await bff.restart()
    await enter()
    expect((await status()).statusesUnanswered).toBe(0)
    expect((await statuses())[0]).toMatchObject({ color: '#4A6076' })
  })
})
