import { type Kysely, sql } from 'kysely'

/**
 * What searches look at: the words of each goal (goal-index/search-store.ts), apart from the goal, so that a search reads
 * narrow rows. `name`, `names` and `rest` are words with a blank before each. The rows are made when the process starts.
 *
 * One index holds every word of a goal, those of its names once more behind a colon, and their first one to three letters behind
 * a <, for so few letters begin too many words to look for each. Words that all have to be found are then looked up together. To
 * take the words of all goals apart costs more than any use of the index, and the cost of the function says so. A search must not
 * wait for what has been written since the last vacuum (180-short-pending-lists.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE goal_search (
      gsid text COLLATE "C" PRIMARY KEY,
      name text COLLATE "C" NOT NULL,
      names text COLLATE "C" NOT NULL,
      rest text COLLATE "C" NOT NULL,
      modified_date bigint
    )`.execute(db)
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
  await sql`
    CREATE TABLE search_word (
      word text COLLATE "C" PRIMARY KEY,
      in_names boolean NOT NULL
    )`.execute(db)
  await sql`
    CREATE INDEX search_word_in_names ON search_word USING gin (word gin_trgm_ops) WHERE in_names`.execute(db)
  await sql`ALTER TABLE review ADD COLUMN search text`.execute(db)
}
