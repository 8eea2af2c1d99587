import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from './connect.ts'
import { startPostgres } from '../../test/postgres-server.ts'
import { createLease, type Lease, LeaseLost } from './lease.ts'

let server: Awaited<ReturnType<typeof startPostgres>>
let database: Database
const leases: Lease[] = []

beforeAll(async () => {
  server = await startPostgres()
  database = await openDatabase({ kind: 'postgres', url: await server.database() }, '', pino({ level: 'silent' }))
})
afterEach(async () => {
  for (const lease of leases.splice(0)) await lease.release()
})
afterAll(async () => {
  await database.close()
  await server.stop()
})

function process() {
  const lease = createLease(database, 'sync')
  leases.push(lease)
  return lease
}

/** As when its holder was paused for longer than it lasts. */
const runOut = () => sql`UPDATE lease SET held_until = '-infinity'`.execute(database.db)

const store = (lease: Lease, note: string) =>
  database.db.transaction().execute(async (transaction) => {
    await lease.guard(transaction)
    const state = JSON.stringify({ note })
    await sql`
      INSERT INTO goal_sync (id, state) VALUES (1, ${state}) ON CONFLICT (id) DO UPDATE SET state = excluded.state`.execute(
      transaction,
    )
  })
const stored = async () =>
  (await sql<{ note: string }>`SELECT state ->> 'note' AS note FROM goal_sync`.execute(database.db)).rows[0]?.note

test('one holds it, and another one when it was given back', async () => {
  const [one, other] = [process(), process()]
  expect([await one.hold(), await other.hold()]).toEqual([true, false])
  await one.release()
  expect([await other.hold(), await one.hold()]).toEqual([true, false])
})

test('who was away for longer than it lasts stores nothing when another one has taken it', async () => {
  const [one, other] = [process(), process()]
  await one.hold()
  await store(one, 'of the first')
  await runOut()
  expect(await other.hold()).toBe(true)
  await store(other, 'of the second')
  await expect(store(one, 'too late')).rejects.toThrow(LeaseLost)
  expect(await stored()).toBe('of the second')
  expect(await one.hold()).toBe(false)
})

test('the one before stays shut out, though it takes the lease again itself', async () => {
  const [one, other] = [process(), process()]
  await one.hold()
  const late = one.guard
  await runOut()
  await other.hold()
  await runOut()
  // A third taking has a number of its own.
  const third = process()
  expect(await third.hold()).toBe(true)
  await expect(database.db.transaction().execute(late)).rejects.toThrow(LeaseLost)
  await expect(store(other, 'too late')).rejects.toThrow(LeaseLost)
  await store(third, 'of the third')
})

test('nobody takes it while its holder is storing', async () => {
  const [one, other] = [process(), process()]
  await one.hold()
  let taking: Promise<boolean> | undefined
  await database.db.transaction().execute(async (transaction) => {
    await one.guard(transaction)
    // The lease runs out meanwhile, in which nobody may change its row.
    taking = runOut().then(() => other.hold())
    await sql`INSERT INTO goal_sync (id, state) VALUES (1, '{"note": "in time"}') ON CONFLICT (id) DO UPDATE SET state = excluded.state`.execute(
      transaction,
    )
  })
  expect(await taking).toBe(true)
  expect(await stored()).toBe('in time')
})
