import type { GoalDetail } from '@goalkeeper/contract/goals'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'

let bff: Bff
let goals: ReturnType<typeof goalsOf>
let gsids: string[]

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 60 }, env: { SYNC_INTERVAL_SECONDS: '86400' } })
  goals = goalsOf(bff)
  await goals.settled()
  gsids = (await goals.all({ filter: { field: 'CTA', op: 'IS_NOT_NULL' } })).map(({ gsid }) => gsid)
})
afterAll(() => bff.stop())

const goalReads = () => bff.sandbox.stats().byRoute['fetchGoals'] ?? 0
const read = (gsid = '', search = '', headers = {}) => bff.browser.get(`/api/goals/${gsid}${search}`, headers)

describe('GET /api/goals/:gsid', () => {
  it('gives every field, description and associations included', async () => {
    const gsid = gsids[0] ?? ''
    const goal = (await read(gsid)).json as GoalDetail
    const stored = bff.sandbox.record(gsid)
    expect(goal.fields).toMatchObject({
      Gsid: gsid,
      Name: stored?.record.Name,
      Description: stored?.record['Description'] || null,
      StatusId: stored?.record['StatusId'],
    })
    expect(goal.CTA.toSorted()).toEqual([...(stored?.links?.CTA ?? [])].toSorted())
    expect(goal.links.map((link) => link.gsid)).toEqual([...goal.CTA, ...goal.SP])
    expect(goal.links[0]).toMatchObject({ kind: 'CTA', name: bff.sandbox.record(goal.CTA[0] ?? '')?.record.Name })
    expect(goal.writes).toEqual([])
  })

  it('carries an ETag that stays while the goal does, and answers 304 to it', async () => {
    const first = await read(gsids[1])
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[^"]+"$/)
    expect((await read(gsids[1])).headers.get('etag')).toBe(etag)
    expect((await read(gsids[1], '?fresh=1')).headers.get('etag')).toBe(etag)
    const again = await read(gsids[1], '', { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(again.text).toBe('')
  })

  it('reads the goal from the tenant when it is to be fresh, in one call, and tells what has changed', async () => {
    const gsid = gsids[2] ?? ''
    const { headers } = await read(gsid)
    await bff.sandbox.changeRecord(gsid, { record: { Name: 'Changed elsewhere' }, links: { SP: [] } })
    expect((await goals.read(gsid)).fields['Name']).not.toBe('Changed elsewhere')
    const before = goalReads()
    const fresh = await read(gsid, '?fresh=1')
    expect(goalReads() - before).toBe(1)
    expect((fresh.json as GoalDetail).fields['Name']).toBe('Changed elsewhere')
    expect(fresh.headers.get('etag')).not.toBe(headers.get('etag'))
    expect((await goals.query({ filter: { field: 'Name', op: 'EQ', value: ['Changed elsewhere'] } })).total).toBe(1)
    expect((await goals.changes(gsid)).map(({ field }) => field)).toContain('Name')
  })

  it('has another ETag when only an association has changed', async () => {
    const gsid = gsids[3] ?? ''
    const etag = (await read(gsid)).headers.get('etag')
    await bff.sandbox.changeRecord(gsid, { links: { CTA: [] } })
    const fresh = await read(gsid, '?fresh=1')
    expect((fresh.json as GoalDetail).CTA).toEqual([])
    expect(fresh.headers.get('etag')).not.toBe(etag)
  })

  it('says that a goal is gone once the tenant says so', async () => {
    const gsid = gsids[4] ?? ''
    const { total } = await goals.query({ limit: 0 })
    await bff.sandbox.deleteRecord(gsid)
    const reply = await read(gsid, '?fresh=1')
    expect(reply.status).toBe(404)
    expect(reply.json).toMatchObject({ code: 'not-found', detail: expect.stringContaining('no longer in Gainsight') })
    expect((await goals.query({ limit: 0 })).total).toBe(total - 1)
    expect((await read(gsid)).status).toBe(404)
  })

  it('does not know a goal that never was', async () => {
    const reply = await read('1CG00000000000000000000000000000NONE')
    expect(reply.status).toBe(404)
    expect(reply.json).toMatchObject({ detail: expect.stringContaining('Gainsight has no goal') })
    expect(await goals.changes('1CG00000000000000000000000000000NONE')).toEqual([])
  })
})

describe('a write through the gateway', () => {
  it('is in the index before its reply, and is kept as a difference by who wrote it', async () => {
    const gsid = gsids[5] ?? ''
    const { CTA } = await goals.read(gsid)
    const body = {
      requests: [
        {
          record: { Gsid: gsid, Name: 'Written here', StatusName: 'At Risk', DueDate: '2030-02-03' },
          dissociation: { CTA: CTA.slice(0, 1) },
        },
      ],
    }
    const reply = await bff.browser.put('/gainsight/v1/csgoal/external/update', body)
    expect(reply.status).toBe(200)
    const after = await goals.read(gsid)
    expect(after.fields).toMatchObject({
      Name: 'Written here',
      StatusName: 'At Risk',
      StatusMeaning: 'at risk',
      DueDate: '2030-02-03',
    })
    expect(after.CTA).toEqual(CTA.slice(1))
    const changes = await goals.changes(gsid)
    expect(changes.map(({ field }) => field).toSorted()).toEqual(expect.arrayContaining(['CTA', 'DueDate', 'Name']))
    for (const change of changes) expect(change).toMatchObject({ source: 'write', by: 'you' })

    // What the tenant then shows is no further difference.
    const fresh = (await read(gsid, '?fresh=1')).json as GoalDetail
    expect(fresh.fields).toMatchObject({ Name: 'Written here', StatusName: 'At Risk', DueDate: '2030-02-03' })
    expect(await goals.changes(gsid)).toEqual(changes)
  })

  it('puts a created goal into the list', async () => {
    const { total, rows } = await goals.query({ limit: 1 })
    const record = {
      Name: 'Made here',
      StatusName: 'New',
      EntityType: 'COMPANY',
      CompanyId: rows[0]?.fields['CompanyId'],
    }
    const reply = await bff.browser.post('/gainsight/v1/csgoal/external/create', {
      requests: [{ record }],
      lookups: {},
    })
    expect(reply.status).toBe(200)
    const page = await goals.query({ filter: { field: 'Name', op: 'EQ', value: ['Made here'] } })
    expect(page.rows[0]?.fields).toMatchObject({ CompanyName: rows[0]?.fields['CompanyName'], StatusName: 'New' })
    expect((await goals.query({ limit: 0 })).total).toBe(total + 1)
    expect(await goals.changes(page.rows[0]?.gsid ?? '')).toMatchObject([
      { field: 'Gsid', before: null, source: 'write' },
    ])
  })
})
