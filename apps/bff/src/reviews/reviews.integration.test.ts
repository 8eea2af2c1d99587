import type { Review, ReviewGoal, ReviewItem } from '@goalkeeper/contract/reviews'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, createBrowser, type Reply } from '../../test/browser.ts'
import { type ChangeSets, createChangeSets } from '../../test/change-sets.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

let bff: Bff
let changes: ChangeSets
/** Another browser: another session of the same sandbox. */
let other: Browser
let now = Date.parse('2026-05-04T09:00:00Z')

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 80 }, now: () => now })
  await until(() => bff.services.goalIndex.sync().complete)
  await until(() => bff.services.connection.isProbed())
  changes = createChangeSets(bff.browser)
  other = createBrowser(bff.url)
  await bff.browser.get('/', { accept: 'text/html' })
  await other.get('/', { accept: 'text/html' })
})
afterAll(() => bff.stop())

function resultOf<Result>({ status, text, json }: Reply): Result {
  expect(status, text).toBe(200)
  return json as Result
}
const begin = async (name: string, filter: unknown = null, more: object = {}) =>
  resultOf<Review>(await bff.browser.post('/api/reviews', { name, filter, ...more }))
const read = async (id: string) => resultOf<Review>(await bff.browser.get(`/api/reviews/${id}`))
const next = async (browser: Browser, id: string, body: object = {}) =>
  resultOf<{ items: ReviewItem[] }>(await browser.post(`/api/reviews/${id}/next`, body)).items
const decide = (browser: Browser, id: string, gsid: string, decision: object) =>
  browser.put(`/api/reviews/${id}/goals/${gsid}/decision`, { kind: 'change', ...decision })
const someGsids = async (count: number, from: number) => (await changes.goals(count, from)).map(({ gsid }) => gsid)
const ofGoals = async (count: number, from: number) => ({
  field: 'Gsid',
  op: 'IN',
  value: await someGsids(count, from),
})

test('a review holds the goals of its filter by CSM, company and due date', async () => {
  const review = await begin('Everything')
  const { items } = resultOf<{ items: ReviewItem[] }>(
    await bff.browser.post(`/api/reviews/${review.id}/goals`, { limit: 500 }),
  )
  expect(items).toHaveLength(80)
  expect(review).toMatchObject({ goals: 80, decided: 0, unsent: 0, endedAt: null })
  const keys = items.map(({ csm, companyName }) => [csm ?? '\uffff', companyName ?? '\uffff'])
  const inRuns = (values: string[]) => values.filter((value, index) => value !== values[index - 1]).length
  expect(inRuns(keys.map(([csm]) => csm ?? ''))).toBe(new Set(keys.map(([csm]) => csm)).size)
  expect(review.byCsm.reduce((sum, { goals }) => sum + goals, 0)).toBe(80)
  expect(items.map(({ place }) => place)).toEqual(items.map((_, index) => index + 1))
})

test('goals without a company stand in the queue together, and can be asked for alone', async () => {
  const gsids = await someGsids(3, 70)
  const [alone = ''] = gsids
  await bff.sandbox.changeRecord(alone, { record: { CompanyId: null } })
  await until(async () => {
    const goal = (await bff.browser.get(`/api/goals/${alone}?fresh=1`)).json as { fields: Record<string, unknown> }
    return goal.fields['CompanyId'] === null
  })
  const review = await begin('Of no company', { field: 'Gsid', op: 'IN', value: gsids })
  expect(review.companies).toContainEqual(expect.objectContaining({ companyId: null, goals: 1 }))
  const { items } = resultOf<{ items: ReviewItem[] }>(
    await bff.browser.post(`/api/reviews/${review.id}/goals`, { companyId: null }),
  )
  expect(items.map(({ gsid }) => gsid)).toEqual([alone])
})

test('two people never have the same goal before them, and what one holds is free again when they are gone', async () => {
  const { id } = await begin('Together', await ofGoals(6, 0))
  const [mine, theirs] = [await next(bff.browser, id, { ready: 1 }), await next(other, id, { ready: 1 })]
  expect(new Set([...mine, ...theirs].map(({ gsid }) => gsid)).size).toBe(4)
  const taken = theirs[0]?.gsid ?? ''
  expect(await decide(bff.browser, id, taken, { kind: 'keep' })).toMatchObject({ status: 409 })
  expect(await bff.browser.post(`/api/reviews/${id}/next`, { gsid: taken })).toMatchObject({ status: 409 })
  expect((await read(id)).present).toHaveLength(1)
  now += 4 * 60_000
  expect((await read(id)).present).toEqual([])
  expect((await next(bff.browser, id, { gsid: taken }))[0]?.gsid).toBe(taken)
})

test('decisions move the queue on, can be taken back, and are sent as one change set', async () => {
  const filter = await ofGoals(4, 10)
  const { id } = await begin('Weekly', filter, { notesToDescription: true })
  const [first] = await next(bff.browser, id)
  await decide(bff.browser, id, first?.gsid ?? '', { kind: 'keep' })
  const [second] = await next(bff.browser, id, { behind: first?.place })
  expect(second?.place).toBe(2)
  const decision = { dueDate: '2031-07-31', note: 'Asked for <b>two</b> more weeks' }
  await decide(bff.browser, id, second?.gsid ?? '', decision)
  const [third] = await next(bff.browser, id, { behind: second?.place })
  await decide(bff.browser, id, third?.gsid ?? '', { statusName: 'On Hold' })
  resultOf(await bff.browser.delete(`/api/reviews/${id}/goals/${third?.gsid}/decision`))
  expect(await read(id)).toMatchObject({ decided: 2, unsent: 1 })

  const { changeSet } = resultOf<{ changeSet: string }>(await bff.browser.post(`/api/reviews/${id}/change-set`))
  const draft = await changes.read(changeSet)
  expect(draft).toMatchObject({ origin: { kind: 'review', id }, counts: { willChange: 1 } })
  expect((await read(id)).unsent).toBe(0)
  // What is in a draft is free again when the draft is thrown away.
  expect(await decide(bff.browser, id, second?.gsid ?? '', decision)).toMatchObject({ status: 409 })
  await bff.browser.delete(`/api/changes/${changeSet}`)
  expect((await read(id)).unsent).toBe(1)

  const again = resultOf<{ changeSet: string }>(await bff.browser.post(`/api/reviews/${id}/change-set`))
  await changes.run(await changes.read(again.changeSet))
  expect((await changes.ended(again.changeSet)).counts.confirmed).toBe(1)
  const record = bff.sandbox.record(second?.gsid ?? '')?.record
  expect(record?.['DueDate']).toBe('2031-07-31')
  expect(String(record?.['Description'])).toContain('<p>Asked for &lt;b&gt;two&lt;/b&gt; more weeks</p>')
  expect(await bff.browser.post(`/api/reviews/${id}/change-set`)).toMatchObject({ status: 409 })
})

test('one goal comes with what helps to decide, and the next review shows what changed since', async () => {
  const filter = await ofGoals(1, 20)
  const first = await begin('Before', filter)
  const gsid = filter.value[0] ?? ''
  await decide(bff.browser, first.id, gsid, { kind: 'keep', note: 'Watch the adoption' })
  const repeated = resultOf<Review>(await bff.browser.post(`/api/reviews/${first.id}/repeat`, { name: 'After' }))
  const goalOf = async () => resultOf<ReviewGoal>(await bff.browser.get(`/api/reviews/${repeated.id}/goals/${gsid}`))
  const { slips } = await goalOf()
  const due = (await goalOf()).goal?.fields['DueDate']
  const set = await changes.make([gsid], [{ kind: 'set', field: 'DueDate', value: '2032-01-31' }])
  now = Date.now() + 3_600_000
  await changes.run(set)
  await changes.ended(set.id)
  const goal = await goalOf()
  expect(goal.notes).toMatchObject([{ review: 'Before', note: 'Watch the adoption' }])
  expect(goal.changes).toMatchObject([{ field: 'DueDate', before: due ?? null, after: '2032-01-31' }])
  expect(goal.slips.times - slips.times).toBe(due ? 1 : 0)
  expect(goal.others.every((each) => each.gsid !== gsid)).toBe(true)
})

test('a goal that left Gainsight is passed over, and what makes no sense is refused with a sentence', async () => {
  const filter = await ofGoals(2, 30)
  const { id } = await begin('Gone', filter)
  const [item] = await next(bff.browser, id)
  expect(await decide(bff.browser, id, item?.gsid ?? '', { statusName: 'Nonsense' })).toMatchObject({
    status: 400,
    json: { fields: { statusName: expect.stringContaining('no status “Nonsense”') } },
  })
  const nobody = { field: 'Name', op: 'EQ', value: ['Nobody is called so'] }
  expect(await bff.browser.post('/api/reviews', { name: 'Empty', filter: nobody })).toMatchObject({
    status: 400,
    json: { detail: 'No goal passes the filter: there is nothing to review.' },
  })
  expect(await bff.browser.get(`/api/reviews/${id}/goals/1CG0${'Z'.repeat(32)}`)).toMatchObject({ status: 404 })
  const csv = await bff.browser.get(`/api/reviews/${id}/summary.csv`)
  expect(csv.text.split('\r\n')).toHaveLength(4)
  expect(await bff.browser.get('/api/reviews/no-id/summary.csv')).toMatchObject({ status: 404 })
  expect(await bff.browser.get('/api/changes/no-id/export.csv')).toMatchObject({ status: 404 })
})
