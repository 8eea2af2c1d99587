import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FaultSetting } from '../../test/start-bff.ts'
import { type RunningGateway, startGateway } from '../../test/start-gateway.ts'
import { until } from '../../test/until.ts'
import { etagOf } from './goal-version.ts'

const updatePath = '/v1/csgoal/external/update'
const createPath = '/v1/csgoal/external/create'

let bff: RunningGateway
beforeAll(async () => {
  bff = await startGateway({ timeoutMs: 1_000 })
})
afterAll(() => bff.stop())
beforeEach(() => bff.sandbox.reset())

const goal = (index = 0) => {
  const found = bff.goals[index]
  if (!found) throw new Error(`The sandbox has no goal ${index}.`)
  return found
}
const stateOf = async (id: string) => (await bff.gateway.readWrite(id)).state
const settledWrite = async (id: string) => {
  await until(async () => !['waiting', 'sent', 'unknown'].includes(await stateOf(id)))
  return bff.gateway.readWrite(id)
}
const update = (id: string, record: object, more: { links?: object; ifMatch?: string } = {}) =>
  bff.tenant(updatePath, {
    method: 'PUT',
    body: { requests: [{ record, ...more.links }] },
    headers: { 'idempotency-key': id, 'if-match': more.ifMatch ?? null },
  })
const create = (id: string, record: object, more: object = {}) =>
  bff.tenant(createPath, {
    method: 'POST',
    body: { requests: [{ record: { StatusName: 'New', EntityType: 'COMPANY', ...record } }], ...more },
    headers: { 'idempotency-key': id },
  })
type Case = [what: string, fault: FaultSetting, isApplied: boolean, problem: { status: number; code: string }]
const unknown = { status: 502, code: 'outcome-unknown' }
const timedOut = { status: 504, code: 'tenant-timeout' }
const faults: Case[] = [
  ['dropped before it is applied', { kind: 'drop-before-apply', effect: 'write' }, false, unknown],
  ['dropped after it is applied', { kind: 'drop-after-apply', effect: 'write' }, true, unknown],
  ['applied late', { kind: 'apply-late', ms: 400, effect: 'write' }, true, unknown],
  [
    'applied late behind a server error',
    { kind: 'apply-late', ms: 400, answer: 'server-error', effect: 'write' },
    true,
    unknown,
  ],
  ['never answered', { kind: 'no-answer', effect: 'write' }, false, timedOut],
  ['never answered and yet applied', { kind: 'no-answer', applied: true, effect: 'write' }, true, timedOut],
  ['answered by a server error', { kind: 'server-error', effect: 'write' }, false, unknown],
  [
    'answered by a server error and yet applied',
    { kind: 'server-error', applied: true, effect: 'write' },
    true,
    unknown,
  ],
  ['answered by a web page', { kind: 'html', effect: 'write' }, false, unknown],
  ['answered by half a JSON', { kind: 'truncated-json', effect: 'write' }, true, unknown],
  ['answered by half a reply', { kind: 'cut-reply', effect: 'write' }, true, unknown],
  [
    'refused in words that nobody knows',
    { kind: 'refuse', message: 'Computer says no', effect: 'write' },
    false,
    unknown,
  ],
]

test.each(faults)(
  'an update that is %s is told as unknown, then settled by reading',
  async (_what, fault, isApplied, problem) => {
    const { gsid, name } = goal()
    bff.sandbox.faults([{ ...fault, times: 1 }])
    const id = randomUUID()
    const record = { Gsid: gsid, Name: 'Changed', StatusName: 'On Hold' }
    const reply = await update(id, record, { ifMatch: etagOf(goal()) })
    expect(reply).toMatchObject({ status: problem.status, json: { code: problem.code, writeId: id } })
    const write = await settledWrite(id)
    expect(write).toMatchObject({ state: isApplied ? 'confirmed' : 'refused', gsid, detail: expect.any(String) })
    expect(bff.sandbox.record(gsid)?.record['Name']).toBe(isApplied ? 'Changed' : name)
    const again = await update(id, record)
    expect(again).toMatchObject(
      isApplied
        ? { status: 200, json: { data: { record: { Name: 'Changed' } } } }
        : { status: 502, json: { code: 'tenant-broken' } },
    )
    expect(bff.sandbox.stats().byRoute['updateGoal']).toBe(1)
  },
)

test.each(faults)(
  'a create that is %s is told as unknown, then settled by reading',
  async (_what, fault, isApplied, problem) => {
    bff.sandbox.faults([{ ...fault, times: 1 }])
    const id = randomUUID()
    const record = { Name: `Created ${id}`, CompanyId: goal().companyId, DueDate: '2031-05-01' }
    const reply = await create(id, record)
    expect(reply).toMatchObject({ status: problem.status, json: { code: problem.code, writeId: id } })
    const write = await settledWrite(id)
    const { created } = bff.sandbox.stats().writes
    expect(write).toMatchObject({ state: isApplied ? 'confirmed' : 'refused', gsid: isApplied ? created[0] : null })
    expect(bff.sandbox.stats().byRoute['createGoal']).toBe(1)
    expect(created).toHaveLength(isApplied ? 1 : 0)
  },
)

describe('an update whose answer was lost', () => {
  const lost: FaultSetting = { kind: 'drop-before-apply', effect: 'write', times: 1 }

  test('is not sent again over what somebody has changed since', async () => {
    const { gsid } = goal(1)
    bff.sandbox.faults([lost])
    const id = randomUUID()
    await update(id, { Gsid: gsid, Name: 'Mine', DueDate: '2031-01-01' }, { ifMatch: etagOf(goal(1)) })
    await bff.sandbox.changeRecord(gsid, { record: { Name: 'Theirs' } })
    expect(await settledWrite(id)).toMatchObject({
      state: 'refused',
      detail: expect.stringContaining('Somebody has changed'),
    })
    expect(bff.sandbox.record(gsid)?.record['Name']).toBe('Theirs')
    expect(await update(id, { Gsid: gsid, Name: 'Mine', DueDate: '2031-01-01' })).toMatchObject({ status: 409 })
  })

  test.each([null, ''])('is settled although it emptied a field, by %j', async (empty) => {
    const index = bff.goals.findIndex(({ fields }) => typeof fields['DueDate'] === 'string')
    const { gsid } = goal(index)
    for (const [fault, state] of [
      [lost, 'refused'],
      [{ ...lost, kind: 'drop-after-apply' }, 'confirmed'],
    ] as const) {
      bff.sandbox.faults([fault])
      const id = randomUUID()
      await update(id, { Gsid: gsid, DueDate: empty }, { ifMatch: etagOf(goal(index)) })
      expect(await settledWrite(id)).toMatchObject({ state })
    }
    expect(bff.sandbox.record(gsid)?.record['DueDate']).toBeNull()
  })

  test('is settled by its links, too', async () => {
    const index = bff.goals.findIndex(({ CTA }) => CTA.length > 0)
    const { gsid, CTA } = goal(index)
    const [cta = ''] = CTA
    for (const [fault, state] of [
      [lost, 'refused'],
      [{ ...lost, kind: 'drop-after-apply' }, 'confirmed'],
    ] as const) {
      bff.sandbox.faults([fault])
      const id = randomUUID()
      await update(id, { Gsid: gsid }, { links: { dissociation: { CTA: [cta] } }, ifMatch: etagOf(goal(index)) })
      expect(await settledWrite(id)).toMatchObject({ state })
    }
  })

  test('is settled when the goal is gone', async () => {
    const { gsid } = goal(2)
    bff.sandbox.faults([lost])
    const id = randomUUID()
    await update(id, { Gsid: gsid, Name: 'Mine' })
    await bff.sandbox.deleteRecord(gsid)
    expect(await settledWrite(id)).toMatchObject({
      state: 'refused',
      detail: expect.stringContaining('not there any more'),
    })
  })

  test('is pending on its goal until then, and counted', async () => {
    const { gsid } = goal(3)
    bff.sandbox.faults([lost])
    const id = randomUUID()
    await update(id, { Gsid: gsid, Name: 'Mine' })
    expect(await bff.gateway.pendingWrites([gsid, 'another'])).toEqual(
      new Map([[gsid, [expect.objectContaining({ id, state: 'unknown' })]]]),
    )
    expect(await bff.gateway.unsettled()).toBe(1)
    await settledWrite(id)
    expect(await bff.gateway.pendingWrites([gsid])).toEqual(new Map())
    expect(await bff.gateway.unsettled()).toBe(0)
  })

  test('is read back until the tenant answers again', async () => {
    const { gsid } = goal(4)
    bff.sandbox.faults([
      { ...lost, kind: 'drop-after-apply' },
      { kind: 'server-error', effect: 'read', times: 2 },
    ])
    const id = randomUUID()
    await update(id, { Gsid: gsid, Name: 'Mine' })
    expect(await settledWrite(id)).toMatchObject({ state: 'confirmed' })
  })

  test('of a status whose id nobody knows is decided by a person', async () => {
    const { gsid } = goal(5)
    const { 'On Hold': statusId = '' } = bff.run.statuses
    delete bff.run.statuses['On Hold']
    bff.sandbox.faults([{ ...lost, kind: 'drop-after-apply' }])
    const id = randomUUID()
    await update(id, { Gsid: gsid, StatusName: 'On Hold' }, { ifMatch: etagOf(goal(5)) })
    await until(async () => (await bff.gateway.readWrite(id)).detail?.includes('look at the goal'))
    expect(await bff.browser.post(`/api/writes/${id}/settle`, { gsid: goal(6).gsid })).toMatchObject({ status: 400 })
    expect(await bff.browser.post(`/api/writes/${id}/settle`, { gsid })).toMatchObject({
      json: { state: 'confirmed', gsid },
    })
    bff.run.statuses['On Hold'] = statusId
  })
})

describe('a create whose answer was lost', () => {
  const lost: FaultSetting = { kind: 'drop-after-apply', effect: 'write', times: 1 }
  const named = (companyId: string) => ({ Name: `Created ${randomUUID()}`, CompanyId: companyId })

  test('is told apart from the goals of its name and parent that were there before', async () => {
    const record = named(goal().companyId)
    const older = await create(randomUUID(), record)
    bff.sandbox.faults([lost])
    const id = randomUUID()
    await create(id, record)
    const [first, second] = bff.sandbox.stats().writes.created
    expect(older.json).toMatchObject({ data: { goal: { Gsid: first } } })
    expect(await settledWrite(id)).toMatchObject({ state: 'confirmed', gsid: second })
  })

  test('keeps a second one of its name and parent out until it is settled', async () => {
    const record = named(goal().companyId)
    bff.sandbox.faults([{ kind: 'latency', effect: 'read', ms: 400 }, lost])
    const id = randomUUID()
    await create(id, record)
    const second = await create(randomUUID(), record)
    expect(second).toMatchObject({ status: 409, json: { code: 'conflict', writeId: id } })
    expect(await settledWrite(id)).toMatchObject({ state: 'confirmed' })
    expect(bff.sandbox.stats().writes.created).toHaveLength(1)
  })

  test('is found among goals of its name at other companies', async () => {
    const record = named(goal().companyId)
    bff.sandbox.faults([lost])
    const id = randomUUID()
    await create(id, record)
    await create(randomUUID(), { ...record, CompanyId: goal(8).companyId })
    expect(await settledWrite(id)).toMatchObject({ state: 'confirmed', gsid: bff.sandbox.stats().writes.created[0] })
  })

  test('is found by the lookup that named its parent', async () => {
    const company = bff.sandbox.record(goal().companyId)
    const name = `Created ${randomUUID()}`
    const lookup = {
      fields: { CompanyName: 'Name' },
      lookupField: 'Gsid',
      objectName: 'company',
      multiMatchOption: 'FIRSTMATCH',
      onNoMatch: 'ERROR',
    }
    const record = { Name: name, CompanyName: company?.record['Name'] }
    bff.sandbox.faults([lost])
    const id = randomUUID()
    await create(id, record, { lookups: { CompanyId: lookup } })
    await create(randomUUID(), { Name: name, CompanyId: goal(9).companyId })
    expect(await settledWrite(id)).toMatchObject({ state: 'confirmed', gsid: bff.sandbox.stats().writes.created[0] })
  })

  test('asks a person when two goals may be the one', async () => {
    const record = named(goal().companyId)
    bff.sandbox.faults([{ kind: 'latency', effect: 'read', ms: 500 }, lost])
    const id = randomUUID()
    await create(id, record)
    await byHand(record)
    await until(async () => (await bff.gateway.readWrite(id)).candidates.length === 2)
    expect(await stateOf(id)).toBe('unknown')
    const [mine = '', other] = bff.sandbox.stats().writes.created
    expect(new Set((await bff.gateway.readWrite(id)).candidates)).toEqual(new Set([mine, other]))
    const chosen = await bff.browser.post(`/api/writes/${id}/settle`, { gsid: mine })
    expect(chosen).toMatchObject({ status: 200, json: { state: 'confirmed', gsid: mine, candidates: [] } })
  })

  test('asks a person when the only new goal does not hold what was written', async () => {
    const record = named(goal().companyId)
    bff.sandbox.faults([{ kind: 'drop-before-apply', effect: 'write', times: 1 }])
    const id = randomUUID()
    await create(id, { ...record, DueDate: '2031-05-01' })
    await byHand(record)
    await until(async () => (await bff.gateway.readWrite(id)).candidates.length === 1)
    expect(await bff.browser.post(`/api/writes/${id}/settle`, { gsid: null })).toMatchObject({
      json: { state: 'refused', gsid: null },
    })
    // The way is free again.
    expect((await create(randomUUID(), { ...record, DueDate: '2031-05-01' })).status).toBe(200)
  })

  /** Another integration creates a goal with the same key. */
  async function byHand(record: object): Promise<void> {
    const response = await fetch(bff.sandbox.url + createPath, {
      method: 'POST',
      headers: { accesskey: bff.sandbox.accessKey, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ requests: [{ record: { StatusName: 'New', EntityType: 'COMPANY', ...record } }] }),
    })
    expect(response.status).toBe(200)
  }

  test('is proved by its stamp, whatever else has its name', async () => {
    const field = await customTextField()
    bff.run.facts.correlationField = field
    try {
      const record = named(goal().companyId)
      bff.sandbox.faults([{ kind: 'latency', effect: 'read', ms: 300 }, lost])
      const id = randomUUID()
      await create(id, record)
      await byHand(record)
      const [mine = ''] = bff.sandbox.stats().writes.created
      expect(await settledWrite(id)).toMatchObject({ state: 'confirmed', gsid: mine })
      expect(bff.sandbox.record(mine)?.record[field]).toBe(id)
    } finally {
      bff.run.facts.correlationField = null
    }
  })

  /** A custom field of goals that holds a text. */
  async function customTextField(): Promise<string> {
    const reply = await bff.tenant('/v1/meta/services/objects/list?po=company&em=false')
    const { data } = reply.json as { data: { objectName: string; label: string }[] }
    const object = data.find(({ label }) => label === 'Customer Goal')?.objectName ?? ''
    const described = await bff.tenant(`/v1/meta/services/objects/${object}/describe`)
    const [{ fields }] = (described.json as { data: [{ fields: { fieldName: string; dataType: string }[] }] }).data
    return (
      fields.find(({ fieldName, dataType }) => fieldName.endsWith('__gc') && dataType === 'STRING')?.fieldName ?? ''
    )
  }
})
