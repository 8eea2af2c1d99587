import { randomUUID } from 'node:crypto'
import type { FacetBucket, GoalPage, GoalRow } from '@goalkeeper/contract/goals'
import { overviewSchema } from '@goalkeeper/contract/overview'
import { ownCompanies } from '@goalkeeper/contract/people'
import { refusalOf } from '@goalkeeper/contract/policy'
import type { FilterTree } from '@goalkeeper/filter/tree'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { classifiedRoutes } from './classified-routes.ts'
import { createVisitor, startWithProvider, type WithProvider } from './start-with-provider.ts'
import { until } from './until.ts'

const csmField = ownCompanies.field
const updatePath = '/gainsight/v1/csgoal/external/update'
const createPath = '/gainsight/v1/csgoal/external/create'

let stage: WithProvider
let ana: Browser
/** An operator who is the CSM of some companies. */
let csm: Browser
let csmId: string
/** An operator whom Gainsight does not know. */
let stranger: Browser
let user: { gsid: string; name: string }
let inside: GoalRow[]
let outside: GoalRow[]

beforeAll(async () => {
  stage = await startWithProvider({ sandbox: { goals: 60 }, env: { SYNC_INTERVAL_SECONDS: '1' } })
  ana = await signIn('ana.reyes')
  await until(() => stage.bff.services.goalIndex.sync().complete)
  const rows = await until(async () => {
    const all = await goalsOf(ana)
    return all.some(({ fields }) => fields[csmField]) && all
  })
  const users = (
    (await ana.get('/api/users?search=&limit=100')).json as { records: { gsid: string; name: string; hint: string }[] }
  ).records
  const ofUser = (gsid: string) => rows.filter(({ fields }) => fields[csmField] === gsid)
  const busiest = users.toSorted((one, other) => ofUser(other.gsid).length - ofUser(one.gsid).length)[0]
  user = busiest ?? expect.fail('Nobody looks after a company.')
  inside = ofUser(user.gsid)
  outside = rows.filter((row) => !inside.includes(row))
  expect([inside.length > 1, outside.length > 10]).toEqual([true, true])
  // A name by which what must not be seen is known wherever it turns up.
  for (const { gsid } of outside) await stage.bff.sandbox.changeRecord(gsid, { record: { Name: `Canary ${gsid}` } })
  await until(
    async () =>
      (await goalsOf(ana)).filter(({ fields }) => String(fields['Name']).startsWith('Canary')).length ===
      outside.length,
  )

  const person = {
    name: 'A CSM',
    email: (busiest?.hint ?? '').toUpperCase(),
    email_verified: true,
    groups: ['gk-operators'],
  }
  stage.provider.people.push({ ...person, sub: 'csm' })
  csm = await signIn('csm')
  csmId = ((await csm.get('/api/me')).json as { id: string }).id
  stranger = await signIn('otto.lind')
  await see(csmId, ownCompanies)
  await see(((await stranger.get('/api/me')).json as { id: string }).id, ownCompanies)
})
afterAll(() => stage.stop())
beforeEach(() => see(csmId, ownCompanies))

async function signIn(who: string): Promise<Browser> {
  const visitor = createVisitor(stage)
  expect((await visitor.signIn(who)).status).toBe(200)
  return visitor
}
async function see(id: string, scope: unknown) {
  const reply = await ana.put(`/api/people/${id}`, { scope })
  expect(reply).toMatchObject({ status: 200, json: { scope } })
}
async function page(browser: Browser, asked: object = {}): Promise<GoalPage> {
  const reply = await browser.post('/api/goals/query', { limit: 500, ...asked })
  expect(reply.status).toBe(200)
  return reply.json as GoalPage
}
const goalsOf = async (browser: Browser, filter: FilterTree | null = null) => (await page(browser, { filter })).rows
const gsidsOf = (rows: { gsid: string }[]) => rows.map(({ gsid }) => gsid).toSorted()
const sumOf = (buckets: FacetBucket[] = []) => buckets.reduce((sum, { count }) => sum + count, 0)
const one = (rows: GoalRow[]) => rows[0] ?? expect.fail('There is no goal.')
const update = (browser: Browser, gsid: string, record: object) =>
  browser.put(updatePath, { requests: [{ record: { Gsid: gsid, ...record } }] }, { 'idempotency-key': randomUUID() })
const create = (browser: Browser, CompanyId: unknown) => {
  const record = { Name: `New ${randomUUID()}`, EntityType: 'COMPANY', StatusName: 'New', CompanyId }
  return browser.post(createPath, { requests: [{ record }] }, { 'idempotency-key': randomUUID() })
}

describe('who sees the goals of their own companies', () => {
  test('has these in lists, totals and facets, and is told so', async () => {
    const { rows, total, facets } = await page(csm, { facets: ['StatusName', 'CompanyId', csmField] })
    expect(gsidsOf(rows)).toEqual(gsidsOf(inside))
    expect(total).toBe(inside.length)
    expect([sumOf(facets['StatusName']), sumOf(facets['CompanyId'])]).toEqual([total, total])
    // Not even by leaving out the condition on the facet's own field.
    expect(facets[csmField]?.filter(({ count }) => count > 0)).toMatchObject([{ value: user.gsid, label: user.name }])
    expect((await csm.get('/api/me')).json).toMatchObject({ scope: ownCompanies, gainsightUser: { gsid: user.gsid } })
    expect((await page(csm, { filter: { field: 'Gsid', op: 'IN', value: gsidsOf(outside) } })).total).toBe(0)
    const file = await csm.post('/api/goals/export', { format: 'csv', columns: ['Name'] })
    expect(file.headers.get('x-goalkeeper-rows')).toBe(String(inside.length))
    expect(inside.filter(({ gsid }) => !file.text.includes(gsid))).toEqual([])
    const some = { gsids: [one(inside).gsid, one(outside).gsid] }
    const few = await csm.post('/api/goals/export', { format: 'csv', goals: some, columns: ['Name'] })
    expect(few.headers.get('x-goalkeeper-rows')).toBe('1')
  })

  test('has an Overview of these, also of days gone by', async () => {
    const shown = await until(async () => {
      const read = overviewSchema.parse((await csm.post('/api/goals/overview', {})).json)
      return (read.days?.length ?? 0) > 0 && read
    })
    expect(shown.total).toBe(inside.length)
    expect(shown.csms).toMatchObject([{ csm: user.gsid, label: user.name }])
    expect(shown.orphans.withoutCsm).toBe(0)
    const sumsOfDays = (shown.days ?? []).map(({ goals }) =>
      Object.values(goals).reduce((one, other) => one + other, 0),
    )
    expect(sumsOfDays).toEqual([inside.length])
    // What is kept of days is not kept by other traits: nothing is told rather than too much.
    const filter = { field: 'EntityType', op: 'EQ', value: ['COMPANY'] }
    expect((await csm.post('/api/goals/overview', { filter })).json).toMatchObject({ days: null })
  })

  test('sees of every filter what everybody sees, as far as it is theirs', async () => {
    const condition: fc.Arbitrary<FilterTree> = fc.constantFrom<FilterTree[]>(
      { field: 'StatusName', op: 'IN', value: ['New', 'On Track'] },
      { field: 'StatusName', op: 'NE', value: ['New'] },
      { field: 'DueDate', op: 'GTE', value: ['TODAY'] },
      { field: 'CTA', op: 'IS_NULL' },
      { field: 'Open', op: 'EQ', value: [true] },
      { field: csmField, op: 'NE', value: ['@me'] },
      { field: csmField, op: 'EQ', value: [user.gsid] },
      { or: [] },
      { and: [] },
    )
    const { tree } = fc.letrec<{ tree: FilterTree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        condition,
        fc.array(tie('tree'), { maxLength: 3 }).map((or) => ({ or })),
        fc.array(tie('tree'), { maxLength: 3 }).map((and) => ({ and })),
        tie('tree').map((not) => ({ not })),
      ),
    }))
    const known = new Set(gsidsOf(inside))
    await fc.assert(
      fc.asyncProperty(tree, async (filter) => {
        const mine = JSON.parse(JSON.stringify(filter).replaceAll('@me', user.gsid)) as FilterTree
        const all = gsidsOf(await goalsOf(ana, mine)).filter((gsid) => known.has(gsid))
        expect(gsidsOf(await goalsOf(csm, filter))).toEqual(all)
      }),
      { numRuns: 40 },
    )
  })

  test('changes these goals only: any other is not there', async () => {
    const { gsid } = one(inside)
    expect((await update(csm, gsid, { Name: 'Mine' })).status).toBe(200)
    const applied = stage.bff.sandbox.stats().writes.applied
    const other = await update(csm, one(outside).gsid, { Name: 'Not mine' })
    const none = await update(csm, `1CG0${'Z'.repeat(32)}`, { Name: 'Not there' })
    const sentenceOf = ({ json }: typeof other) => (json as { detail: string }).detail.replace(/1CG0\w+/, '')
    expect([other.status, sentenceOf(other)]).toEqual([none.status, sentenceOf(none)])
    expect(other.status).toBe(404)
    expect(stage.bff.sandbox.stats().writes.applied).toBe(applied)
  })

  test('creates goals for their own companies only', async () => {
    const made = await create(csm, one(inside).fields['CompanyId'])
    expect(made.status).toBe(200)
    const calls = stage.bff.sandbox.stats().byRoute['createGoal']
    expect(await create(csm, one(outside).fields['CompanyId'])).toMatchObject({
      status: 403,
      json: { detail: expect.stringContaining('would not be among those that you see') },
    })
    expect(stage.bff.sandbox.stats().byRoute['createGoal']).toBe(calls)
  })

  test('hears that goals changed, but not which, and of no write of others', async () => {
    const leave = new AbortController()
    const cookie = [...csm.cookies].map((pair) => pair.join('=')).join('; ')
    const stream = await fetch(`${stage.publicUrl}/api/events`, { headers: { cookie }, signal: leave.signal })
    let told = ''
    const reading = (async () => {
      for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) told += chunk
    })().catch(() => undefined)
    await update(ana, one(outside).gsid, { Name: 'Canary, by somebody else' })
    const own = await update(csm, one(inside).gsid, { Name: 'By me' })
    expect(own.status).toBe(200)
    await until(() => told.includes('By me'))
    leave.abort()
    await reading
    expect(told).toContain('event: goals')
    expect(told).not.toContain('Canary')
    for (const { gsid } of outside) expect(told).not.toContain(gsid)
  })

  test('a search finds them only there', async () => {
    const textOf = ({ fields }: GoalRow, field: string) => String(fields[field])
    const own = await goalsOf(csm)
    const theirs = new Set(gsidsOf(own))
    const searches = [
      'Canary',
      textOf(one(outside), 'CompanyName'),
      textOf(one(own), 'CompanyName'),
      textOf(one(own), 'Name'),
    ]
    for (const search of searches) {
      const [seen, all] = [await page(csm, { search, facets: ['StatusName'] }), await page(ana, { search })]
      const expected = all.rows.filter(({ gsid }) => theirs.has(gsid))
      expect(gsidsOf(seen.rows)).toEqual(gsidsOf(expected))
      expect([seen.total, sumOf(seen.facets['StatusName'])]).toEqual([expected.length, expected.length])
      expect(all.total, search).toBeGreaterThan(0)
    }
  })

  test('an open stream ends when what they see becomes another', async () => {
    const cookie = [...csm.cookies].map((pair) => pair.join('=')).join('; ')
    const stream = await fetch(`${stage.publicUrl}/api/events`, { headers: { cookie } })
    await see(csmId, null)
    expect(await stream.text()).toContain('event: sync')
    expect((await page(csm)).total).toBe((await page(ana)).total)
  })
})

test('without a Gainsight user, “me” is nobody: no goal is seen by it, and a filter with it says why', async () => {
  expect((await page(stranger)).total).toBe(0)
  const mine: FilterTree = { field: csmField, op: 'EQ', value: ['@me'] }
  const reply = await stranger.post('/api/goals/query', { filter: { not: mine } })
  expect(reply).toMatchObject({
    status: 400,
    json: { fields: { filter: expect.stringContaining('no user of your e-mail') } },
  })
  expect(gsidsOf(await goalsOf(csm, mine))).toEqual(gsidsOf(await goalsOf(csm)))
})

test('a scope has to make sense, is for no admin, and stands in Activity', async () => {
  const bad = await ana.put(`/api/people/${csmId}`, { scope: { field: 'Nmae', op: 'EQ', value: ['x'] } })
  expect(bad).toMatchObject({ status: 400, json: { fields: { scope: expect.stringContaining('no field "Nmae"') } } })
  const me = ((await ana.get('/api/me')).json as { id: string }).id
  await see(me, ownCompanies)
  expect((await page(ana)).total).toBeGreaterThan(inside.length)
  const { entries } = (await ana.post('/api/activity/query', { filter: { kinds: ['deed'] } })).json as {
    entries: { words: string }[]
  }
  expect(entries.map(({ words }) => words)).toContain('Let A CSM see the goals whose CSM user is me.')
})

test('a token sees no more than it is given', async () => {
  const scope: FilterTree = { field: csmField, op: 'EQ', value: [user.gsid] }
  const made = await ana.post('/api/tokens', { name: 'Narrow', role: 'editor', days: 1, scope })
  const headers = { authorization: `Bearer ${(made.json as { secret: string }).secret}` }
  const script = createBrowser(stage.publicUrl)
  const reply = await script.post('/api/goals/query', { limit: 500 }, headers)
  expect(gsidsOf((reply.json as GoalPage).rows)).toEqual(gsidsOf(await goalsOf(csm)))
  const raw = { select: ['Gsid'], pageSize: 10, pageNumber: 1 }
  const live = await script.post('/gainsight/v1/csgoal/external/fetch', raw, headers)
  expect(live.status).toBe(403)
  expect(live.text).toContain('/api/goals/query')
})

describe('no route tells of a goal that is not seen', () => {
  /** A body for every route that takes one: a new one fails here until it has its own. */
  const bodies: Record<string, () => unknown> = {
    queryGoals: () => ({ limit: 500, facets: ['CompanyId', 'CreatedById'] }),
    queryGoalGroups: () => ({ group: { field: 'CompanyId', direction: 'asc' } }),
    printGoalsCall: () => ({ filter: null }),
    readOverview: () => ({}),
    exportGoals: () => ({ format: 'csv' }),
    previewPutBack: () => ({ at: 0 }),
    settleWrite: () => ({ gsid: null }),
    readNames: () => ({ kind: 'user', ids: [user.gsid] }),
    queryActivity: () => ({ limit: 500 }),
    createChangeSet: () => ({ goals: { gsids: [one(outside).gsid] }, deeds: [{ kind: 'move-due', days: 1 }] }),
    saveChangeSet: () => ({ reason: 'Mine' }),
    queryChangeRows: () => ({ limit: 500 }),
    saveChangeRow: () => ({ included: true }),
    saveChangeRows: () => ({ part: 'all', included: true }),
    runChangeSet: () => ({ expected: 1 }),
    retryChangeSet: () => ({ part: 'failed' }),
    saveMapping: () => ({ columns: [] }),
    decideImport: () => ({ decisions: [{ column: 0, value: 'x', decided: null }] }),
    queryImportRows: () => ({ limit: 500 }),
    saveImportRow: () => ({ cells: {} }),
    createReview: () => ({ name: 'Mine', filter: null }),
    queryReviewItems: () => ({ limit: 500 }),
    takeNext: () => ({ ready: 3 }),
    saveDecision: () => ({ kind: 'keep' }),
    countGoals: () => ({ lists: [{ filter: null }] }),
    createView: () => ({ name: `Mine ${randomUUID()}`, state: {} }),
    saveView: () => ({ version: 1, name: 'Renamed' }),
    saveViewTabs: () => ({ pins: [], default: null }),
    createLink: () => ({ state: {}, frozen: { filter: null } }),
    repeatReview: () => ({ name: 'Again' }),
    'gateway.fetchGoals': () => ({ select: ['Gsid', 'Name'], pageSize: 100, pageNumber: 1 }),
    'gateway.queryObject': () => ({ select: ['Gsid', 'Name'], limit: 100, offset: 0 }),
    'gateway.listCtas': () => ({ select: ['Gsid'], pageSize: 10, pageNumber: 1 }),
    'gateway.listSuccessPlans': () => ({ select: ['Gsid'], pageSize: 10, pageNumber: 1 }),
    'gateway.describeObjects': () => ({ objectNames: ['company'] }),
    'gateway.listUsers': () => ({ select: ['Gsid'], limit: 10, page: 0 }),
    'gateway.createGoal': () => ({
      requests: [
        {
          record: { Name: 'x', EntityType: 'COMPANY', StatusName: 'New', CompanyId: one(outside).fields['CompanyId'] },
        },
      ],
    }),
    'gateway.updateGoal': () => ({ requests: [{ record: { Gsid: one(outside).gsid, Name: 'x' } }] }),
  }
  const allowed = classifiedRoutes.filter(
    ({ needs, operation }) =>
      needs !== 'none' && needs !== 'self' && refusalOf('operator', needs) === null && operation !== 'events',
  )

  test('and every route that an operator may use is tried', () => {
    const withBody = allowed.filter(({ body }) => body).map(({ operation }) => operation)
    expect(withBody.filter((operation) => !(operation in bodies))).toEqual([])
  })

  /** What nobody of a scope may see, by the beginning of the paths that name it; each made anew, as a route may end it. */
  const makers: Record<string, (gsid: string) => Promise<string>> = {
    '/api/writes/': async (gsid) => {
      const id = randomUUID()
      const body = { requests: [{ record: { Gsid: gsid, Name: `Canary ${id}` } }] }
      await ana.put(updatePath, body, { 'idempotency-key': id })
      return id
    },
    '/api/changes/': (gsid) =>
      made('/api/changes', { goals: { gsids: [gsid] }, deeds: [{ kind: 'append', html: '<p>Canary</p>' }] }),
    '/api/reviews/': (gsid) => made('/api/reviews', { name: 'Canary', filter: filterOf(gsid) }),
    '/api/imports/': async (gsid) => {
      const file = await ana.post('/api/imports?name=Canary.csv', `Gsid,Name\n${gsid},Canary`, {
        'content-type': 'text/csv',
      })
      return idOf(file)
    },
    '/api/views/': (gsid) => made('/api/views', { name: `Canary ${randomUUID()}`, state: { filter: filterOf(gsid) } }),
  }
  const filterOf = (gsid: string) => ({ field: 'Gsid', op: 'EQ', value: [gsid] })
  const idOf = (reply: { json: unknown }) => (reply.json as { id: string }).id
  const made = async (path: string, body: object) => idOf(await ana.post(path, body))

  beforeAll(async () => {
    // So that there is one of each that a list could show.
    for (const make of Object.values(makers)) await make(one(outside).gsid)
  })

  test.each(allowed)('$name', async ({ method, pattern, path, body, operation }) => {
    const { gsid } = one(outside)
    const start = Object.keys(makers).find((beginning) => pattern.startsWith(beginning))
    const id = start && (await makers[start]?.(gsid))
    const row = start === '/api/imports/' ? '2' : '1'
    const isOfGoal = pattern.startsWith('/api/goals') && pattern.includes(':gsid')
    const address =
      id || isOfGoal
        ? pattern
            .replace(':gsid', gsid)
            .replace(':id', id ?? '')
            .replace(':row', row)
        : path
    const reply = await csm.send(address, { method, ...(body && { body: bodies[operation]?.() }) })
    expect(reply.text).not.toContain('Canary')
    const asked = address + JSON.stringify(bodies[operation]?.() ?? '')
    for (const goal of outside) if (!asked.includes(goal.gsid)) expect(reply.text).not.toContain(goal.gsid)
    if (asked.includes(gsid) || (id && address.includes(id))) expect([403, 404]).toContain(reply.status)
  })
})
