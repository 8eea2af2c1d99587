import { randomUUID } from 'node:crypto'
import type { ActivityEntry, ActivityFilter } from '@goalkeeper/contract/activity'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

const updatePath = '/gainsight/v1/csgoal/external/update'
const env = { SYNC_INTERVAL_SECONDS: '1', GAINSIGHT_CALLS_PER_DAY: '10000000', GAINSIGHT_TIMEOUT_SECONDS: '6' }

let bff: Bff
let goals: ReturnType<typeof goalsOf>
let rows: GoalRow[]

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 60, callsPerDay: 10_000_000 }, env })
  goals = goalsOf(bff)
  await goals.settled()
  rows = await goals.all({ sort: [{ field: 'Gsid', direction: 'asc' }] })
})
afterAll(() => bff.stop())
beforeEach(() => bff.sandbox.faults([]))

type Page = { entries: ActivityEntry[]; next: string | null }

/** A goal for each test, so that none sees what another did. */
let used = 0
const someGoal = () => rows[used++] ?? expect.fail('There are no goals left.')

async function page(filter: ActivityFilter = {}, rest: { after?: string | null; limit?: number } = {}): Promise<Page> {
  const reply = await bff.browser.post('/api/activity/query', { filter, ...rest })
  expect(reply.status).toBe(200)
  return reply.json as Page
}
const entries = async (filter: ActivityFilter = {}) => (await page(filter, { limit: 500 })).entries

const update = (gsid: string, record: object, headers: Record<string, string> = {}) =>
  bff.browser.put(updatePath, { requests: [{ record: { Gsid: gsid, ...record } }] }, headers)

/** Resolves when a sync has looked at everything that is there now. */
async function syncedAgain() {
  const since = Date.now()
  await goals.synced(({ answeredAt }) => (answeredAt ?? 0) > since + 1_500)
}

describe('who did what', () => {
  test('a change made here bears who made it, on which screen, and is told once', async () => {
    const { gsid, fields } = someGoal()
    const id = randomUUID()
    await update(gsid, { Name: 'Told once' }, { 'x-goalkeeper-screen': 'list', 'idempotency-key': id })
    await syncedAgain()
    const told = await entries({ gsid })
    expect(told).toEqual([
      expect.objectContaining({
        kind: 'change',
        field: 'Name',
        before: fields['Name'],
        after: 'Told once',
        actor: expect.any(String),
        actorId: expect.stringMatching(/^person:/),
        through: 'goalkeeper',
        screen: 'list',
        goalName: 'Told once',
        notBefore: null,
      }),
    ])
    expect((await bff.browser.get(`/api/writes/${id}`)).json).toMatchObject({
      actorId: told[0]?.actorId,
      screen: 'list',
    })
    expect(await goals.changes(gsid)).toMatchObject([
      { writeId: id, byId: told[0]?.actorId, screen: 'list', source: 'write' },
    ])
  })

  test('a change whose reply is lost is told once too, as ours', async () => {
    const { gsid } = someGoal()
    bff.sandbox.faults([{ kind: 'no-answer', applied: true, route: 'updateGoal' }])
    const id = randomUUID()
    const lost = update(gsid, { Name: 'Seen before its reply' }, { 'idempotency-key': id })
    await until(async () => (await goals.changes(gsid)).length > 0)
    expect(await goals.changes(gsid)).toMatchObject([{ field: 'Name', source: 'write', writeId: id }])
    await lost
    bff.sandbox.faults([])
    await until(
      async () => ((await bff.browser.get(`/api/writes/${id}`)).json as { state: string }).state === 'confirmed',
    )
    expect(await entries({ gsid })).toMatchObject([{ kind: 'change', field: 'Name', through: 'goalkeeper' }])
  })

  test('a change made in Gainsight bears whom Gainsight names, and since when it can be', async () => {
    const { gsid } = someGoal()
    await bff.sandbox.changeRecord(gsid, { record: { Name: 'Renamed there' } })
    const told = await until(async () => {
      const found = await entries({ gsid })
      return found.length > 0 && found
    })
    const modifier = String(bff.sandbox.record(gsid)?.record['ModifiedById'])
    expect(told).toMatchObject([
      {
        kind: 'change',
        through: 'gainsight',
        actor: bff.sandbox.record(modifier)?.record.Name,
        actorId: null,
        screen: null,
        notBefore: expect.any(Number),
      },
    ])
  })

  test('a write that Gainsight refuses stands there with its reason', async () => {
    const { gsid, fields } = someGoal()
    await update(gsid, { StatusName: 'No such status' })
    expect(await entries({ gsid })).toMatchObject([
      {
        kind: 'write',
        through: 'goalkeeper',
        goalName: fields['Name'],
        words: expect.stringMatching(/^To change it was refused: ./),
      },
    ])
  })

  test('a write that makes no difference stands there too', async () => {
    const { gsid, fields } = someGoal()
    await update(gsid, { Name: fields['Name'] })
    expect(await entries({ gsid })).toMatchObject([{ kind: 'write', words: 'Saved it: no difference was seen.' }])
  })

  test('what an admin does is a deed', async () => {
    await bff.browser.put('/api/connection/stopped', { stopped: true }, { 'x-goalkeeper-screen': 'connection' })
    await bff.browser.put('/api/connection/stopped', { stopped: false })
    await bff.browser.put('/api/settings', { addressPattern: 'https://acme.example/{gsid}' })
    const deeds = await entries({ kinds: ['deed'] })
    expect(deeds.map(({ words }) => words)).toEqual([
      'Changed the address of goals in Gainsight from nothing to https://acme.example/{gsid}.',
      'Let calls to Gainsight go again.',
      'Stopped all calls to Gainsight.',
    ])
    expect(deeds[2]).toMatchObject({ screen: 'connection', actor: expect.any(String), gsid: null })
  })
})

describe('the pages', () => {
  test('give everything once, in one order, from all that tell', async () => {
    const whole = await entries()
    expect(new Set(whole.map(({ kind }) => kind))).toEqual(new Set(['change', 'write', 'deed']))
    expect(whole.map(({ id }) => id)).toEqual(
      whole
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    )
    expect(whole.map(({ at }) => at)).toEqual(whole.map(({ at }) => at).toSorted((one, other) => other - one))
    const end = (whole[0]?.at ?? 0) + 1
    const paged: ActivityEntry[] = []
    for (let after: string | null = null; ;) {
      const { entries: some, next } = await page({ until: end }, { after, limit: 2 })
      paged.push(...some)
      if (next === null) break
      after = next
    }
    expect(paged).toEqual(whole)
  })

  test('go on behind entries of the same moment, whatever tells them', async () => {
    const { db } = bff.services.database
    const at = 1_600_000_000_000
    const deed = { kind: 'deed' as const, at, actor: 'Then', actor_id: 'person:then', screen: null, gsid: null }
    await db
      .insertInto('activity_deed')
      .values([1, 2].map((n) => ({ ...deed, words: `Deed ${n}` })))
      .execute()
    const change = {
      gsid: '1CG0THEN',
      before: '1',
      after: '2',
      by: 'Then',
      source: 'sync' as const,
      write_id: null,
      by_id: null,
      screen: null,
      seen_before: null,
      seen_at: at,
    }
    await db
      .insertInto('goal_change')
      .values(['A', 'B'].map((field) => ({ ...change, field })))
      .execute()
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const { entries: some, next } = await page({ until: at + 1 }, { after, limit: 1 })
      seen.push(...some.map(({ field, words }) => field ?? words ?? ''))
      if (next === null) break
      after = next
    }
    expect(seen).toEqual(['B', 'A', 'Deed 2', 'Deed 1'])
  })

  test('are narrowed by kind, way, person, field, goal and time', async () => {
    const whole = await entries()
    const narrowed = async (filter: ActivityFilter, holds: (entry: ActivityEntry) => boolean) => {
      const expected = whole.filter(holds)
      expect(expected.length).toBeGreaterThan(0)
      expect(expected.length).toBeLessThan(whole.length)
      expect(await entries({ until: (whole[0]?.at ?? 0) + 1, ...filter })).toEqual(expected)
    }
    const { actor, gsid } = whole.find(({ through }) => through === 'gainsight') ?? expect.fail('None is of Gainsight.')
    await narrowed({ kinds: ['write', 'deed'] }, ({ kind }) => kind !== 'change')
    await narrowed({ through: 'gainsight' }, ({ through }) => through === 'gainsight')
    await narrowed({ actors: [actor ?? ''] }, (entry) => entry.actor === actor)
    await narrowed({ fields: ['Name'] }, ({ field }) => field === 'Name')
    await narrowed({ gsid: gsid ?? '' }, (entry) => entry.gsid === gsid)
    const middle = whole[2]?.at ?? 0
    await narrowed({ since: middle }, ({ at }) => at >= middle)
    await narrowed({ until: middle }, ({ at }) => at < middle)
  })

  test('refuse a place that is none', async () => {
    const reply = await bff.browser.post('/api/activity/query', { after: "1'; --" })
    expect(reply).toMatchObject({ status: 400, json: { code: 'invalid' } })
  })

  test('everyone who stands there is named once, by name', async () => {
    const { actors } = (await bff.browser.get('/api/activity/actors')).json as { actors: string[] }
    const expected = new Set((await entries()).flatMap(({ actor }) => actor ?? []))
    expect(actors).toEqual([...expected].toSorted(new Intl.Collator('en').compare))
  })
})

describe('the export', () => {
  const exported = async (filter: ActivityFilter) =>
    bff.browser.get(`/api/activity/export.csv?filter=${encodeURIComponent(JSON.stringify(filter))}`)

  test('has every entry of the filter, as a file with the day in its name, and no formulas', async () => {
    const { gsid } = someGoal()
    const formula = '=HYPERLINK("https://evil.example")'
    expect(await update(gsid, { Name: formula })).toMatchObject({ status: 200 })
    const reply = await exported({ gsid })
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(reply.headers.get('content-disposition')).toMatch(/filename="activity-\d{4}-\d\d-\d\d\.csv"/)
    const [header, ...lines] = reply.text.trimEnd().split('\r\n')
    expect(header).toMatch(/^When,Not before,Who,/)
    expect(lines).toEqual([expect.stringContaining(`"'=HYPERLINK(""https://evil.example"")"`)])
    const all = (await exported({})).text.trimEnd().split('\r\n')
    expect(all).toHaveLength((await entries()).length + 1)
  })

  test('says what is wrong with a filter', async () => {
    expect(await exported({ fields: 'Name' } as object)).toMatchObject({ status: 400, json: { code: 'invalid' } })
    expect(await bff.browser.get('/api/activity/export.csv?filter={')).toMatchObject({ status: 400 })
  })
})

describe('the history of a goal', () => {
  test('comes whole, and in parts when it is long', async () => {
    const { gsid } = someGoal()
    const { db } = bff.services.database
    const change = {
      gsid,
      field: 'CTA',
      before: '[]',
      by: null,
      source: 'sync' as const,
      write_id: null,
      by_id: null,
      screen: null,
      seen_before: null,
      seen_at: 1,
    }
    const ids = Array.from({ length: 1_003 }, (_, index) => `C${index}`)
    await db
      .insertInto('goal_change')
      .values(ids.map((id) => ({ ...change, after: JSON.stringify([id]) })))
      .execute()
    type Changes = { changes: { id: string; after: string[] }[]; more: boolean }
    const first = (await bff.browser.get(`/api/goals/${gsid}/changes`)).json as Changes
    expect(first.more).toBe(true)
    const rest = (await bff.browser.get(`/api/goals/${gsid}/changes?before=${first.changes.at(-1)?.id}`))
      .json as Changes
    expect(rest.more).toBe(false)
    expect([...first.changes, ...rest.changes].flatMap(({ after }) => after)).toEqual(ids.toReversed())
  })
})
