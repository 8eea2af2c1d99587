import type { Status } from '@goalkeeper/contract/catalogue'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChangeSets, createChangeSets } from '../../test/change-sets.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

let bff: Bff
let changes: ChangeSets

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 120 } })
  await until(() => bff.services.goalIndex.sync().complete)
  await until(() => bff.services.connection.isProbed())
  changes = createChangeSets(bff.browser)
})
afterAll(() => bff.stop())

const gsidsOf = (goals: { gsid: string }[]) => goals.map(({ gsid }) => gsid)
const record = (gsid: string) => bff.sandbox.record(gsid)?.record
const goal = async (gsid: string) => (await bff.browser.get(`/api/goals/${gsid}`)).json as GoalDetail

test('a draft says what will become of every goal, leaves out what is so already, and costs no call', async () => {
  const goals = await changes.goals(20)
  // Where no call can be made, none is needed.
  await bff.browser.post('/api/connection/stopped', { stopped: true })
  const due = goals[0]?.fields['DueDate'] as string
  const set = await changes.make(gsidsOf(goals), [{ kind: 'set', field: 'DueDate', value: due }])
  const soAlready = goals.filter(({ fields }) => fields['DueDate'] === due).length
  expect(set).toMatchObject({ state: 'draft', title: expect.stringMatching(/^Set due date to \d+ [A-Z][a-z]+ \d{4}$/) })
  expect(set.counts).toMatchObject({ goals: 20, unchanged: soAlready, willChange: 20 - soAlready, problems: 0 })
  const rows = await changes.rows(set.id)
  for (const row of rows) {
    const old = goals.find(({ gsid }) => gsid === row.gsid)?.fields['DueDate'] ?? null
    expect(row.differences).toEqual([{ field: 'DueDate', before: old, after: due }])
  }
  expect(set.cost).toMatchObject({ writes: 20 - soAlready, checks: 1 })
  await bff.browser.post('/api/connection/stopped', { stopped: false })
})

test('a run changes every goal once, and its ledger says so; taking it back brings the old values back', async () => {
  const goals = await changes.goals(12)
  const set = await changes.make(gsidsOf(goals), [
    { kind: 'move-due', days: 7 },
    { kind: 'append', html: '<p>Moved</p>' },
  ])
  const before = bff.sandbox.stats().writes
  await changes.run(set)
  const done = await changes.ended(set.id)
  expect(done).toMatchObject({ state: 'done', startedBy: set.createdBy })
  expect(done.counts.confirmed).toBe(set.counts.willChange)
  const rows = await changes.rows(set.id)
  for (const row of rows) {
    const after = Object.fromEntries(row.differences.map(({ field, after: value }) => [field, value]))
    expect(record(row.gsid ?? '')?.['DueDate'] ?? null).toBe(after['DueDate'] ?? null)
    expect(row).toMatchObject({ state: 'confirmed', requestId: expect.any(String), writeId: expect.any(String) })
  }
  expect(bff.sandbox.stats().writes.applied - before.applied).toBe(rows.length)

  const thrownAway = await changes.deed<ChangeSet>(set.id, 'undo')
  await bff.browser.delete(`/api/changes/${thrownAway.id}`)
  expect((await changes.read(set.id)).undoneBy).toBeNull()
  const undo = await changes.deed<ChangeSet>(set.id, 'undo')
  expect(undo).toMatchObject({ state: 'draft', origin: { kind: 'undo', id: set.id } })
  await changes.run(undo)
  expect((await changes.ended(undo.id)).counts.confirmed).toBe(rows.length)
  for (const { gsid, fields } of goals) expect((await goal(gsid)).fields['DueDate']).toBe(fields['DueDate'])
  expect((await changes.read(set.id)).undoneBy).toBe(undo.id)
})

test('a goal that changed since the preview is skipped with both versions, one that is so already is skipped, and both can be tried again', async () => {
  const [moved, same, plain] = await changes.goals(3, 30)
  const gsids = gsidsOf([moved, same, plain].flatMap((each) => each ?? []))
  const set = await changes.make(gsids, [{ kind: 'set', field: 'DueDate', value: '2032-02-29' }])
  await bff.sandbox.changeRecord(moved?.gsid ?? '', { record: { DueDate: '2032-01-01' } })
  await bff.sandbox.changeRecord(same?.gsid ?? '', { record: { DueDate: '2032-02-29' } })
  await changes.run(set)
  expect((await changes.ended(set.id)).counts).toMatchObject({ confirmed: 1, skipped: 2 })
  const rows = await changes.rows(set.id)
  expect(rows.find(({ gsid }) => gsid === moved?.gsid)).toMatchObject({
    state: 'skipped',
    reason: 'It was changed since the preview.',
    meanwhile: [{ field: 'DueDate', value: '2032-01-01' }],
  })
  expect(rows.find(({ gsid }) => gsid === same?.gsid)).toMatchObject({ reason: 'It was so already.', meanwhile: [] })

  await changes.deed(set.id, 'retry', { part: 'meanwhile' })
  expect((await changes.ended(set.id)).counts).toMatchObject({ confirmed: 2, skipped: 1 })
  expect(record(moved?.gsid ?? '')?.['DueDate']).toBe('2032-02-29')
})

test('what has moved on since a run is a problem of its undo, which leaves it as it is', async () => {
  const goals = await changes.goals(2, 40)
  const [one, other] = gsidsOf(goals)
  const set = await changes.make(gsidsOf(goals), [{ kind: 'set', field: 'DueDate', value: '2033-03-31' }])
  await changes.run(set)
  await changes.ended(set.id)
  const moved = await changes.make([one ?? ''], [{ kind: 'set', field: 'DueDate', value: '2033-04-30' }])
  await changes.run(moved)
  await changes.ended(moved.id)
  const undo = await changes.deed<ChangeSet>(set.id, 'undo')
  expect(undo.counts).toMatchObject({ willChange: 1, problems: 1 })
  expect(undo.problems).toEqual([
    { problem: 'It has been changed again since.', remedy: 'Look at the goal, and take it out.', count: 1 },
  ])
  await changes.run(undo)
  await changes.ended(undo.id)
  expect(record(one ?? '')?.['DueDate']).toBe('2033-04-30')
  expect(record(other ?? '')?.['DueDate'] ?? null).toBe(goals[1]?.fields['DueDate'] ?? null)
})

test('the first ones run alone, then the rest when somebody lets it go on', async () => {
  const set = await changes.make(gsidsOf(await changes.goals(6, 50)), [
    { kind: 'set', field: 'DueDate', value: '2034-01-31' },
  ])
  await changes.run(set, { first: 2 })
  const paused = await changes.ended(set.id)
  expect(paused).toMatchObject({ state: 'paused', counts: { confirmed: 2, queued: 4 } })
  expect(paused.pausedBecause).toContain('The first 2 have run.')
  await changes.deed(set.id, 'resume')
  expect(await changes.ended(set.id)).toMatchObject({ state: 'done', counts: { confirmed: 6 } })
})

test('equal refusals stop it, what was refused can be tried again, and the rest can be given up', async () => {
  const goals = await changes.goals(8, 60)
  const set = await changes.make(gsidsOf(goals), [{ kind: 'set', field: 'DueDate', value: '2035-01-31' }])
  await changes.save(set.id, { stopAfter: 3 })
  bff.sandbox.faults([{ kind: 'refuse', error: 'CTA_RECORD_EMPTY', route: 'updateGoal' }])
  await changes.run(set)
  const paused = await changes.ended(set.id)
  bff.sandbox.faults([])
  expect(paused.state).toBe('paused')
  expect(paused.pausedBecause).toContain('goals in a row for the same reason')
  expect(paused.counts.failed).toBeGreaterThanOrEqual(3)
  expect(paused.counts.confirmed).toBe(0)
  await changes.deed(set.id, 'retry', { part: 'failed' })
  expect((await changes.ended(set.id)).counts).toMatchObject({ confirmed: 8, failed: 0 })
})

test('a paused run sends nothing more, and what is given up was not sent', async () => {
  const goals = await changes.goals(10, 70)
  const set = await changes.make(gsidsOf(goals), [{ kind: 'set', field: 'DueDate', value: '2036-01-31' }])
  bff.sandbox.faults([{ kind: 'slow-reply', route: 'fetchGoals', ms: 1_000 }])
  await changes.run(set)
  await changes.deed(set.id, 'pause')
  bff.sandbox.faults([])
  const { applied } = bff.sandbox.stats().writes
  const cancelled = await changes.deed<ChangeSet>(set.id, 'cancel')
  expect(cancelled).toMatchObject({ state: 'cancelled' })
  expect(cancelled.counts.skipped + cancelled.counts.confirmed).toBe(10)
  expect(bff.sandbox.stats().writes.applied).toBe(applied)
})

test('what is to start later is a draft again when it is taken back, and starts by itself otherwise', async () => {
  const goals = await changes.goals(2, 80)
  const set = await changes.make(gsidsOf(goals), [{ kind: 'set', field: 'DueDate', value: '2037-01-31' }])
  expect(await changes.run(set, { startAt: Date.now() + 3_600_000 })).toMatchObject({ state: 'scheduled' })
  expect(await changes.deed(set.id, 'cancel')).toMatchObject({ state: 'draft', startAt: null })
  await changes.run(set, { startAt: Date.now() + 1_000 })
  expect((await changes.ended(set.id)).counts.confirmed).toBe(2)
})

test('rows are taken out, altered by hand and picked, and others deeds keep that', async () => {
  const goals = await changes.goals(3, 90)
  const set = await changes.make(gsidsOf(goals), [{ kind: 'set', field: 'DueDate', value: '2038-01-31' }])
  const [first, second] = await changes.rows(set.id)
  await changes.deed(set.id, `rows/${first?.row}`, { included: false }, 'PUT')
  await changes.deed(set.id, `rows/${second?.row}`, { altered: { DueDate: '2038-02-28' } }, 'PUT')
  const saved = await changes.save(set.id, { deeds: [{ kind: 'set', field: 'DueDate', value: '2038-03-31' }] })
  expect(saved).toMatchObject({ title: 'Set due date to 31 Mar 2038', counts: { willChange: 2, excluded: 1 } })
  await changes.run(saved)
  await changes.ended(set.id)
  const due = (gsid: string | null | undefined) => record(gsid ?? '')?.['DueDate'] ?? null
  expect(due(first?.gsid)).toBe(goals.find(({ gsid }) => gsid === first?.gsid)?.fields['DueDate'] ?? null)
  expect(due(second?.gsid)).toBe('2038-02-28')
})

test('each company’s own plan is linked by a rule: one match, none, or several to pick from', async () => {
  const set = await changes.makeOfAll([{ kind: 'link-plan', type: null, status: null }])
  const rows = await changes.rows(set.id)
  const several = rows.find(({ choices }) => choices.length > 1) ?? expect.fail('No company has several plans.')
  expect(several.problem).toBe('Its company has several such success plans.')
  const choice = several.choices[1]?.gsid ?? ''
  const picked = await changes.deed<typeof several>(set.id, `rows/${several.row}`, { choice }, 'PUT')
  // Another one may be picked instead.
  expect(picked).toMatchObject({ problem: null, choices: several.choices })
  expect(picked.differences[0]?.after).toContain(choice)
  await changes.deed(set.id, 'rows', { part: 'all', included: false }, 'PUT')
  await changes.deed(set.id, `rows/${several.row}`, { included: true }, 'PUT')
  await changes.run(await changes.read(set.id))
  await changes.ended(set.id)
  expect((await goal(several.gsid ?? '')).SP).toContain(choice)
})

test('bad input is refused with a sentence that names it, and nothing is made', async () => {
  const { changes: before } = (await bff.browser.get('/api/changes')).json as { changes: ChangeSet[] }
  const [goalOne] = await changes.goals(1)
  const goals = { gsids: [goalOne?.gsid] }
  const refused = async (body: unknown) => {
    const reply = await bff.browser.post('/api/changes', body)
    expect(reply.status).toBe(400)
    return reply.json
  }
  const set = (field: string, value: unknown) => ({ goals, deeds: [{ kind: 'set', field, value }] })
  expect(await refused({ goals: { gsids: [] }, deeds: [{ kind: 'move-due', days: 1 }] })).toMatchObject({
    fields: { 'goals.gsids': expect.any(String) },
  })
  expect(await refused(set('StatusName', 'No such status'))).toMatchObject({
    detail: 'There is no status “No such status” that a goal could be given.',
    fields: { 'deeds.0': expect.any(String) },
  })
  expect(await refused(set('DueDate', '2026-02-30'))).toMatchObject({
    detail: 'Due date must be a date such as 2026-03-31.',
  })
  expect(await refused(set('Nothing__gc', 1))).toMatchObject({ detail: 'There is no field "Nothing__gc".' })
  const nobody = { field: 'Name', op: 'EQ', value: ['Nobody is called so'] }
  expect(await refused({ goals: { filter: nobody }, deeds: [{ kind: 'move-due', days: 1 }] })).toMatchObject({
    detail: 'No goal is chosen.',
  })
  const { changes: after } = (await bff.browser.get('/api/changes')).json as { changes: ChangeSet[] }
  expect(after.length).toBe(before.length)
})

test('a status that was removed after the preview stops the run before anything is sent, and the draft takes another one', async () => {
  const { statuses } = (await bff.browser.get('/api/statuses')).json as { statuses: Status[] }
  const typed = statuses.map(({ id, name, meaning, order, color }) => ({
    id,
    name,
    meaning: meaning ?? 'planned',
    order,
    color,
  }))
  const save = async (list: unknown[]) => {
    expect((await bff.browser.put('/api/statuses', { statuses: list })).status).toBe(200)
  }
  const parked = { id: null, name: 'Parked', meaning: 'planned', order: 99, color: null }
  await save([...typed, parked])
  const gsids = gsidsOf(await changes.goals(3, 60))
  const deed = (value: string) => [{ kind: 'set' as const, field: 'StatusName', value }]
  const set = await changes.make(gsids, deed('Parked'))
  const altered = await changes.make(gsids, [{ kind: 'append', html: '<p>x</p>' }])
  await changes.deed(altered.id, 'rows/1', { altered: { StatusName: 'Parked' } }, 'PUT')
  await save(typed)
  const before = bff.sandbox.stats().writes.applied

  const run = (id: string) => bff.browser.post(`/api/changes/${id}/run`, { expected: 3 })
  const detail = 'There is no status “Parked” that a goal could be given.'
  expect(await run(set.id)).toMatchObject({ status: 400, json: { detail } })
  expect(await run(altered.id)).toMatchObject({
    status: 400,
    json: { detail: expect.stringMatching(/^There is no status “Parked” any more, and 1 goal would be given it\./) },
  })
  for (const { id } of [set, altered]) {
    expect((await changes.read(id)).state).toBe('draft')
    expect(await changes.rows(id)).toHaveLength(3)
  }
  expect(bff.sandbox.stats().writes.applied).toBe(before)

  const [other = ''] = typed.flatMap(({ name }) => (name === 'Parked' ? [] : name))
  const saved = await changes.save(set.id, { deeds: deed(other), reason: '' })
  await changes.run(saved)
  expect((await changes.ended(set.id)).counts.confirmed).toBe(saved.counts.willChange)
})

test('another number of goals than the one that was looked at does not run', async () => {
  const set = await changes.make(gsidsOf(await changes.goals(2, 100)), [{ kind: 'append', html: '<p>x</p>' }])
  const reply = await bff.browser.post(`/api/changes/${set.id}/run`, { expected: 3 })
  expect(reply).toMatchObject({ status: 409 })
  expect((await changes.read(set.id)).state).toBe('draft')
})
