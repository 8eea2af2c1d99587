import { randomUUID } from 'node:crypto'
import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Config } from '#bff/config.ts'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { StoredPerson } from './person-store.ts'
import { hashOf, newSecret } from './secrets.ts'
import type { PersonSessionTable } from './tables.ts'

export type StoredSession = Omit<Selectable<PersonSessionTable>, 'secret_hash' | 'way'>
export type SessionStore = ReturnType<typeof createSessionStore>

/** Using a session is noted no more often than this. */
const noteEveryMs = 60_000

type StoreOptions = {
  database: Database
  /** How people come in at present: sessions that were begun in another way hold no more. */
  way: string
  limits: Config['session']
  now: () => number
}

/** Sessions in the database: every process sees the same ones, and one that was ended is ended everywhere at once. */
export function createSessionStore({ database: { db }, way, limits, now }: StoreOptions) {
  const holds = (eb: ExpressionBuilder<Schema, 'person_session'>) =>
    eb.and([
      eb('person_session.way', '=', way),
      eb('person_session.ends_at', '>', now()),
      eb('person_session.last_used_at', '>', now() - limits.idleMs),
    ])

  /** Begins a session in the place of another. Gives what the cookie is to hold, which nobody can tell from the store. */
  async function begin(
    person: StoredPerson,
    { browser, idToken, replaces }: { browser: string; idToken: string | null; replaces: string | null },
  ): Promise<{ id: string; secret: string }> {
    const [id, secret, at] = [randomUUID(), newSecret(), now()]
    await db.transaction().execute(async (transaction) => {
      await transaction
        .deleteFrom('person_session')
        .where((eb) => eb.or([eb('id', '=', replaces), eb.not(holds(eb))]))
        .execute()
      await transaction
        .insertInto('person_session')
        .values({
          id,
          person_id: person.id,
          secret_hash: hashOf(secret),
          way,
          browser,
          id_token: idToken,
          started_at: at,
          last_used_at: at,
          ends_at: at + limits.longestMs,
        })
        .execute()
    })
    return { id, secret }
  }

  /** The session of a cookie with its person. */
  async function find(secret: string): Promise<{ session: StoredSession; person: StoredPerson } | null> {
    if (secret === '') return null
    const row = await db
      .selectFrom('person_session')
      .innerJoin('person', 'person.id', 'person_session.person_id')
      .selectAll('person')
      .select([
        'person_session.id as session_id',
        'person_session.browser',
        'person_session.id_token',
        'person_session.started_at',
        'person_session.last_used_at',
        'person_session.ends_at',
      ])
      .where('secret_hash', '=', hashOf(secret))
      .where(holds)
      .executeTakeFirst()
    if (!row) return null
    const { session_id, browser, id_token, started_at, last_used_at, ends_at, ...person } = row
    const session = { id: session_id, person_id: person.id, browser, id_token, started_at, last_used_at, ends_at }
    return { session, person }
  }

  async function noteUse({ id, person_id, last_used_at }: StoredSession): Promise<void> {
    const at = now()
    if (at - last_used_at < noteEveryMs) return
    await db.updateTable('person_session').set({ last_used_at: at }).where('id', '=', id).execute()
    await db.updateTable('person').set({ last_seen_at: at }).where('id', '=', person_id).execute()
  }

  async function ofPerson(personId: string): Promise<StoredSession[]> {
    return db
      .selectFrom('person_session')
      .select(['id', 'person_id', 'browser', 'id_token', 'started_at', 'last_used_at', 'ends_at'])
      .where('person_id', '=', personId)
      .where(holds)
      .orderBy('started_at', 'desc')
      .execute()
  }

  /** How many sessions each person has. */
  async function counts(): Promise<Map<string, number>> {
    const rows = await db
      .selectFrom('person_session')
      .select((eb) => ['person_id', eb.fn.countAll<number>().as('count')])
      .where(holds)
      .groupBy('person_id')
      .execute()
    return new Map(rows.map(({ person_id, count }) => [person_id, count]))
  }

  /** Ends one session of a person, or every one. Gives how many those were. */
  async function end(personId: string, id?: string): Promise<number> {
    const ended = await db
      .deleteFrom('person_session')
      .where('person_id', '=', personId)
      .where(holds)
      .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
      .returning('id')
      .execute()
    return ended.length
  }

  async function endAll(): Promise<void> {
    await db.deleteFrom('person_session').execute()
  }

  return { begin, find, noteUse, ofPerson, counts, end, endAll }
}
