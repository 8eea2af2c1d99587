import { isGsid } from '@goalkeeper/gainsight/gsid'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { recordColumns, type StoredRecord } from './record-store.ts'
import type { StoredKind } from './tables.ts'

export type RecordSearch = { words: string; limit: number; companyId?: string | undefined }
export type FoundInStore = StoredRecord & { kind: StoredKind }

/** Words that are spelled alike have four letters at least: shorter ones are like too many. */
const fewestLettersAlike = 4
const name = sql`lower(record.name)`

/**
 * Records whose name holds every word, best first: the exact name, names that begin with the words, names with a word that
 * does, then the rest by name. Without words all by name; a Gsid finds its record. Where no name holds the words, those
 * that are spelled alike.
 */
export async function searchRecords(
  database: Database,
  kinds: readonly StoredKind[],
  { words, limit, companyId }: RecordSearch,
): Promise<FoundInStore[]> {
  const phrase = words.trim().toLowerCase().replace(/\s+/g, ' ')
  const scope = all([
    kinds.length === 1 ? sql`record.kind = ${kinds[0]}` : sql`record.kind = ANY(${kinds})`,
    sql`record.found`,
    ...(companyId === undefined ? [] : [sql`record.company_id = ${companyId}`]),
  ])
  const find = (condition: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
    run(database, all([scope, condition]), order, limit)

  if (phrase === '') return find(sql`true`, name)
  if (isGsid(words.trim())) return find(sql`record.gsid = ${words.trim()}`, name)
  const holding = await find(all(phrase.split(' ').map((word) => like(`%${literal(word)}%`))), rankOf(phrase))
  if (holding.length > 0 || phrase.length < fewestLettersAlike) return holding
  return find(sql`${phrase} <% ${name}`, sql`word_similarity(${phrase}, ${name}) DESC`)
}

async function run({ db }: Database, condition: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) {
  const { rows } = await sql<FoundInStore>`
    SELECT record.kind, ${recordColumns} FROM catalogue_record record
    WHERE ${condition} ORDER BY ${order}, ${name}, record.gsid LIMIT ${limit}`.execute(db)
  return rows
}

const rankOf = (phrase: string) => sql`
  CASE WHEN ${name} = ${phrase} THEN 0
    WHEN ${like(`${literal(phrase)}%`)} THEN 1
    WHEN ${like(`% ${literal(phrase)}%`)} THEN 2
    ELSE 3 END`

const all = (conditions: RawBuilder<unknown>[]) => sql`(${sql.join(conditions, sql` AND `)})`
const like = (pattern: string) => sql`${name} LIKE ${pattern}`
/** A text as a pattern that only it matches. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')
