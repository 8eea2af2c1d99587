import { type Kysely, sql } from 'kysely'

/**
 * What searches look at: the words of each goal (goal-index/search-store.ts), apart from the goal, so that a search reads
 * narrow rows. `name`, `names` and `rest` are words with a blank before each. A search must not wait for what has been written
 * since the last vacuum, hence no fastupdate. The rows are made when the process starts.
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
    CREATE INDEX goal_search_in_names ON goal_search
    USING gin (string_to_array(substr(name || names, 2), ' ')) WITH (fastupdate = off)`.execute(db)
  await sql`
    CREATE INDEX goal_search_anywhere ON goal_search
    USING gin (string_to_array(substr(name || names || rest, 2), ' ')) WITH (fastupdate = off)`.execute(db)
  await sql`
    CREATE TABLE search_word (
      word text COLLATE "C" PRIMARY KEY,
      in_names boolean NOT NULL
    )`.execute(db)
  await sql`
    CREATE INDEX search_word_in_names ON search_word USING gin (word gin_trgm_ops) WHERE in_names`.execute(db)
  await sql`ALTER TABLE review ADD COLUMN search text`.execute(db)
}
