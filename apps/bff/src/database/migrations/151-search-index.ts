import { type Kysely, sql } from 'kysely'

/**
 * One index in the place of two: it holds every word of a goal, those of its names once more behind a colon, and their first one
 * to three letters behind a <, for so few letters begin too many words to look for each. Words that all have to be found are
 * then looked up together. To take the words of all goals apart costs more than any use of the index, and the cost of the
 * function says so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX goal_search_in_names`.execute(db)
  await sql`DROP INDEX goal_search_anywhere`.execute(db)
  await sql`
    CREATE FUNCTION searched_words(in_names text, rest text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
    BEGIN
      RETURN string_to_array(substr(in_names || rest
        || replace(in_names, ' ', ' :')
        || regexp_replace(in_names, ' ([^ ])[^ ]*', ' <\\1', 'g')
        || regexp_replace(in_names, ' ([^ ]{2})[^ ]*', ' <\\1', 'g')
        || regexp_replace(in_names, ' ([^ ]{3})[^ ]*', ' <\\1', 'g'), 2), ' ');
    END $$`.execute(db)
  await sql`
    CREATE INDEX goal_search_words ON goal_search USING gin (searched_words(name || names, rest))
    WITH (fastupdate = off)`.execute(db)
}
