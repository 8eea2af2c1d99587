import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ana } from '../../test/ana.ts'
import { fromBrowser, type RunningGateway, startGateway } from '../../test/start-gateway.ts'
import { until } from '../../test/until.ts'
import { etagOf } from './goal-version.ts'

const updatePath = '/v1/csgoal/external/update'
const createPath = '/v1/csgoal/external/create'

let bff: RunningGateway
beforeAll(async () => {
  bff = await startGateway()
})
afterAll(() => bff.stop())
beforeEach(async () => {
  await bff.sandbox.reset()
  bff.heard.splice(0)
  bff.settled.splice(0)
})

const goal = (index = 0) => {
  const found = bff.goals[index]
  if (!found) throw new Error(`The sandbox has no goal ${index}.`)
  return found
}
const nameOf = (gsid: string) => bff.sandbox.record(gsid)?.record['Name']
const update = (
  record: object,
  { headers = {}, ...links }: { headers?: Record<string, string>; association?: object; dissociation?: object } = {},
) => bff.tenant(updatePath, { method: 'PUT', body: { requests: [{ record, ...links }] }, headers })
const create = (record: object, headers: Record<string, string> = {}) =>
  bff.tenant(createPath, {
    method: 'POST',
    body: {
      requests: [{ record: { StatusName: 'New', EntityType: 'COMPANY', CompanyId: goal().companyId, ...record } }],
    },
    headers,
  })
const states = () => bff.heard.flatMap((event) => (event.type === 'write' ? [event.write.state] : []))
const key = (id: string) => ({ 'idempotency-key': id })

test('a save passes the tenant’s reply, is in the journal, and is told to the index and to the screens', async () => {
  const { gsid } = goal()
  const reply = await update({ Gsid: gsid, Name: 'Renamed' })
  expect(reply).toMatchObject({
    status: 200,
    json: { result: true, data: { record: { Gsid: gsid, Name: 'Renamed' } } },
  })
  expect(nameOf(gsid)).toBe('Renamed')
  const id = reply.headers.get('idempotency-key') ?? ''
  const journalled = await bff.browser.get(`/api/writes/${id}`)
  expect(journalled.json).toMatchObject({ id, kind: 'update', state: 'confirmed', gsid, name: 'Renamed', actor: 'you' })
  expect(states()).toEqual(['sent', 'confirmed'])
  expect(bff.settled).toMatchObject([{ kind: 'update', gsid, data: { record: { Name: 'Renamed' } } }])
})

test('a create is told with the Gsid that it got', async () => {
  const reply = await create({ Name: 'A new goal' })
  const [created] = bff.sandbox.stats().writes.created
  expect(reply).toMatchObject({ status: 200, json: { data: { goal: { Gsid: created, Name: 'A new goal' } } } })
  expect(bff.settled).toMatchObject([{ kind: 'create', gsid: created }])
  const [newest] = await bff.gateway.listWrites()
  expect(newest).toMatchObject({ kind: 'create', state: 'confirmed', gsid: created })
})

test('a body that is wrong costs no call and is in no journal', async () => {
  const before = (await bff.gateway.listWrites()).length
  const reply = await update({ Gsid: goal().gsid, Name: '', Owner: 'x' })
  expect(reply).toMatchObject({
    status: 400,
    json: { code: 'invalid', fields: { Name: expect.any(String), Owner: expect.any(String) } },
  })
  expect(await create({ Name: 'x', CompanyId: 'no gsid' })).toMatchObject({
    status: 400,
    json: { fields: { CompanyId: expect.any(String) } },
  })
  expect(bff.sandbox.stats().calls).toBe(0)
  expect(await bff.gateway.listWrites()).toHaveLength(before)
})

test('a refusal of the tenant lands on its field', async () => {
  const reply = await update({ Gsid: goal().gsid, StatusName: 'No such status' })
  expect(reply).toMatchObject({
    status: 422,
    json: {
      code: 'refused-by-tenant',
      fields: { StatusName: expect.any(String) },
      writeId: reply.headers.get('idempotency-key'),
    },
  })
  const write = await bff.gateway.readWrite(reply.headers.get('idempotency-key') ?? '')
  expect(write).toMatchObject({ state: 'refused', fields: { StatusName: expect.any(String) } })
})

describe('the same key again', () => {
  test('gives the same outcome and is sent once, one after the other or at the same time', async () => {
    const { gsid } = goal(1)
    const id = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => update({ Gsid: gsid, Name: 'Once' }, { headers: key(id) })),
    )
    const later = await update({ Gsid: gsid, Name: 'Once' }, { headers: key(id) })
    for (const reply of replies) expect(reply).toMatchObject({ status: 200, text: later.text })
    expect(bff.sandbox.stats().byRoute).toEqual({ updateGoal: 1 })
  })

  test('gives the same refusal', async () => {
    const id = randomUUID()
    const refused = { Gsid: goal(1).gsid, StatusName: 'No such status' }
    const [first, second] = [await update(refused, { headers: key(id) }), await update(refused, { headers: key(id) })]
    expect(second).toMatchObject({ status: 422, json: { ...(first.json as object), requestId: expect.any(String) } })
    expect(bff.sandbox.stats().byRoute).toEqual({ updateGoal: 1 })
  })

  test('is refused for another body, and must be a UUID', async () => {
    const id = randomUUID()
    await update({ Gsid: goal(1).gsid, Name: 'One' }, { headers: key(id) })
    const other = await update({ Gsid: goal(1).gsid, Name: 'Two' }, { headers: key(id) })
    expect(other).toMatchObject({ status: 409, json: { code: 'conflict', writeId: id } })
    expect(await update({ Gsid: goal(1).gsid, Name: 'Two' }, { headers: key('1') })).toMatchObject({ status: 400 })
    expect(bff.sandbox.stats().calls).toBe(1)
  })

  test('survives a restart', async () => {
    const id = randomUUID()
    const first = await create({ Name: 'Created once' }, key(id))
    await bff.restart()
    const again = await create({ Name: 'Created once' }, key(id))
    expect(again.text).toBe(first.text)
    expect(bff.sandbox.stats().byRoute['createGoal']).toBe(1)
  })
})

describe('If-Match', () => {
  const etag = (index: number) => etagOf(goal(index))

  test('lets a write through while what it touches has not moved, whatever else has', async () => {
    const { gsid, CTA } = goal(2)
    await bff.sandbox.changeRecord(gsid, {
      record: { DueDate: '2031-01-01' },
      links: { CTA: [...CTA, '1S01ELSEWHERE0000000000000000000000001'.slice(0, 36)] },
    })
    const reply = await update({ Gsid: gsid, Name: 'Mine' }, { headers: { 'if-match': etag(2) } })
    expect(reply.status).toBe(200)
    expect(bff.sandbox.stats().byRoute).toEqual({ fetchGoals: 1, updateGoal: 1 })
  })

  test('stops a write on a field that has moved, and shows what is there now', async () => {
    const { gsid } = goal(2)
    await bff.sandbox.changeRecord(gsid, { record: { Name: 'Theirs', StatusId: bff.run.statuses['Dropped'] ?? '' } })
    const reply = await update({ Gsid: gsid, Name: 'Mine', StatusName: 'New' }, { headers: { 'if-match': etag(2) } })
    expect(reply).toMatchObject({
      status: 412,
      json: {
        code: 'changed-elsewhere',
        fields: { Name: expect.any(String), StatusName: expect.any(String) },
        current: { gsid, fields: { Name: 'Theirs' } },
      },
    })
    expect(nameOf(gsid)).toBe('Theirs')
    expect(bff.sandbox.stats().byRoute).toEqual({ fetchGoals: 1 })
  })

  test('stops a write on a link that has moved, and on no other link', async () => {
    const linked = bff.goals.findIndex(({ CTA }) => CTA.length >= 2)
    const { gsid, CTA } = goal(linked)
    const [gone = '', kept = ''] = CTA
    await bff.sandbox.changeRecord(gsid, { links: { CTA: CTA.filter((cta) => cta !== gone) } })
    const headers = { 'if-match': etag(linked) }
    const stopped = await update({ Gsid: gsid }, { dissociation: { CTA: [gone] }, headers })
    expect(stopped).toMatchObject({ status: 412, json: { fields: { CTA: expect.any(String) } } })
    const passed = await update({ Gsid: gsid }, { dissociation: { CTA: [kept] }, headers })
    expect(passed.status).toBe(200)
  })

  test('of another kind is refused before it costs a call', async () => {
    const reply = await update({ Gsid: goal(2).gsid, Name: 'Mine' }, { headers: { 'if-match': '"abc"' } })
    expect(reply).toMatchObject({ status: 400, json: { fields: { 'If-Match': expect.any(String) } } })
    expect(bff.sandbox.stats().calls).toBe(0)
  })

  test('of a goal that is gone is told as such', async () => {
    const { gsid } = goal(3)
    await bff.sandbox.deleteRecord(gsid)
    const reply = await update({ Gsid: gsid, Name: 'Mine' }, { headers: { 'if-match': etag(3) } })
    expect(reply).toMatchObject({ status: 404, json: { code: 'not-found' } })
  })
})

test('a closed tab changes nothing about a write on its way', async () => {
  const { gsid } = goal(4)
  bff.sandbox.faults([{ kind: 'latency', ms: 300 }])
  const tab = new AbortController()
  const id = randomUUID()
  const sent = bff.browser.send(`/gainsight${updatePath}`, {
    method: 'PUT',
    body: { requests: [{ record: { Gsid: gsid, Name: 'Saved' } }] },
    headers: { ...fromBrowser, ...key(id) },
    signal: tab.signal,
  })
  await until(() => bff.sandbox.stats().calls === 1)
  tab.abort()
  await expect(sent).rejects.toThrow('aborted')
  await until(() => bff.settled.length === 1)
  expect(await bff.gateway.readWrite(id)).toMatchObject({ state: 'confirmed' })
  expect(nameOf(gsid)).toBe('Saved')
})

test('while writing is not allowed, only the write check may write, and what is done is still told', async () => {
  const { gsid } = goal(5)
  const id = randomUUID()
  const done = await update({ Gsid: gsid, Name: 'Before' }, { headers: key(id) })
  bff.gateway.setWritesAllowed({ allowed: false, reason: 'Read-only for now.' })
  try {
    const refused = await update({ Gsid: gsid, Name: 'After' })
    expect(refused).toMatchObject({ status: 403, json: { code: 'read-only', detail: 'Read-only for now.' } })
    expect(await update({ Gsid: gsid, Name: 'Before' }, { headers: key(id) })).toMatchObject({
      status: 200,
      text: done.text,
    })
    const body = { requests: [{ record: { Gsid: gsid, Name: 'Checked' } }] }
    await bff.gateway.write({ id: randomUUID(), kind: 'update', body, ...ana, writeCheck: true })
    expect(nameOf(gsid)).toBe('Checked')
  } finally {
    bff.gateway.setWritesAllowed({ allowed: true, reason: null })
  }
})

test('a second create of the same name and parent waits until the outcome of the first is known', async () => {
  bff.sandbox.faults([{ kind: 'latency', ms: 400, route: 'createGoal' }])
  const first = create({ Name: 'Twice' })
  await until(() => bff.sandbox.stats().byRoute['createGoal'] === 1)
  expect(await create({ Name: 'Twice' })).toMatchObject({
    status: 409,
    json: { code: 'conflict', writeId: expect.any(String) },
  })
  expect((await create({ Name: 'Twice', CompanyId: goal(7).companyId })).status).toBe(200)
  expect((await first).status).toBe(200)
  expect((await create({ Name: 'Twice' })).status).toBe(200)
})

test('stop-all ends every call with a reason, survives a restart, and lets go again', async () => {
  await bff.gateway.setStopped(true)
  expect(await update({ Gsid: goal(6).gsid, Name: 'x' })).toMatchObject({ status: 503, json: { code: 'stopped' } })
  await bff.restart()
  const page = { select: ['Gsid'], pageSize: 1, pageNumber: 1 }
  expect(await bff.tenant('/v1/csgoal/external/fetch', { method: 'POST', body: page })).toMatchObject({
    status: 503,
    json: { code: 'stopped' },
  })
  expect(bff.sandbox.stats().calls).toBe(0)
  expect((await bff.gateway.budget()).stopped).toBe(true)
  await bff.gateway.setStopped(false)
  expect((await update({ Gsid: goal(6).gsid, Name: 'x' })).status).toBe(200)
})

test('an unknown write is not found, and a settled one cannot be cancelled or settled', async () => {
  expect(await bff.browser.get(`/api/writes/${randomUUID()}`)).toMatchObject({ status: 404 })
  expect(await bff.browser.get('/api/writes/1')).toMatchObject({ status: 400 })
  const id = randomUUID()
  await update({ Gsid: goal(6).gsid, Name: 'y' }, { headers: key(id) })
  expect(await bff.browser.delete(`/api/writes/${id}`)).toMatchObject({ status: 409, json: { code: 'conflict' } })
  expect(await bff.browser.post(`/api/writes/${id}/settle`, { gsid: null })).toMatchObject({ status: 409 })
})
