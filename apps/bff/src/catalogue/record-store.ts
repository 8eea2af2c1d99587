import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { inParts } from '../in-parts.ts'
import type { StoredKind } from './tables.ts'

/** A record as a source found it. */
export type FoundRecord = { gsid: string; name: string; companyId: string | null; data: Record<string, unknown> }
/** A record as it is stored; `name` null: never found. `hasTwin`: another of its kind has the same name. */
export type StoredRecord = {
  gsid: string
  name: string | null
  found: boolean
  companyId: string | null
  data: Record<string, unknown>
  fetchedAt: number
  hasTwin: boolean
}

/** So many records are stored in one transaction. */
const storedAtOnce = 500

/** Keeps what was found. Gives the ids of those that are new or other than before. */
export async function storeFound(
  database: Database,
  kind: StoredKind,
  records: readonly FoundRecord[],
  now: number,
): Promise<string[]> {
  const changed: string[] = []
  for (const some of inParts(records, storedAtOnce)) changed.push(...(await storeSome(database, kind, some, now)))
  return changed
}

async function storeSome({ db }: Database, kind: StoredKind, records: readonly FoundRecord[], now: number) {
  const incoming = sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
    AS incoming(gsid text, name text, "companyId" text, data jsonb)`
  return db.transaction().execute(async (transaction) => {
    const changed = await sql<{ gsid: string }>`
      INSERT INTO catalogue_record AS stored (kind, gsid, name, found, company_id, data, fetched_at)
      SELECT ${kind}, gsid, name, true, "companyId", data, ${now} FROM ${incoming}
      ON CONFLICT (kind, gsid) DO UPDATE
        SET name = excluded.name, found = true, company_id = excluded.company_id, data = excluded.data,
          fetched_at = excluded.fetched_at
        WHERE (stored.name, stored.found, stored.company_id, stored.data)
          IS DISTINCT FROM (excluded.name, true, excluded.company_id, excluded.data)
      RETURNING gsid`.execute(transaction)
    const gsids = records.map(({ gsid }) => gsid)
    await transaction
      .updateTable('catalogue_record')
      .set({ fetched_at: now })
      .where('kind', '=', kind)
      .where('gsid', '=', sql<string>`ANY(${gsids})`)
      .where('fetched_at', '<>', now)
      .execute()
    return changed.rows.map(({ gsid }) => gsid)
  })
}

/** Remembers that the tenant does not know these ids (any more); their last names stay. Gives those that were known until now. */
export async function storeMissing(
  { db }: Database,
  kind: StoredKind,
  ids: readonly string[],
  now: number,
): Promise<string[]> {
  if (ids.length === 0) return []
  return db.transaction().execute(async (transaction) => {
    const lost = await transaction
      .selectFrom('catalogue_record')
      .select('gsid')
      .where('kind', '=', kind)
      .where('gsid', '=', sql<string>`ANY(${ids})`)
      .where('found', '=', true)
      .execute()
    await transaction
      .insertInto('catalogue_record')
      .values(
        ids.map((gsid) => ({ kind, gsid, name: null, found: false, company_id: null, data: '{}', fetched_at: now })),
      )
      .onConflict((conflict) => conflict.columns(['kind', 'gsid']).doUpdateSet({ found: false, fetched_at: now }))
      .execute()
    return lost.map(({ gsid }) => gsid)
  })
}

/** Of a table `record`: what makes a StoredRecord. */
export const recordColumns = sql<StoredRecord>`
  record.gsid, record.name, record.found, record.company_id AS "companyId", record.data, record.fetched_at AS "fetchedAt",
  EXISTS (
    SELECT FROM catalogue_record twin
    WHERE twin.kind = record.kind AND lower(twin.name) = lower(record.name) AND twin.gsid <> record.gsid
  ) AS "hasTwin"`

export async function readRecords(
  { db }: Database,
  kind: StoredKind,
  ids: readonly string[],
): Promise<Map<string, StoredRecord>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<StoredRecord>`
    SELECT ${recordColumns} FROM catalogue_record record WHERE kind = ${kind} AND gsid = ANY(${ids})`.execute(db)
  return new Map(rows.map((row) => [row.gsid, row]))
}

/** What a kind has beside its name, of those records that the tenant knew when last asked. */
export async function readFoundData(
  { db }: Database,
  kind: StoredKind,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ gsid: string; data: Record<string, unknown> }>`
    SELECT gsid, data FROM catalogue_record WHERE kind = ${kind} AND found AND gsid = ANY(${ids})`.execute(db)
  return new Map(rows.map(({ gsid, data }) => [gsid, data]))
}

/** A record that a goal can hang on. */
export type ListedRecord = {
  gsid: string
  name: string
  companyId: string | null
  companyName: string | null
  data: Record<string, unknown>
}

/** Every record of a kind that was there when last looked for. */
export async function readEvery({ db }: Database, kind: StoredKind): Promise<ListedRecord[]> {
  const { rows } = await sql<ListedRecord>`
    SELECT record.gsid, record.name, record.company_id AS "companyId", company.name AS "companyName", record.data
    FROM catalogue_record record
    LEFT JOIN catalogue_record company ON company.kind = 'company' AND company.gsid = record.company_id
    WHERE record.kind = ${kind} AND record.found AND record.name IS NOT NULL
    ORDER BY record.name, record.gsid`.execute(db)
  return rows
}

/** Records of a kind that belong to these companies and were there when last looked for. */
export async function readRecordsOfCompanies(
  { db }: Database,
  kind: StoredKind,
  companyIds: readonly string[],
): Promise<StoredRecord[]> {
  if (companyIds.length === 0) return []
  const { rows } = await sql<StoredRecord>`
    SELECT ${recordColumns} FROM catalogue_record record
    WHERE record.kind = ${kind} AND record.found AND record.company_id = ANY (${[...companyIds]}::text[])
    ORDER BY lower(record.name), record.gsid`.execute(db)
  return rows
}

/** Users by their e-mail address in small letters. One address may have several, of whom one may have left: the active first. */
export async function readUsersByEmail(
  { db }: Database,
  emails: string[],
): Promise<Map<string, { gsid: string; name: string }>> {
  if (emails.length === 0) return new Map()
  const { rows } = await sql<{ email: string; gsid: string; name: string }>`
    SELECT DISTINCT ON (lower(data->>'email')) lower(data->>'email') AS email, gsid, name FROM catalogue_record
    WHERE kind = 'user' AND found AND name IS NOT NULL
      AND lower(data->>'email') = ANY(${emails.map((email) => email.toLowerCase())})
    ORDER BY lower(data->>'email'), (data->>'active') DESC, gsid`.execute(db)
  return new Map(rows.map(({ email, gsid, name }) => [email, { gsid, name }]))
}

/** Of these ids, those that are not stored or were last read before the instants. */
export async function staleIds(
  { db }: Database,
  kind: StoredKind,
  ids: readonly string[],
  before: { found: number; missing: number },
): Promise<string[]> {
  const { rows } = await sql<{ gsid: string }>`
    SELECT wanted.gsid FROM unnest(${ids}::text[]) AS wanted(gsid)
    LEFT JOIN catalogue_record stored ON stored.kind = ${kind} AND stored.gsid = wanted.gsid
    WHERE stored.gsid IS NULL
      OR stored.fetched_at < CASE WHEN stored.found THEN ${before.found}::bigint ELSE ${before.missing}::bigint END`.execute(
    db,
  )
  return rows.map(({ gsid }) => gsid)
}

/** Lets every record of a kind and their list count as old, so that they are read again. */
export async function forgetAges({ db }: Database, kind: StoredKind, scope: string): Promise<void> {
  await db.updateTable('catalogue_record').set({ fetched_at: 0 }).where('kind', '=', kind).execute()
  await db.updateTable('catalogue_list').set({ fetched_at: 0 }).where('scope', '=', scope).execute()
}

/** When a list was last read to its end or to its limit; null: never. */
export async function readList(
  { db }: Database,
  scope: string,
): Promise<{ fetchedAt: number; complete: boolean } | null> {
  const row = await db.selectFrom('catalogue_list').selectAll().where('scope', '=', scope).executeTakeFirst()
  return row ? { fetchedAt: row.fetched_at, complete: row.complete } : null
}

export async function storeList({ db }: Database, scope: string, complete: boolean, now: number): Promise<void> {
  await db
    .insertInto('catalogue_list')
    .values({ scope, fetched_at: now, complete })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet({ fetched_at: now, complete }))
    .execute()
}
