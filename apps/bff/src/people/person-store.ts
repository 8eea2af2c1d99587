import { randomUUID } from 'node:crypto'
import type { Role } from '@goalkeeper/contract/policy'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { PersonTable } from './tables.ts'

export type StoredPerson = Selectable<PersonTable>
/** Somebody as those introduce them who know them. */
export type Introduction = Pick<StoredPerson, 'issuer' | 'subject' | 'name' | 'email' | 'claimed_role'>

/** Notes somebody who came in, with what is said of them now. */
export async function storeArrival({ db }: Database, person: Introduction, now: number): Promise<StoredPerson> {
  const { name, email, claimed_role } = person
  return db
    .insertInto('person')
    .values({
      id: randomUUID(),
      ...person,
      role: null,
      scope: null,
      first_seen_at: now,
      last_seen_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['issuer', 'subject']).doUpdateSet({ name, email, claimed_role, last_seen_at: now }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function findPerson(
  { db }: Database,
  { issuer, subject }: Pick<Introduction, 'issuer' | 'subject'>,
): Promise<StoredPerson | undefined> {
  return db
    .selectFrom('person')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
}

export async function readPerson({ db }: Database, id: string): Promise<StoredPerson | undefined> {
  return db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Everyone whom one issuer introduced, by name. */
export async function readPeople(db: Database['db'], issuer: string): Promise<StoredPerson[]> {
  return db
    .selectFrom('person')
    .selectAll()
    .where('issuer', '=', issuer)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute()
}

/** Runs a change of people while nobody else changes any: two admins cannot each count on the other to stay. */
export async function changePeople<T>(
  { db }: Database,
  change: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE`.execute(transaction)
    return change(transaction)
  })
}

export async function storeScope(db: Database['db'], id: string, scope: FilterTree | null): Promise<void> {
  const stored = scope && JSON.stringify(scope)
  await db.updateTable('person').set({ scope: stored }).where('id', '=', id).execute()
}

export async function storeRole(db: Database['db'], id: string, role: Role | null): Promise<void> {
  await db.updateTable('person').set({ role }).where('id', '=', id).execute()
}
