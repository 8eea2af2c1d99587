import { randomUUID } from 'node:crypto'
import type { Capability, StatusReport } from '@goalkeeper/contract/status'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Bff, startBff } from '../../../test/start-bff.ts'
import { until } from '../../../test/until.ts'

type SandboxSwitches = Parameters<Bff['sandbox']['switches']>[0]
type Faults = Parameters<Bff['sandbox']['faults']>[0]
type Step = { name: string; state: 'passed' | 'failed' | 'skipped'; detail: string }
type Result = { passed: boolean; steps: Step[]; capabilities: Capability[] }

let bff: Bff
let gsid: string
beforeAll(async () => {
  bff = await startBff({ real: true })
  await enter()
  await until(async () => (await status()).sync.goals === 200 && bff.services.connection.isProbed())
  gsid = await nextGoal()
})
afterAll(() => bff.stop())

const enter = () => bff.browser.get(`/launch/${bff.services.launchSecret}`)
const status = async () => (await bff.browser.get('/api/status')).json as StatusReport
const writes = async () => (await status()).writes

/** A goal that no test had before, with a due date and a description, of a company with CTAs and plans that are free to be linked. */
async function nextGoal(): Promise<string> {
  const body = {
    filter: { and: [has('DueDate'), has('Description'), { field: 'EntityType', op: 'EQ', value: ['COMPANY'] }] },
  }
  const { rows } = (await bff.browser.post('/api/goals/query', body)).json as {
    rows: { gsid: string; CTA: string[]; SP: string[]; fields: { CompanyId: string } }[]
  }
  for (const row of rows.filter((each) => !had.has(each.gsid))) {
    had.add(row.gsid)
    const { items } = (await bff.browser.get(`/api/linkables?companyId=${row.fields.CompanyId}`)).json as {
      items: { gsid: string; kind: 'CTA' | 'SP' }[]
    }
    const free = items.filter((item) => !row[item.kind].includes(item.gsid)).map(({ kind }) => kind)
    if (free.includes('CTA') && free.includes('SP')) return row.gsid
  }
  throw new Error('The sandbox has no such goal.')
}
const had = new Set<string>()
const has = (field: string) => ({ field, op: 'IS_NOT_NULL' })

async function check(more: Record<string, unknown> = {}): Promise<Result> {
  const reply = await bff.browser.post('/api/connection/write-check', { gsid, ...more })
  expect(reply.status).toBe(200)
  return reply.json as Result
}
const stepStates = ({ steps }: Result) => Object.fromEntries(steps.map(({ name, state }) => [name, state]))
const stepOf = ({ steps }: Result, name: string) => steps.find((step) => step.name === name)
const capability = ({ capabilities }: Result, name: string) => capabilities.find((each) => each.name === name)?.state

/** Everything of a goal that a person would miss. */
function goalNow() {
  const stored = bff.sandbox.record(gsid)
  const record: Record<string, unknown> = { ...stored?.record }
  delete record['ModifiedDate']
  delete record['ModifiedById']
  return { record, links: stored?.links }
}

test('a real tenant is read-only until a check has passed, and for good after it', async () => {
  expect(await writes()).toMatchObject({ mode: 'ask', allowed: false, reason: expect.stringContaining('write check') })
  const body = { requests: [{ record: { Gsid: gsid, Name: 'Renamed' } }] }
  const write = () => bff.browser.put('/gainsight/v1/csgoal/external/update', body, { 'idempotency-key': randomUUID() })
  expect((await write()).json).toMatchObject({ status: 403, code: 'read-only' })

  const before = goalNow()
  const result = await check()
  expect(stepStates(result)).toEqual({
    set: 'passed',
    clearDueDate: 'passed',
    clearDescription: 'passed',
    link: 'passed',
    relink: 'passed',
    linkAndUnlink: 'passed',
    unlink: 'passed',
    putBack: 'passed',
  })
  expect(result.passed).toBe(true)
  expect(goalNow()).toEqual(before)
  expect(await writes()).toMatchObject({ allowed: true, reason: null })
  expect(bff.sandbox.stats().writes.created).toEqual([])

  await bff.restart()
  await enter()
  expect(await writes()).toMatchObject({ allowed: true })
  expect((await write()).status).toBe(200)
})

describe('what the tenant does not take', () => {
  let before: ReturnType<typeof goalNow>
  beforeEach(async () => {
    await bff.sandbox.reset()
    before = goalNow()
  })
  afterEach(() => bff.sandbox.reset())

  test.each([
    [{ clearing: 'null' }, { clearDueDate: 'passed' }, { clearDueDate: 'yes', clearDescription: 'yes' }, 'null'],
    [{ clearing: 'empty' }, { clearDueDate: 'passed' }, { clearDueDate: 'yes', clearDescription: 'yes' }, 'empty'],
    [{ clearing: 'refused' }, { clearDueDate: 'failed' }, { clearDueDate: 'no', clearDescription: 'no' }, 'never'],
    [{ relinking: 'refused' }, { relink: 'failed' }, { relinkHarmless: 'no', associationInUpdate: 'yes' }, 'null'],
    [
      { associationInUpdate: 'refused' },
      { link: 'failed', relink: 'skipped', unlink: 'skipped' },
      { associationInUpdate: 'no' },
      'null',
    ],
    [{ associationInUpdate: 'ignored' }, { link: 'failed' }, { associationInUpdate: 'no' }, 'null'],
    [{ errorStyle: 'envelope', clearing: 'refused' }, { clearDueDate: 'failed' }, { clearDueDate: 'no' }, 'never'],
    [{ associationShape: 'objects' }, { link: 'passed' }, { associationInUpdate: 'yes' }, 'null'],
  ] satisfies [SandboxSwitches, Record<string, Step['state']>, Record<string, Capability['state']>, string][])(
    'with %o is learned, and everything is put back',
    async (switches, steps, capabilities, clearDueDateBy) => {
      bff.sandbox.switches(switches)
      const result = await check()
      expect(result.passed).toBe(true)
      expect(stepStates(result)).toMatchObject(steps)
      for (const [name, state] of Object.entries(capabilities))
        expect([name, capability(result, name)]).toEqual([name, state])
      expect(bff.services.connection.capabilities().clearBy.DueDate).toBe(clearDueDateBy)
      expect(goalNow()).toEqual(before)
    },
  )

  test.each([
    ['null', null],
    ['empty', ''],
  ] as const)('and an update that goes by what is told (%s) empties fields', async (word, empty) => {
    bff.sandbox.switches({ clearing: word })
    await check()
    expect((await writes()).clearBy).toEqual({ DueDate: word, Description: word, custom: word })

    await bff.sandbox.changeRecord(gsid, { record: { Outcome_Metric__gc: 'Hours saved' } })
    const path = `/api/goals/${gsid}`
    const emptied = (value: '' | null) => ({ DueDate: value, Description: value, Outcome_Metric__gc: value })
    const send = async () => {
      const etag = (await bff.browser.get(`${path}?fresh=1`)).headers.get('etag') ?? ''
      const body = { requests: [{ record: { Gsid: gsid, ...emptied(empty) } }] }
      const headers = { 'idempotency-key': randomUUID(), 'if-match': etag }
      return bff.browser.put('/gainsight/v1/csgoal/external/update', body, headers)
    }
    const fields = async () => ((await bff.browser.get(path)).json as GoalDetail).fields
    expect((await send()).status).toBe(200)
    expect(goalNow().record).toMatchObject(emptied(null))
    for (const name of Object.keys(emptied(null))) expect((await fields())[name] ?? null).toBeNull()
    // Emptied again it is as it was, however it is said.
    expect((await send()).status).toBe(200)
  })

  test('is not asked of empty fields: a goal that only has a name gets its name back', async () => {
    await bff.sandbox.changeRecord(gsid, { record: { DueDate: null, Description: null } })
    before = goalNow()
    const result = await check()
    expect(result.passed).toBe(true)
    expect(stepOf(result, 'set')?.detail).toContain('Name')
    expect(stepStates(result)).toMatchObject({ clearDueDate: 'skipped', clearDescription: 'skipped' })
    expect(goalNow()).toEqual(before)
  })

  test('and a CTA that is linked already cannot be named for it', async () => {
    const other = before.links?.CTA[0]
    const ctaId = other ?? (await firstFree('CTA'))
    if (!other) await bff.sandbox.changeRecord(gsid, { links: { CTA: [ctaId] } })
    const reply = await bff.browser.post('/api/connection/write-check', { gsid, ctaId })
    expect(reply.json).toMatchObject({ status: 400, fields: { ctaId: expect.stringContaining('linked') } })
    expect(bff.sandbox.stats().writes.applied).toBe(0)
  })

  async function firstFree(kind: 'CTA' | 'SP'): Promise<string> {
    const { items } = (await bff.browser.get(`/api/linkables?companyId=${String(before.record['CompanyId'])}`))
      .json as {
      items: { gsid: string; kind: string }[]
    }
    return items.find((item) => item.kind === kind)?.gsid ?? ''
  }
})

describe('what goes wrong midway', () => {
  let before: ReturnType<typeof goalNow>
  beforeEach(async () => {
    await bff.sandbox.reset()
    // What became of the writes to the goal before is found out by reading it, which no fault here is meant for.
    gsid = await nextGoal()
    before = goalNow()
  })

  const update = { route: 'updateGoal', times: 1 } as const

  test.each([
    ['the connection is lost before a write', [{ kind: 'drop-before-apply', after: 1, ...update }], 'clearDueDate'],
    ['the connection is lost after a write', [{ kind: 'drop-after-apply', after: 1, ...update }], 'clearDueDate'],
    ['the connection is lost while linking', [{ kind: 'drop-after-apply', after: 5, ...update }], 'link'],
    ['the tenant is away', [{ kind: 'server-error', status: 503, after: 2, ...update }], 'clearDueDate'],
    ['the goal cannot be read', [{ kind: 'server-error', route: 'fetchGoals', after: 2, times: 2 }], 'clearDueDate'],
  ] satisfies [string, Faults, string][])(
    '%s: the check ends, and everything is put back',
    async (_what, faults, step) => {
      // Of this goal only: the sync fetches goals meanwhile, too.
      bff.sandbox.faults(faults.map((fault) => ({ ...fault, gsid })))
      const result = await check()
      expect(result.passed).toBe(false)
      expect(stepOf(result, step)?.state).toBe('failed')
      expect(stepOf(result, 'putBack')).toMatchObject({ state: 'passed' })
      expect(goalNow()).toEqual(before)
      expect(await writes()).toMatchObject({ allowed: false, reason: expect.stringContaining('did not pass') })
    },
  )

  test.each([
    ['an error page for a write that was applied', [{ kind: 'html', applied: true, after: 1, ...update }]],
    ['a fault of the tenant that is over at the second try', [{ kind: 'server-error', after: 3, ...update }]],
    ['a reply that was cut short', [{ kind: 'truncated-json', after: 2, ...update }]],
  ] satisfies [string, Faults][])('%s does not mislead it', async (_what, faults) => {
    bff.sandbox.faults(faults)
    const result = await check()
    expect(result.passed).toBe(true)
    expect([capability(result, 'clearDueDate'), capability(result, 'clearDescription')]).toEqual(['yes', 'yes'])
    expect(goalNow()).toEqual(before)
  })

  test('what cannot be put back is said, learned is nothing, and the next check begins with it', async () => {
    const known = capability(await check(), 'associationInUpdate')
    bff.sandbox.faults([{ kind: 'server-error', route: 'updateGoal', after: 1 }])
    const failed = await check()
    expect(failed.passed).toBe(false)
    expect(stepOf(failed, 'putBack')).toMatchObject({
      state: 'failed',
      detail: expect.stringMatching(/^Not everything could be put back: Description is .* and was /),
    })
    expect(capability(failed, 'associationInUpdate')).toBe(known)
    expect(await writes()).toMatchObject({ allowed: false, reason: expect.stringContaining('puts back') })

    const again = await check()
    expect(stepStates(again)).toEqual({ putBackEarlier: 'failed' })

    bff.sandbox.faults([])
    const mended = await check()
    expect(mended.steps[0]).toMatchObject({ name: 'putBackEarlier', state: 'passed' })
    expect(mended.passed).toBe(true)
    expect(goalNow()).toEqual(before)
    expect(await writes()).toMatchObject({ allowed: true })
  })

  test('a check that was killed is put back before the next, but not what somebody changed since', async () => {
    await bff.services.database.db
      .insertInto('connection_write_check')
      .values({
        id: randomUUID(),
        gsid,
        actor: 'you',
        started_at: Date.now(),
        running: true,
        plan: JSON.stringify({
          touches: [
            { field: 'Description', before: before.record['Description'], marked: 'Our mark', isCleared: true },
            { field: 'DueDate', before: before.record['DueDate'], marked: null, isCleared: true },
          ],
          links: [],
        }),
        steps: '[]',
      })
      .execute()
    await bff.sandbox.changeRecord(gsid, { record: { Description: 'Our mark', DueDate: '2031-01-31' } })
    expect((await bff.browser.post('/api/connection/write-check', { gsid })).json).toMatchObject({ code: 'conflict' })

    await bff.restart()
    await enter()
    expect(await writes()).toMatchObject({ allowed: false })
    const result = await check()
    expect(result.steps[0]).toMatchObject({ name: 'putBackEarlier', state: 'passed' })
    expect(result.passed).toBe(true)
    expect(goalNow().record).toEqual({ ...before.record, DueDate: '2031-01-31' })
  })

  test('a stop in the middle puts back before it ends', async () => {
    bff.sandbox.faults([{ kind: 'latency', ms: 150, route: 'updateGoal' }])
    const running = bff.browser.post('/api/connection/write-check', { gsid })
    await until(() => bff.sandbox.stats().writes.applied > 0)
    await bff.restart()
    await enter()
    await running
    expect(goalNow()).toEqual(before)
  })
})

test('nothing is checked where writing is switched off, or all calls are stopped', async () => {
  await bff.sandbox.reset()
  await check()
  const { applied } = bff.sandbox.stats().writes
  await bff.browser.put('/api/connection/stopped', { stopped: true })
  expect(await writes()).toMatchObject({ allowed: false, reason: expect.stringContaining('stopped') })
  expect((await bff.browser.post('/api/connection/write-check', { gsid })).json).toMatchObject({ code: 'stopped' })
  await bff.browser.put('/api/connection/stopped', { stopped: false })
  expect(await writes()).toMatchObject({ allowed: true })

  await bff.restart({ GAINSIGHT_WRITES: 'off' })
  await enter()
  expect((await bff.browser.post('/api/connection/write-check', { gsid })).json).toMatchObject({ code: 'read-only' })
  expect(bff.sandbox.stats().writes.applied).toBe(applied)
})
