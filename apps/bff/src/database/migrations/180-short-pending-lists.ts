import { type Kysely, sql } from 'kysely'

/**
 * What is added to such an index waits in a list, which every look into the index reads in full, and is put in its place when the list is full: by
 * default at 4 MB, which takes whoever writes then most of a second. Without the list, each goal is put in its place alone, which takes five
 * times as long as many together. A short list has the best of both; the shortest where hundreds of ids are looked for at once.
 */
const kilobytes = {
  goal_ctas: 64,
  goal_plans: 64,
  goal_linked_terms: 64,
  goal_name_words: 256,
  goal_company_words: 256,
  goal_relationship_words: 256,
  goal_opportunity_words: 256,
  goal_csm_words: 256,
  goal_search_words: 512,
  search_word_in_names: 64,
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [index, limit] of Object.entries(kilobytes)) {
    await sql`ALTER INDEX ${sql.id(index)} SET (fastupdate = on, gin_pending_list_limit = ${sql.lit(limit)})`.execute(
      db,
    )
  }
  // To look at a sample of this index is to take the words of every goal in it apart: seconds, for a guess that no plan depends on.
  await sql`ALTER INDEX goal_search_words ALTER COLUMN 1 SET STATISTICS 0`.execute(db)
}
