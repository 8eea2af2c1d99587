import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'
import { inParts } from '#bff/in-parts.ts'
import { searchedColumns, type SearchedRow, searchRowOf } from './search-texts.ts'

/** As many goals as are made ready for searches at once. */
const batch = 500

/** Keeps what searches look at in goals that have just been written. */
export async function writeSearch(transaction: Transaction<Schema>, goals: readonly SearchedRow[]): Promise<void> {
  if (goals.length === 0) return
  const rows = goals.map(searchRowOf)
  await writeWords(transaction, rows)
  await sql`
    INSERT INTO goal_search (gsid, name, names, rest, modified_date)
    SELECT gsid, name, names, rest, modified_date FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (gsid text, name text, names text, rest text, modified_date bigint)
    ON CONFLICT (gsid) DO UPDATE SET
      name = excluded.name, names = excluded.names, rest = excluded.rest, modified_date = excluded.modified_date
    WHERE (goal_search.name, goal_search.names, goal_search.rest, goal_search.modified_date)
      IS DISTINCT FROM (excluded.name, excluded.names, excluded.rest, excluded.modified_date)`.execute(transaction)
}

/** In one order everywhere, so that two writers do not wait for each other. */
async function writeWords(
  transaction: Transaction<Schema>,
  rows: readonly ReturnType<typeof searchRowOf>[],
): Promise<void> {
  const inNames = new Map<string, boolean>()
  for (const { rest } of rows) for (const word of wordsOf(rest)) inNames.set(word, false)
  for (const { name, names } of rows) for (const word of wordsOf(name + names)) inNames.set(word, true)
  if (inNames.size === 0) return
  const words = [...inNames.keys()].toSorted()
  await sql`
    INSERT INTO search_word (word, in_names)
    SELECT word, in_names FROM unnest(${words}::text[], ${words.map((word) => inNames.get(word))}::boolean[])
      AS given (word, in_names)
    WHERE NOT EXISTS (
      SELECT FROM search_word known WHERE known.word = given.word AND (known.in_names OR NOT given.in_names))
    ORDER BY word
    ON CONFLICT (word) DO UPDATE SET in_names = true
    WHERE excluded.in_names AND NOT search_word.in_names`.execute(transaction)
}

const wordsOf = (text: string) => text.split(' ').slice(1)

/** Keeps anew what searches look at in these goals, which hold other names than before. */
export async function renewSearch(transaction: Transaction<Schema>, gsids: readonly string[]): Promise<void> {
  for (const some of inParts(gsids, batch)) {
    await writeSearch(transaction, await readSearched(transaction, sql<boolean>`gsid = ANY (${some}::text[])`))
  }
}

/** Makes those goals ready for searches that are not yet: all of them in a store from before there were searches. */
export async function fillSearch({ db }: Database): Promise<void> {
  const isMissing = sql<boolean>`NOT EXISTS (SELECT FROM goal_search WHERE goal_search.gsid = goal.gsid)`
  for (;;) {
    const left = await db.transaction().execute(async (transaction) => {
      const goals = await readSearched(transaction, isMissing)
      await writeSearch(transaction, goals)
      return goals.length
    })
    if (left < batch) return
  }
}

function readSearched(db: Kysely<Schema>, condition: ReturnType<typeof sql<boolean>>): Promise<SearchedRow[]> {
  return db.selectFrom('goal').select(searchedColumns).where(condition).limit(batch).execute()
}

export async function removeSearch(transaction: Transaction<Schema>, gsids: readonly string[]): Promise<void> {
  await sql`DELETE FROM goal_search WHERE gsid = ANY (${gsids}::text[])`.execute(transaction)
}
