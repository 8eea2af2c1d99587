import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { type DescribedField, describedFieldSchema } from './described-field.ts'

export type DescribedObjectName = 'goal' | 'company'

/** The fields of an object as last described; null: never. */
export async function readObject(
  { db }: Database,
  name: DescribedObjectName,
): Promise<{ fields: DescribedField[]; fetchedAt: number } | null> {
  const row = await db.selectFrom('catalogue_object').selectAll().where('name', '=', name).executeTakeFirst()
  return row ? { fields: z.array(describedFieldSchema).parse(row.fields), fetchedAt: row.fetched_at } : null
}

export async function storeObject(
  { db }: Database,
  name: DescribedObjectName,
  fields: readonly DescribedField[],
  now: number,
): Promise<void> {
  const row = { fields: JSON.stringify(fields), fetched_at: now }
  await db
    .insertInto('catalogue_object')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

export async function readSeenFields({ db }: Database): Promise<string[]> {
  const rows = await db.selectFrom('catalogue_seen_field').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

/** Gives true when one of them is new. */
export async function storeSeenFields({ db }: Database, names: readonly string[], now: number): Promise<boolean> {
  if (names.length === 0) return false
  const added = await db
    .insertInto('catalogue_seen_field')
    .values(names.map((name) => ({ name, seen_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .execute()
  return added.length > 0
}
