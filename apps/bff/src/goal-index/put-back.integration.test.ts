import { randomUUID } from 'node:crypto'
import type { GoalRow, PutBackItem } from '@goalkeeper/contract/goals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

type Preview = { items: PutBackItem[]; request: object | null; etag: string }

let bff: Bff
let goals: ReturnType<typeof goalsOf>
let rows: GoalRow[]

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 60 }, env: { SYNC_INTERVAL_SECONDS: '86400' } })
  goals = goalsOf(bff)
  await goals.settled()
  const filter = { and: ['DueDate', 'Description', 'CTA'].map((field) => ({ field, op: 'IS_NOT_NULL' as const })) }
  rows = await goals.all({ filter, sort: [{ field: 'Gsid', direction: 'asc' }] })
})
afterAll(() => bff.stop())

/** A goal for each test, so that none sees what another did. */
let used = 0
const someGoal = () => rows[used++] ?? expect.fail('There are no goals left.')

async function update(gsid: string, record: object, more: object = {}, headers: Record<string, string> = {}) {
  const body = { requests: [{ record: { Gsid: gsid, ...record }, ...more }] }
  return bff.browser.put('/gainsight/v1/csgoal/external/update', body, { 'idempotency-key': randomUUID(), ...headers })
}
const ask = (gsid: string, chosen: object) => bff.browser.post(`/api/goals/${gsid}/put-back`, chosen)
async function preview(gsid: string, chosen: object): Promise<Preview> {
  const reply = await ask(gsid, chosen)
  expect(reply.status).toBe(200)
  return reply.json as Preview
}
async function send({ request, etag }: Preview) {
  const headers = { 'idempotency-key': randomUUID(), 'if-match': etag, 'x-goalkeeper-screen': 'history' }
  const reply = await bff.browser.put('/gainsight/v1/csgoal/external/update', request, headers)
  expect(reply.status).toBe(200)
}
const idsOf = async (gsid: string, ...fields: string[]) =>
  (await goals.changes(gsid)).filter(({ field }) => fields.includes(field)).map(({ id }) => id)

test('one field is put back, and that put back again', async () => {
  const { gsid, fields } = someGoal()
  await update(gsid, { Name: 'Renamed', DueDate: '2031-05-05' })
  const before = bff.sandbox.stats().calls
  const back = await preview(gsid, { changes: await idsOf(gsid, 'Name') })
  expect(bff.sandbox.stats().calls).toBe(before)
  expect(back.items).toEqual([{ field: 'Name', now: 'Renamed', value: fields['Name'], problem: null, movedOn: null }])
  expect(back.request).toEqual({ requests: [{ record: { Gsid: gsid, Name: fields['Name'] } }] })
  await send(back)
  expect((await goals.read(gsid)).fields).toMatchObject({ Name: fields['Name'], DueDate: '2031-05-05' })
  const [newest] = await goals.changes(gsid)
  expect(newest).toMatchObject({ field: 'Name', screen: 'history', source: 'write' })
  await send(await preview(gsid, { changes: [newest?.id] }))
  expect((await goals.read(gsid)).fields['Name']).toBe('Renamed')
})

test('a whole change is put back with its status and links, in one update', async () => {
  const goal = someGoal()
  const { gsid, CTA, fields } = goal
  const status = fields['StatusName'] === 'On Hold' ? 'New' : 'On Hold'
  await update(gsid, { StatusName: status, DueDate: null }, { dissociation: { CTA } })
  const chosen = await idsOf(gsid, 'StatusId', 'DueDate', 'CTA')
  expect(chosen).toHaveLength(3)
  const back = await preview(gsid, { changes: chosen })
  expect(back.items.every(({ problem }) => problem === null)).toBe(true)
  await send(back)
  expect(bff.sandbox.record(gsid)).toMatchObject({
    record: { StatusId: fields['StatusId'], DueDate: fields['DueDate'] },
    links: { CTA: expect.arrayContaining(CTA) },
  })
})

test('a goal is put back to what it was at a moment, whatever came after it', async () => {
  const { gsid, fields } = someGoal()
  const at = Date.now()
  await until(() => Date.now() > at)
  for (const Name of ['First', 'Second']) await update(gsid, { Name })
  await update(gsid, { Description: '<p>Other words</p>' })
  const back = await preview(gsid, { at })
  expect(back.items.map(({ field, value }) => [field, value])).toEqual([
    [
      'Description',
      fields['Description'] ?? (await goals.changes(gsid)).find(({ field }) => field === 'Description')?.before,
    ],
    ['Name', fields['Name']],
  ])
  await send(back)
  expect(bff.sandbox.record(gsid)?.record['Name']).toBe(fields['Name'])
  expect((await preview(gsid, { at })).items).toEqual([])
})

test('what has moved on since is told, and refused when it moves before it is sent', async () => {
  const { gsid, fields } = someGoal()
  await update(gsid, { Name: 'First' })
  const chosen = await idsOf(gsid, 'Name')
  await update(gsid, { Name: 'Second' })
  const back = await preview(gsid, { changes: chosen })
  expect(back.items).toMatchObject([
    { now: 'Second', value: fields['Name'], movedOn: { by: expect.any(String), at: expect.any(Number) } },
  ])
  await bff.sandbox.changeRecord(gsid, { record: { Name: 'Third, in Gainsight' } })
  const { request, etag } = back
  const reply = await bff.browser.put('/gainsight/v1/csgoal/external/update', request, { 'if-match': etag })
  expect(reply).toMatchObject({ status: 412, json: { code: 'changed-elsewhere' } })
})

test('what cannot be put back says why, and the rest is sent', async () => {
  const { gsid, fields } = someGoal()
  const company = rows.find((row) => row.fields['CompanyId'] !== fields['CompanyId'])?.fields['CompanyId']
  await bff.sandbox.changeRecord(gsid, { record: { Name: 'In Gainsight', CompanyId: String(company) } })
  await goals.read(gsid, '?fresh=1')
  const back = await preview(gsid, { changes: await idsOf(gsid, 'Name', 'CompanyId') })
  expect(back.items).toContainEqual(
    expect.objectContaining({ field: 'CompanyId', problem: expect.stringContaining('cannot be set') }),
  )
  expect(back.request).toEqual({ requests: [{ record: { Gsid: gsid, Name: fields['Name'] } }] })
})

test('a link that is not there any more is left out, and so is one that is back already', async () => {
  const { gsid, CTA } = someGoal()
  const [lost = ''] = CTA
  await update(gsid, {}, { dissociation: { CTA } })
  const chosen = await idsOf(gsid, 'CTA')
  await bff.sandbox.deleteRecord(lost)
  await bff.services.database.db.deleteFrom('catalogue_record').where('gsid', '=', lost).execute()
  const back = await preview(gsid, { changes: chosen })
  expect(back.items).toContainEqual(
    expect.objectContaining({ field: 'CTA', value: [lost], problem: expect.stringContaining('not found') }),
  )
  expect(JSON.stringify(back.request ?? {})).not.toContain(lost)
})

test('refuses changes of another goal, a goal that is not there, and nothing at all', async () => {
  const [one, other] = [someGoal(), someGoal()]
  await update(other.gsid, { Name: 'Other' })
  const [foreign] = await idsOf(other.gsid, 'Name')
  expect(await ask(one.gsid, { changes: [foreign] })).toMatchObject({
    status: 400,
    json: { fields: { changes: 'This goal has no such change.' } },
  })
  expect((await ask('1CG0NOTHING', { at: 0 })).status).toBe(404)
  expect((await ask(one.gsid, { changes: [] })).status).toBe(400)
  expect((await ask(one.gsid, {})).status).toBe(400)
})
