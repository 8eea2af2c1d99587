import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

// As often as can be configured, which a real day's budget would not allow.
const often = { SYNC_INTERVAL_SECONDS: '1', GAINSIGHT_CALLS_PER_DAY: '10000000' }
const never = { SYNC_INTERVAL_SECONDS: '86400' }

describe('a sync that runs', () => {
  let bff: Bff
  let goals: ReturnType<typeof goalsOf>

  beforeAll(async () => {
    bff = await startBff({ sandbox: { goals: 60, callsPerDay: 10_000_000 }, env: often })
    goals = goalsOf(bff)
    await goals.settled()
  })
  afterAll(() => bff.stop())

  it('sees a change, and keeps what was before, what is now, who did it and when', async () => {
    const [row] = (await goals.query({ limit: 1 })).rows
    const gsid = row?.gsid ?? ''
    const before = Date.now()
    await bff.sandbox.changeRecord(gsid, { record: { Name: 'Renamed by hand', DueDate: '2031-05-01' } })

    const changes = await until(async () => {
      const seen = await goals.changes(gsid)
      return seen.length > 0 && seen
    })
    expect(changes.map(({ field, before: was, after }) => ({ field, was, after }))).toEqual(
      expect.arrayContaining([
        { field: 'Name', was: row?.fields['Name'], after: 'Renamed by hand' },
        { field: 'DueDate', was: row?.fields['DueDate'], after: '2031-05-01' },
      ]),
    )
    expect(changes).toHaveLength(2)
    const modifier = String(bff.sandbox.record(gsid)?.record['ModifiedById'])
    for (const change of changes) {
      expect(change).toMatchObject({ gsid, by: bff.sandbox.record(modifier)?.record.Name, source: 'sync' })
      expect(change.seenBefore).toBeLessThanOrEqual(change.seenAt)
      expect(change.seenAt).toBeGreaterThanOrEqual(before)
    }
    expect((await goals.query({ filter: { field: 'Name', op: 'EQ', value: ['renamed by hand'] } })).total).toBe(1)

    // Later increments show the same goal again, and nothing new.
    const seenAt = Date.now()
    await goals.synced(({ answeredAt }) => (answeredAt ?? 0) > seenAt + 2_000)
    expect(await goals.changes(gsid)).toHaveLength(2)
  })

  it('says what is wrong while the tenant fails, keeps its rows, and goes on by itself', async () => {
    bff.sandbox.faults([{ kind: 'server-error', status: 503, route: 'fetchGoals' }])
    await goals.synced(({ state }) => state === 'failing')
    expect(goals.sync().problem).toMatch(/Gainsight/)
    expect(await goals.query({ limit: 1 })).toMatchObject({ total: 60, exact: true })
    bff.sandbox.faults([])
    await goals.synced(({ state, problem }) => state === 'idle' && problem === null, 30_000)
  })

  it('waits while every call is stopped', async () => {
    await bff.browser.put('/api/connection/stopped', { stopped: true })
    await goals.synced(({ state }) => state === 'stopped')
    expect((await goals.query({ limit: 1 })).total).toBe(60)
    await bff.browser.put('/api/connection/stopped', { stopped: false })
    await goals.synced(({ state }) => state === 'idle')
  })

  it('finds with its next sweep what leaves no trace in ModifiedDate, and which goals are gone', async () => {
    const [linked, deleted] = (await goals.query({ limit: 2, offset: 10 })).rows
    const [gsid, gone] = [linked?.gsid ?? '', deleted?.gsid ?? '']
    const stamp = {
      ModifiedDate: Number(linked?.fields['ModifiedDate']),
      ModifiedById: String(linked?.fields['ModifiedById']),
    }
    const links = { CTA: [...(linked?.CTA ?? []), '1S0100000000000000ELSEWHERE000000000'].toSorted() }
    await bff.sandbox.changeRecord(gsid, { record: stamp, links })
    await bff.sandbox.deleteRecord(gone)

    await goals.synced((now) => now.goals === 59, 50_000)
    const changes = await until(async () => {
      const seen = await goals.changes(gsid)
      return seen.length > 0 && seen
    })
    expect(changes).toMatchObject([{ field: 'CTA', before: linked?.CTA, after: links.CTA, by: null, source: 'sync' }])
    expect(goals.sync()).toMatchObject({ complete: true, problem: null })

    expect(await goals.changes(gone)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'Gsid', before: gone, after: null }),
        expect.objectContaining({ field: 'Name', before: deleted?.fields['Name'], after: null }),
      ]),
    )
    const reply = await bff.browser.get(`/api/goals/${gone}`)
    expect(reply.status).toBe(404)
    expect(reply.json).toMatchObject({ code: 'not-found', detail: expect.stringContaining('no longer in Gainsight') })
  })
})

describe('a synced index', () => {
  let bff: Bff
  let goals: ReturnType<typeof goalsOf>

  beforeAll(async () => {
    bff = await startBff({ sandbox: { goals: 300 }, env: never })
    goals = goalsOf(bff)
    await goals.settled()
  })
  afterAll(() => bff.stop())

  it('answers every read without a call to the tenant', async () => {
    const linked = (await goals.all()).filter(({ CTA, SP }) => CTA.length > 0 && SP.length > 0).slice(0, 5)
    // What goals point to is read in the background, once the goals are in.
    let calls = -1
    await until(async () => {
      const before = calls
      calls = bff.sandbox.stats().calls
      if (before !== calls) await wait(500)
      return before === calls
    }, 30_000)

    await goals.query()
    for (const value of 'abcdefghij') {
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
    expect(bff.sandbox.stats().calls).toBe(calls)
  })

  it('is there at once after a restart, and reads only what is new', async () => {
    const gsid = (await goals.query({ limit: 1 })).rows[0]?.gsid ?? ''
    await bff.sandbox.changeRecord(gsid, { record: { Name: 'Changed while nobody looked' } })
    const before = bff.sandbox.stats().byRoute['fetchGoals'] ?? 0
    await bff.restart()
    expect(await goals.query({ limit: 1 })).toMatchObject({ total: 300, exact: true })
    await until(async () => (await goals.read(gsid)).fields['Name'] === 'Changed while nobody looked')
    expect(await goals.changes(gsid)).toMatchObject([{ field: 'Name', after: 'Changed while nobody looked' }])
    expect((bff.sandbox.stats().byRoute['fetchGoals'] ?? 0) - before).toBe(1)
  })

  it('finds a smaller page by itself when the tenant takes no more of the size that it took', async () => {
    const gsid = (await goals.query({ limit: 1, offset: 1 })).rows[0]?.gsid ?? ''
    bff.sandbox.switches({ pageMaximum: 100 })
    await bff.sandbox.changeRecord(gsid, { record: { Name: 'Changed behind smaller pages' } })
    await bff.restart()
    await until(async () => (await goals.read(gsid)).fields['Name'] === 'Changed behind smaller pages')
    expect(goals.sync().problem).toBeNull()
  })
})

describe('a sweep', () => {
  it('goes on after a restart where it was interrupted, and states what syncing costs in a day', async () => {
    const sandbox = { goals: 600, latencyMs: 20, switches: { pageMaximum: 25 } }
    const bff = await startBff({ sandbox, env: { SYNC_INTERVAL_SECONDS: '30' } })
    try {
      const goals = goalsOf(bff)
      await goals.synced((now) => now.goals >= 400, 40_000)
      await bff.restart()
      expect(goals.sync().goals).toBeGreaterThanOrEqual(400)
      const before = bff.sandbox.stats().byRoute['fetchGoals'] ?? 0
      await goals.settled()
      expect((await goals.query({ limit: 0 })).total).toBe(600)
      // Of 24 pages the eight that are left, and a few to make sure.
      expect((bff.sandbox.stats().byRoute['fetchGoals'] ?? 0) - before).toBeLessThan(20)
      // To be seen for the first time is no change.
      const { rows } = await goals.query({ limit: 20 })
      expect((await Promise.all(rows.map(({ gsid }) => goals.changes(gsid)))).flat()).toEqual([])
      // A quarter of 50,000 at most; every 30 seconds an increment, and sweeps besides.
      expect(goals.sync().callsPerDay).toBeGreaterThan(2_880)
      expect(goals.sync().callsPerDay).toBeLessThanOrEqual(12_502)
      expect(goals.sync().intervalSeconds).toBe(30)
    } finally {
      await bff.stop()
    }
  })
})
