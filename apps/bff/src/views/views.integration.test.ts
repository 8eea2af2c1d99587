import { randomUUID } from 'node:crypto'
import type { ActivityEntry } from '@goalkeeper/contract/activity'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { ownCompanies } from '@goalkeeper/contract/people'
import { type ListLink, mostViews, type View, type Views } from '@goalkeeper/contract/views'
import { switchedOn } from '@goalkeeper/filter/switched-off'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Reply } from '../../test/browser.ts'
import { createVisitor, startWithProvider, type WithProvider } from '../../test/start-with-provider.ts'
import { until } from '../../test/until.ts'

let stage: WithProvider
/** An admin, an editor, a viewer, and an operator who sees the goals of their own companies. */
let ana: Browser
let ben: Browser
let vera: Browser
let csm: Browser
let csmGoals: string[]

const open: FilterTree = { field: 'Open', op: 'EQ', value: [true] }
const state = { filter: open, sort: '-DueDate', columns: 'StatusName,Name:320', group: 'StatusName' }

beforeAll(async () => {
  stage = await startWithProvider({ sandbox: { goals: 80 }, env: { SYNC_INTERVAL_SECONDS: '1' } })
  const groups = { ana: 'gk-admins', ben: 'gk-editors', vera: 'gk-viewers' }
  for (const [sub, group] of Object.entries(groups))
    stage.provider.people.push({ sub, name: sub, email: `${sub}@example.org`, email_verified: true, groups: [group] })
  ana = await signIn('ana')
  ben = await signIn('ben')
  vera = await signIn('vera')
  await until(() => stage.bff.services.goalIndex.sync().complete)
  const csmField = ownCompanies.field
  const rows = await until(async () => {
    const all = (await page(ana, null)).rows
    return all.some(({ fields }) => fields[csmField]) && all
  })
  const { records } = (await ana.get('/api/users?search=&limit=100')).json as {
    records: { gsid: string; hint: string }[]
  }
  const ofUser = (gsid: string) => rows.filter(({ fields }) => fields[csmField] === gsid)
  const [busiest] = records.toSorted((one, other) => ofUser(other.gsid).length - ofUser(one.gsid).length)
  csmGoals = ofUser(busiest?.gsid ?? '').map(({ gsid }) => gsid)
  expect(csmGoals.length).toBeGreaterThan(1)
  const email = busiest?.hint ?? ''
  stage.provider.people.push({ sub: 'csm', name: 'A CSM', email, email_verified: true, groups: ['gk-operators'] })
  csm = await signIn('csm')
  const { id } = (await csm.get('/api/me')).json as { id: string }
  await ana.put(`/api/people/${id}`, { scope: ownCompanies })
})
afterAll(() => stage.stop())

async function signIn(who: string): Promise<Browser> {
  const visitor = createVisitor(stage)
  expect((await visitor.signIn(who)).status).toBe(200)
  return visitor
}
function resultOf<Result>({ status, text, json }: Reply): Result {
  expect(status, text).toBe(200)
  return json as Result
}
const page = async (browser: Browser, filter: FilterTree | null) =>
  resultOf<GoalPage>(await browser.post('/api/goals/query', { filter, limit: 500 }))
const views = async (browser: Browser) => resultOf<Views>(await browser.get('/api/views'))
const namesFor = async (browser: Browser) => (await views(browser)).views.map(({ name }) => name)
const make = async (browser: Browser, name: string, more: object = {}) =>
  resultOf<View>(await browser.post('/api/views', { name, state, ...more }))
const save = (browser: Browser, { id, version }: View, wish: object) =>
  browser.put(`/api/views/${id}`, { version, ...wish })
const deeds = async (browser: Browser) =>
  resultOf<{ entries: ActivityEntry[] }>(
    await browser.post('/api/activity/query', { filter: { kinds: ['deed'] }, limit: 500 }),
  ).entries.map(({ actor, words }) => `${actor}: ${words}`)

describe('a view', () => {
  test('keeps the state of a list as it is, with keys that nobody knows yet, and is its owner’s alone', async () => {
    const made = await make(ben, 'Open ones')
    expect(made).toMatchObject({ name: 'Open ones', mine: true, shared: false, mayChange: true, state, version: 1 })
    expect(await namesFor(ben)).toContain('Open ones')
    expect(await namesFor(ana)).not.toContain('Open ones')
    for (const reply of [await save(ana, made, { name: 'Hers' }), await ana.delete(`/api/views/${made.id}`)])
      expect(reply).toMatchObject({ status: 404, json: { code: 'not-found' } })
    expect(await deeds(ana)).toContain('ben: Made a view of their own.')
    expect((await deeds(ana)).join()).not.toContain('Open ones')
  })

  test('that is shared is seen by everyone, and changed by its owner and by admins', async () => {
    const made = await make(ben, 'Everyone’s', { shared: true })
    const seen = (await views(vera)).views.find(({ id }) => id === made.id)
    expect(seen).toMatchObject({ owner: 'ben', mine: false, mayChange: false, state })
    expect(await save(vera, made, { name: 'Mine now' })).toMatchObject({
      status: 403,
      json: { detail: 'The view “Everyone’s” is ben’s: they and admins can change it.' },
    })
    const changed = resultOf<View>(await save(ana, made, { state: { ...state, sort: 'Name' }, name: 'For all' }))
    expect(changed).toMatchObject({ owner: 'ben', mine: false, version: 2, changedBy: 'ana' })
    expect(await vera.delete(`/api/views/${made.id}`)).toMatchObject({ status: 403 })
    expect((await ana.delete(`/api/views/${made.id}`)).status).toBe(200)
    expect(await namesFor(ben)).not.toContain('For all')
    expect((await deeds(ana)).toReversed().filter((words) => words.includes('“'))).toEqual(
      expect.arrayContaining([
        'ben: Made the view “Everyone’s”.',
        'ana: Renamed the view “Everyone’s” to “For all”.',
        'ana: Changed the view “For all”: order.',
        'ana: Deleted the view “For all”.',
      ]),
    )
  })

  test('is shared by editors and those above them; who reads only has their own', async () => {
    const refusal = { status: 403, json: { detail: expect.stringContaining('needs the role editor') } }
    expect(await vera.post('/api/views', { name: 'Look', shared: true, state: {} })).toMatchObject(refusal)
    const own = await make(vera, 'Look')
    expect(await save(vera, own, { shared: true })).toMatchObject(refusal)
    expect(resultOf<View>(await save(vera, own, { name: 'Look again' })).name).toBe('Look again')
  })

  test('has a name of its own among its owner’s, whatever the case', async () => {
    const one = await make(ben, 'Renewals')
    const taken = {
      status: 409,
      json: { fields: { name: 'There is a view “RENEWALS” already: choose another name.' } },
    }
    expect(await ben.post('/api/views', { name: 'RENEWALS', state: {} })).toMatchObject(taken)
    const two = await make(ben, 'Other')
    expect(await save(ben, two, { name: 'RENEWALS' })).toMatchObject(taken)
    expect(resultOf<View>(await save(ben, one, { name: 'RENEWALS' })).name).toBe('RENEWALS')
    expect((await make(ana, 'Renewals')).name).toBe('Renewals')
  })

  test('that two people change is saved once; the other is told, and given what is there', async () => {
    const seen = await make(ben, 'Contended', { shared: true })
    const [one, other] = await Promise.all([
      save(ana, seen, { state: { sort: 'Name' } }),
      save(ben, seen, { state: { sort: 'DueDate' } }),
    ])
    const [won, lost] = one.status === 200 ? [one, other] : [other, one]
    expect(won.status).toBe(200)
    const { version, state, changedBy } = won.json as View
    expect(lost).toMatchObject({
      status: 412,
      json: { code: 'changed-elsewhere', current: { id: seen.id, version, state, changedBy } },
    })
    expect((lost.json as { detail: string }).detail).toMatch(/^(ana|ben) changed this view meanwhile/)
  })

  test('is refused when its state is no state of a list', async () => {
    const wrong = [
      { filter: 'banana' },
      { filter: { field: 'Name', op: 'LIKES', value: ['x'] } },
      { sort: ['Name'] },
      { 'not a key': 'x' },
      { q: 'x'.repeat(20_001) },
    ]
    for (const state of wrong)
      expect(await ben.post('/api/views', { name: 'Wrong', state })).toMatchObject({ status: 400 })
    expect(await ben.post('/api/views', { name: '  ', state: {} })).toMatchObject({
      status: 400,
      json: { fields: { name: 'Give it a name.' } },
    })
  })

  test('stands among so many at most', async () => {
    const { views: before } = await views(vera)
    const mine = before.filter((view) => view.mine).length
    for (let place = mine; place < mostViews; place++) await make(vera, `View ${place}`, { state: {} })
    expect(await vera.post('/api/views', { name: 'One more', state: {} })).toMatchObject({ status: 409 })
  })
})

test('tabs and the view that opens first are each person’s own, and forget views that they no longer see', async () => {
  const [shared, own] = [await make(ben, 'Tabbed', { shared: true }), await make(ana, 'Tabbed too')]
  const tabs = (browser: Browser, pins: string[], first: string | null) =>
    browser.put('/api/view-tabs', { pins, default: first })
  const set = resultOf<Views>(await tabs(ana, [own.id, shared.id, own.id, 'not-there'], shared.id))
  expect(set).toMatchObject({ pins: [own.id, shared.id], default: shared.id })
  expect(await views(vera)).toMatchObject({ pins: [], default: null })
  expect(await tabs(vera, [], own.id)).toMatchObject({ status: 404 })
  resultOf(await save(ben, shared, { shared: false }))
  expect(await views(ana)).toMatchObject({ pins: [own.id], default: null })
})

describe('a list link', () => {
  const link = async (browser: Browser, frozen: object | null, filter: FilterTree = open) =>
    resultOf<ListLink>(await browser.post('/api/links', { state: { ...state, filter }, frozen }))

  test('that is live shows the filter to whoever opens it', async () => {
    const { id } = await link(ben, null, { field: ownCompanies.field, op: 'EQ', value: ['@me'] })
    expect(id).toMatch(/^[a-z][a-z2-9]{9}$/)
    const opened = resultOf<ListLink>(await csm.get(`/api/links/${id}`))
    expect(opened).toMatchObject({ by: 'ben', frozen: null, mayDelete: false })
    expect((await page(csm, switchedOn(opened.state.filter ?? null))).total).toBe(csmGoals.length)
  })

  test('that is frozen shows the goals of then, as they are now', async () => {
    const then = await page(ana, open)
    const made = await link(ana, { filter: open })
    expect(made.frozen).toMatchObject({ goals: then.total, exact: true, filter: open })
    const list = made.frozen?.list ?? expect.fail('It is not frozen.')
    const closed = then.rows[0]?.gsid ?? ''
    const record = { Gsid: closed, StatusName: 'Achieved' }
    const update = '/gainsight/v1/csgoal/external/update'
    resultOf(await ana.put(update, { requests: [{ record }] }, { 'idempotency-key': randomUUID() }))

    const gsids = ({ rows }: GoalPage) => rows.map(({ gsid }) => gsid).toSorted()
    expect(gsids(await page(ana, list))).toEqual(gsids(then))
    const counts = resultOf<{ counts: number[] }>(
      await ana.post('/api/goals/count', {
        lists: [list, { and: [list, open] }, { not: list }, { and: [{ not: list }, open] }].map((filter) => ({
          filter,
        })),
      }),
    ).counts
    expect(counts).toEqual([then.total, then.total - 1, 80 - then.total, 0])
    // It is a filter like any other: what is taken out, and changed at once, is this list.
    const file = await ana.post('/api/goals/export', { format: 'csv', columns: ['Name'], goals: { filter: list } })
    expect(file.headers.get('x-goalkeeper-rows')).toBe(String(then.total))
    const call = resultOf<{ left: string[] }>(await ana.post('/api/goals/call', { filter: list }))
    expect(call.left).toEqual([expect.stringContaining('frozen list')])
  })

  test('tells nobody of goals that they do not see', async () => {
    const made = await link(ana, { filter: null })
    const opened = resultOf<ListLink>(await csm.get(`/api/links/${made.id}`))
    expect([made.frozen?.goals, opened.frozen?.goals]).toEqual([80, csmGoals.length])
    expect((await page(csm, opened.frozen?.list ?? null)).total).toBe(csmGoals.length)
    // Nor can they freeze more than they see.
    const theirs = await link(csm, { filter: null })
    expect((await page(ana, theirs.frozen?.list ?? null)).rows.map(({ gsid }) => gsid).toSorted()).toEqual(
      csmGoals.toSorted(),
    )
  })

  test('that is frozen keeps whose goals “mine” were', async () => {
    const mine: FilterTree = { field: ownCompanies.field, op: 'EQ', value: ['@me'] }
    const made = await link(csm, { filter: mine }, mine)
    expect(made.state.filter).toEqual(mine)
    const filter = made.frozen?.filter ?? null
    expect(JSON.stringify(filter)).not.toContain('@me')
    expect((await page(ana, filter)).total).toBe(csmGoals.length)
  })

  test('is refused for a filter that makes no sense', async () => {
    const frozen = { filter: { field: 'Nmae', op: 'EQ', value: ['x'] } }
    expect(await ben.post('/api/links', { state: {}, frozen })).toMatchObject({
      status: 400,
      json: { detail: 'There is no field "Nmae".' },
    })
  })

  test('says that it was deleted, or never was', async () => {
    const made = await link(ben, { filter: open })
    expect(await vera.delete(`/api/links/${made.id}`)).toMatchObject({ status: 403 })
    expect((await ben.delete(`/api/links/${made.id}`)).status).toBe(200)
    expect(await ana.get(`/api/links/${made.id}`)).toMatchObject({
      status: 404,
      json: { detail: expect.stringMatching(/^This list link was deleted by ben on \d{4}-\d\d-\d\d\.$/) },
    })
    expect(await ana.get('/api/links/nothing')).toMatchObject({
      status: 404,
      json: { detail: 'There is no such list link.' },
    })
    expect((await page(ana, made.frozen?.list ?? null)).total).toBe(0)
    const { links } = resultOf<{ links: ListLink[] }>(await ben.get('/api/links'))
    expect(links.map(({ id }) => id)).not.toContain(made.id)
    expect(await deeds(ana)).toEqual(expect.arrayContaining(['ben: Deleted a frozen link to a list.']))
  })
})

test('goals are counted by several filters at once; one that cannot be run spoils no other', async () => {
  const lists = [
    { filter: null },
    { filter: open },
    { filter: { field: 'Nmae', op: 'IS_NULL' } },
    { filter: { field: ownCompanies.field, op: 'EQ', value: ['@me'] } },
    { filter: null, search: 'zzqqxxy' },
  ]
  const { counts, exact } = resultOf<{ counts: (number | null)[]; exact: boolean }>(
    await ben.post('/api/goals/count', { lists }),
  )
  expect(exact).toBe(true)
  expect(counts).toEqual([80, (await page(ben, open)).total, null, null, 0])
})
