import type { Status } from '@goalkeeper/contract/catalogue'
import type { Settings, StatusReport } from '@goalkeeper/contract/connection'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { afterEach, describe, expect, test } from 'vitest'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

let bff: Bff
afterEach(() => bff.stop())

async function start(real: boolean): Promise<void> {
  bff = await startBff({ real })
  if (real) await bff.browser.get(`/launch/${bff.services.launchSecret}`)
}
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

describe('the meaning of statuses', () => {
  test('comes with the sandbox, so that nobody who tries it meets a question', async () => {
    await start(false)
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

  test('of a real tenant is asked, never guessed, and once given makes goals open or overdue', async () => {
    await start(true)
    const list = await named(7)
    expect((await status()).statusesUnanswered).toBe(7)
    expect(list.every(({ meaning }) => meaning === null)).toBe(true)
    await until(async () => (await status()).sync.goals === 200)
    const openGoals = async () => {
      const body = { filter: { field: 'Open', op: 'EQ', value: [true] }, limit: 0 }
      return ((await bff.browser.post('/api/goals/query', body)).json as GoalPage).total
    }
    expect(await openGoals()).toBe(0)

    const meant = (name: string) =>
      ['Achieved', 'Partially Achieved', 'Dropped'].includes(name) ? 'achieved' : 'planned'
    const body = {
      statuses: list.map(({ id, name }, index) => ({
        id,
        name,
        meaning: meant(name),
        order: 10 - index,
        color: '#4A6076',
      })),
    }
    const reply = await bff.browser.put('/api/statuses', body)
    expect(reply.status).toBe(200)
    expect((await status()).statusesUnanswered).toBe(0)
    expect(await until(async () => (await openGoals()) > 0)).toBe(true)
    expect((await statuses()).map(({ name }) => name)).toEqual(list.map(({ name }) => name).toReversed())

    await bff.restart()
    await bff.browser.get(`/launch/${bff.services.launchSecret}`)
    expect((await status()).statusesUnanswered).toBe(0)
    expect((await statuses())[0]).toMatchObject({ color: '#4A6076' })
  })

  test('is refused for a list that names a status twice, or an unknown meaning', async () => {
    await start(false)
    const entry = (name: string, meaning: string) => ({ id: null, name, meaning, order: 0, color: null })
    const twice = { statuses: [entry('New', 'planned'), entry('new', 'dropped')] }
    expect((await bff.browser.put('/api/statuses', twice)).json).toMatchObject({ status: 400, code: 'invalid' })
    const unknown = { statuses: [entry('New', 'fine')] }
    expect((await bff.browser.put('/api/statuses', unknown)).json).toMatchObject({
      status: 400,
      fields: { 'statuses.0.meaning': expect.any(String) },
    })
  })
})

describe('settings', () => {
  test('are saved one by one, kept over a restart, and told to open screens', async () => {
    await start(false)
    const first = await get<Settings>('/api/settings')
    expect(first).toMatchObject({ addressPattern: null, correlationField: null, typedFields: [] })
    const told: string[] = []
    bff.services.events.on(({ type }) => told.push(type))
    const addressPattern = 'https://acme.gainsightcloud.com/v1/ui/goals/{gsid}'
    await bff.browser.put('/api/settings', { addressPattern })
    await bff.browser.put('/api/settings', { correlationField: 'External_Reference__gc' })
    expect(told).toContain('connection')
    await bff.restart()
    expect(await get<Settings>('/api/settings')).toMatchObject({
      addressPattern,
      correlationField: 'External_Reference__gc',
    })
    expect((await status()).addressPattern).toBe(addressPattern)
    expect((await bff.browser.put('/api/settings', { addressPattern: null })).json).toMatchObject({
      addressPattern: null,
    })
  })

  test('are refused when they cannot be', async () => {
    await start(false)
    expect((await bff.browser.put('/api/settings', { addressPattern: 'somewhere' })).json).toMatchObject({
      status: 400,
      fields: { addressPattern: expect.any(String) },
    })
    const typedFields = [{ name: 'NotCustom', label: 'x', dataType: 'STRING' }]
    expect((await bff.browser.put('/api/settings', { typedFields })).json).toMatchObject({ status: 400 })
  })
})

test('a stop-all stops reads and writes, survives a restart, and ends when somebody ends it', async () => {
  await start(false)
  await until(() => bff.services.connection.isProbed())
  expect((await bff.browser.put('/api/connection/stopped', { stopped: true })).json).toEqual({ stopped: true })
  expect((await status()).writes).toMatchObject({ allowed: false, reason: expect.stringContaining('stopped') })
  expect((await bff.browser.post('/api/connection/probe')).json).toMatchObject({ status: 503, code: 'stopped' })
  await bff.restart()
  expect((await status()).budget.stopped).toBe(true)
  expect((await status()).writes.allowed).toBe(false)
  await bff.browser.put('/api/connection/stopped', { stopped: false })
  expect((await status()).writes.allowed).toBe(true)
})
