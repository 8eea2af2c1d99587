import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import type { Database } from '#bff/database/connect.ts'
import { type BudgetClock, createBudgetClock } from './budget-clock.ts'
import { openBudget, releaseOrphans, reportProcess } from './budget-open.ts'
import { type Allowances, allowancesOf } from './budget-rules.ts'
import { answerCall, giveBack, takeSlot, tick } from './budget-sql.ts'

const allowances: Allowances = {
  short: { calls: 4, tenantCalls: 4, ms: 1_000 },
  day: { calls: 14, tenantCalls: 14, ms: 10_000 },
}
const ceilings = { short: allowances.short.calls, day: allowances.day.calls, own: Number.MAX_SAFE_INTEGER }
const timeoutMs = 400
const every = {
  ...allowancesOf({ callsPerMinute: 1, callsPerDay: 1, sharePercent: 100, windowSeconds: 60 }, 0),
  synchronous: allowances,
}

let database: Database
beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.close())
const clear = () => sql`TRUNCATE gateway_clock, gateway_limit, gateway_call, gateway_process`.execute(database.db)

type Call = { id: number; admittedAt: number; latencyMs: number; receivedPart: number }

/** A world with a time of its own: the process, the tenant that receives its calls, and a database whose clock can be set. */
function createWorld() {
  let time = 1_000_000
  let clockSetBy = 0
  let clock: BudgetClock
  let holder = ''
  let onTheirWay: Call[] = []
  const received: number[] = []

  const start = async () => {
    // A monotonic clock begins anywhere.
    const origin = time - 77
    clock = createBudgetClock(() => time - origin)
    holder = randomUUID()
    await database.db.transaction().execute(async (trx) => {
      const now = await openBudget(trx, time + clockSetBy, every)
      clock.follow(now)
      await reportProcess(trx, holder, now, true)
      await releaseOrphans(trx, now, timeoutMs)
    })
  }
  const answer = async (call: Call) => {
    received.push(call.admittedAt + call.latencyMs * call.receivedPart)
    clock.follow(await answerCall(database.db, call.id, clock.now()))
  }
  return {
    received,
    start,
    time: () => time,
    onTheirWay: () => onTheirWay,
    async arrive(latencyMs: number, receivedPart: number): Promise<boolean> {
      const id = await database.db.transaction().execute(async (trx) => {
        const { now } = await tick(trx, clock.now())
        clock.follow(now)
        const call = { limitClass: 'synchronous', lane: 'people', holder } as const
        return (await takeSlot(trx, call, now, ceilings, allowances)).id
      })
      if (id !== null) onTheirWay.push({ id, admittedAt: time, latencyMs, receivedPart })
      return id !== null
    },
    /** Time passes, and the answers that are due come in. */
    async pass(ms: number) {
      const until = time + ms
      for (;;) {
        const [next] = onTheirWay.toSorted((a, b) => a.admittedAt + a.latencyMs - (b.admittedAt + b.latencyMs))
        if (!next || next.admittedAt + next.latencyMs > until) break
        time = next.admittedAt + next.latencyMs
        onTheirWay = onTheirWay.filter((call) => call !== next)
        await answer(next)
      }
      time = until
    },
    set(ms: number) {
      clockSetBy += ms
    },
    /** The process dies; what it had sent reaches the tenant some time later, within a call's time-out. */
    async crash(downMs: number) {
      for (const call of onTheirWay) received.push(time + timeoutMs * call.receivedPart)
      onTheirWay = []
      time += downMs
      await start()
    },
  }
}

const mostIn = (times: number[], windowMs: number) =>
  Math.max(0, ...times.map((from) => times.filter((each) => each >= from && each < from + windowMs).length))

// The ends are the interesting parts: received as it left, or as its answer came.
const part = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }))
const arrive = fc.record({ kind: fc.constant('arrive' as const), latencyMs: fc.nat(timeoutMs), part })
const pass = fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(700) })
const crash = fc.record({ kind: fc.constant('crash' as const), ms: fc.oneof(fc.nat(50), fc.nat(1_500)) })
const set = fc.record({ kind: fc.constant('set' as const), ms: fc.integer({ min: -30_000, max: 30_000 }) })
const setBack = fc.record({ kind: fc.constant('set' as const), ms: fc.integer({ min: -30_000, max: 0 }) })
type Step = { kind: 'arrive'; latencyMs: number; part: number } | { kind: 'pass' | 'crash' | 'set'; ms: number }

async function play(steps: Step[]) {
  await clear()
  const world = createWorld()
  await world.start()
  for (const step of steps) {
    if (step.kind === 'arrive') await world.arrive(step.latencyMs, step.part)
    else if (step.kind === 'pass') await world.pass(step.ms)
    else if (step.kind === 'crash') await world.crash(step.ms)
    else world.set(step.ms)
  }
  await world.pass(timeoutMs)
  return world
}

const story = (...kinds: fc.Arbitrary<Step>[]) =>
  fc.array(fc.oneof({ weight: 8, arbitrary: arrive }, { weight: 3, arbitrary: pass }, ...kinds), {
    minLength: 20,
    maxLength: 60,
  })

test('whatever arrives, crashes or sets the clock, the tenant never receives more than the limit in any window', async () => {
  await fc.assert(
    fc.asyncProperty(story(crash, set), async (steps) => {
      const { received } = await play(steps)
      expect(mostIn(received, allowances.short.ms)).toBeLessThanOrEqual(allowances.short.calls)
    }),
    { numRuns: 100, interruptAfterTimeLimit: 40_000 },
  )
})

test('the same holds for a day, unless the clock is set forward while nobody looks', async () => {
  await fc.assert(
    fc.asyncProperty(story(crash, setBack), async (steps) => {
      const { received } = await play(steps)
      expect(mostIn(received, allowances.day.ms)).toBeLessThanOrEqual(allowances.day.calls)
    }),
    { numRuns: 40, interruptAfterTimeLimit: 40_000 },
  )
})

test('no slot is kept longer than a window after its answer', async () => {
  await fc.assert(
    fc.asyncProperty(story(set), async (steps) => {
      await clear()
      const world = createWorld()
      await world.start()
      const answeredAt: number[] = []
      for (const step of steps) {
        if (step.kind === 'set') world.set(step.ms)
        if (step.kind === 'pass') {
          const before = world.onTheirWay()
          await world.pass(step.ms)
          const gone = before.filter((call) => !world.onTheirWay().includes(call))
          answeredAt.push(...gone.map((call) => call.admittedAt + call.latencyMs))
        }
        if (step.kind !== 'arrive') continue
        const inUse = (ms: number) =>
          world.onTheirWay().length + answeredAt.filter((at) => at >= world.time() - ms).length
        const isFree = inUse(allowances.short.ms) < ceilings.short && inUse(allowances.day.ms) < ceilings.day
        expect(await world.arrive(step.latencyMs, step.part)).toBe(isFree)
      }
    }),
    { numRuns: 40, interruptAfterTimeLimit: 40_000 },
  )
})

test('a slot of a call that was not sent comes back at once', async () => {
  await clear()
  const world = createWorld()
  await world.start()
  for (let call = 0; call < ceilings.short; call++) expect(await world.arrive(100, 0)).toBe(true)
  expect(await world.arrive(100, 0)).toBe(false)
  await giveBack(database.db, world.onTheirWay()[0]?.id ?? 0)
  expect(await world.arrive(100, 0)).toBe(true)
})

test('a day of 50,000 calls costs no more to count than an empty one', async () => {
  await clear()
  const now = createWorld().time()
  await database.db.transaction().execute((trx) => openBudget(trx, now, every))
  const limits = { callsPerMinute: 100, callsPerDay: 50_000, sharePercent: 100, windowSeconds: 60 }
  const full = allowancesOf(limits, 0).synchronous
  const call = { limitClass: 'synchronous', lane: 'people', holder: randomUUID() } as const
  const take = (at: number, calls = full.day.calls) =>
    database.db.transaction().execute((trx) => takeSlot(trx, call, at, { ...ceilings, short: 100, day: calls }, full))
  // The quickest of many: whatever else the machine does makes some of them slower, and none quicker.
  const timeOf = async (calls: number) => {
    let quickest = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 50; attempt++) {
      const began = performance.now()
      await take(now, calls)
      quickest = Math.min(quickest, performance.now() - began)
    }
    return quickest
  }
  const empty = await timeOf(0)

  const rows = Array.from({ length: 50_000 }, (_, index) => {
    const at = now - full.day.ms + 1 + Math.floor((index / 50_000) * (full.day.ms - 120_000))
    return {
      limit_class: 'synchronous' as const,
      lane: 'sync' as const,
      holder: call.holder,
      admitted_at: at,
      answered_at: at,
    }
  })
  while (rows.length > 0) await database.db.insertInto('gateway_call').values(rows.splice(0, 5_000)).execute()
  await database.db
    .updateTable('gateway_limit')
    .set({ day_used: 50_000 })
    .where('limit_class', '=', 'synchronous')
    .execute()
  expect(await take(now)).toMatchObject({ id: null, dayUsed: 50_000 })
  // Counting the rows would take many times as long.
  expect(await timeOf(50_000)).toBeLessThan(3 * empty + 3)
  // A day later every one of them has left the log, and the count with them.
  expect(await take(now + full.day.ms)).toMatchObject({ id: expect.any(Number), dayUsed: 0 })
})
