import type { Sandbox } from '@goalkeeper/sandbox/start'
import { afterEach, describe, expect, it } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff, type StartOptions } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

let bff: Bff

afterEach(() => bff.stop())

/** A bff that is in step with its tenant. `quiet` never syncs again by itself. */
async function inStep({ env, ...options }: StartOptions & { quiet?: boolean } = {}) {
  const seconds = options.quiet ? '86400' : '1'
  bff = await startBff({ ...options, env: { SYNC_INTERVAL_SECONDS: seconds, ...env } })
  const goals = goalsOf(bff)
  await goals.settled()
  return goals
}

const goalCalls = (sandbox: Sandbox) => sandbox.stats().byRoute['fetchGoals'] ?? 0

describe('a change made in Gainsight', () => {
  it('is seen by an increment and kept with what was before, what is now, and who did it', async () => {
    const goals = await inStep({ sandbox: { goals: 60 } })
    const [row] = (await goals.query({ limit: 1 })).rows
    const { gsid = '', fields, CTA = [] } = row ?? {}
    const before = Date.now()
    await bff.sandbox.changeRecord(gsid, { record: { Name: 'Renamed by hand', DueDate: '2031-05-01' } })

    const changes = await until(async () => {
      const seen = await goals.changes(gsid)
      return seen.length > 0 && seen
    })
    expect(changes.map(({ field, before: was, after }) => ({ field, was, after }))).toEqual(
      expect.arrayContaining([
        { field: 'Name', was: fields?.['Name'], after: 'Renamed by hand' },
        { field: 'DueDate', was: fields?.['DueDate'], after: '2031-05-01' },
      ]),
    )
    expect(changes).toHaveLength(2)
    const { record } = bff.sandbox.record(gsid) ?? {}
    const modifier = bff.sandbox.record(String(record?.['ModifiedById']))?.record.Name
    for (const change of changes) {
      expect(change).toMatchObject({ gsid, by: modifier, source: 'sync' })
      expect(change.seenBefore).toBeLessThanOrEqual(change.seenAt)
      expect(change.seenAt).toBeGreaterThanOrEqual(before)
    }
    expect((await goals.query({ filter: { field: 'Name', op: 'EQ', value: ['renamed by hand'] } })).total).toBe(1)

    // Later syncs show the same goal again, and nothing new.
    const { answeredAt } = goals.sync()
    await goals.synced((now) => (now.answeredAt ?? 0) > (answeredAt ?? 0) + 2_000)
    expect(await goals.changes(gsid)).toHaveLength(2)
    expect((await goals.read(gsid)).CTA).toEqual(CTA)
  })

  it('is seen by the next sweep when it leaves no trace in ModifiedDate, and so is a goal that was deleted', async () => {
    const goals = await inStep({ sandbox: { goals: 60 } })
    const [linked, deleted] = (await goals.query({ limit: 2 })).rows
    const stamp = {
      ModifiedDate: Number(linked?.fields['ModifiedDate']),
      ModifiedById: String(linked?.fields['ModifiedById']),
    }
    await bff.sandbox.changeRecord(linked?.gsid ?? '', { record: stamp, links: { CTA: [], SP: [] } })
    await bff.sandbox.changeRecord(linked?.gsid ?? '', { record: { ...stamp, Name: 'Quietly renamed' } })
    await bff.sandbox.deleteRecord(deleted?.gsid ?? '')

    await goals.synced((now) => now.goals === 59, 50_000)
    await until(async () => (await goals.changes(linked?.gsid ?? '')).length > 0)
    const quiet = (await goals.changes(linked?.gsid ?? '')).find(({ field }) => field === 'Name')
    expect(quiet).toMatchObject({ after: 'Quietly renamed', by: null })
    expect(goals.sync()).toMatchObject({ complete: true, problem: null })

    const left = await goals.changes(deleted?.gsid ?? '')
    expect(left).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'Gsid', before: deleted?.gsid, after: null }),
        expect.objectContaining({ field: 'Name', before: deleted?.fields['Name'], after: null }),
      ]),
    )
    const reply = await bff.browser.get(`/api/goals/${deleted?.gsid}`)
    expect(reply.status).toBe(404)
    expect(reply.json).toMatchObject({ code: 'not-found', detail: expect.stringContaining('no longer in Gainsight') })
  })
})

describe('a synced index', () => {
  it('answers every read without a call to the tenant', async () => {
    const goals = await inStep({ quiet: true, sandbox: { goals: 300 } })
    const linked = (await goals.all()).filter(({ CTA, SP }) => CTA.length > 0 && SP.length > 0).slice(0, 5)
    // What goals point to is read in the background, once the goals are in.
    const rest = async () => {
      const { calls } = bff.sandbox.stats()
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return bff.sandbox.stats().calls === calls
    }
    await until(rest, 30_000)
    const { calls } = bff.sandbox.stats()

    await goals.query()
    for (const value of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']) {
      await goals.query({
        filter: { field: 'Name', op: 'CONTAINS', value: [value] },
        facets: ['StatusName', 'CompanyId'],
      })
    }
    await goals.query({ sort: [{ field: 'DueDate', direction: 'desc' }] })
    expect(linked).toHaveLength(5)
    for (const { gsid } of linked) {
      const { links } = await goals.read(gsid)
      expect(links.length).toBeGreaterThan(1)
      for (const link of links) expect(link.name).not.toBeNull()
      await goals.changes(gsid)
    }
    expect(bff.sandbox.stats().calls - calls).toBe(0)
  })

  it('is there at once after a restart, and reads only what is new', async () => {
    const goals = await inStep({ quiet: true, sandbox: { goals: 150 } })
    const [row] = (await goals.query({ limit: 1 })).rows
    const read = goalCalls(bff.sandbox)
    await bff.sandbox.changeRecord(row?.gsid ?? '', { record: { Name: 'Changed while nobody looked' } })
    await bff.restart({ SYNC_INTERVAL_SECONDS: '1' })
    const page = await goals.query({ limit: 1 })
    expect(page).toMatchObject({ total: 150, exact: true })
    await until(async () => (await goals.read(row?.gsid ?? '')).fields['Name'] === 'Changed while nobody looked')
    expect(await goals.changes(row?.gsid ?? '')).toHaveLength(1)
    // Increments of one call each; a sweep would take more, for it asks each page's goals anew.
    expect(goals.sync().complete).toBe(true)
    expect(goalCalls(bff.sandbox) - read).toBeLessThan(8)
  })

  it('goes on with a sweep that a restart interrupted', async () => {
    bff = await startBff({
      sandbox: { goals: 600, latencyMs: 20, switches: { pageMaximum: 25 } },
      env: { SYNC_INTERVAL_SECONDS: '86400' },
    })
    const goals = goalsOf(bff)
    await goals.synced((now) => now.goals >= 400, 40_000)
    await bff.restart()
    const held = goals.sync().goals
    expect(held).toBeGreaterThanOrEqual(400)
    const read = goalCalls(bff.sandbox)
    await goals.settled()
    expect((await goals.query({ limit: 0 })).total).toBe(600)
    // Of 24 pages the eight that are left, and a few to make sure.
    expect(goalCalls(bff.sandbox) - read).toBeLessThan(20)
    const appeared = await Promise.all((await goals.query({ limit: 20 })).rows.map(({ gsid }) => goals.changes(gsid)))
    expect(appeared.flat()).toEqual([])
  })

  it('says what is wrong while the tenant does not answer, keeps its rows, and goes on by itself', async () => {
    const goals = await inStep({ sandbox: { goals: 60 } })
    bff.sandbox.faults([{ kind: 'server-error', status: 503, route: 'fetchGoals' }])
    await goals.synced(({ state }) => state === 'failing')
    expect(goals.sync().problem).toMatch(/Gainsight/)
    expect((await goals.query({ limit: 1 })).total).toBe(60)
    bff.sandbox.faults([])
    await goals.synced(({ state, problem }) => state === 'idle' && problem === null, 30_000)
  })

  it('waits while every call is stopped', async () => {
    const goals = await inStep({ sandbox: { goals: 60 } })
    await bff.browser.put('/api/connection/stopped', { stopped: true })
    await goals.synced(({ state }) => state === 'stopped')
    await bff.browser.put('/api/connection/stopped', { stopped: false })
    await goals.synced(({ state }) => state === 'idle')
  })

  it('states what it costs in a day, within its part of the budget', async () => {
    const goals = await inStep({
      sandbox: { goals: 60 },
      env: { GAINSIGHT_CALLS_PER_DAY: '2000', GAINSIGHT_SHARE: '50' },
    })
    expect(goals.sync().callsPerDay).toBeLessThanOrEqual(252)
    expect(goals.sync().callsPerDay).toBeGreaterThan(200)
    expect(goals.sync().intervalSeconds).toBeGreaterThanOrEqual(600)
  })
})
