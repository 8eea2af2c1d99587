import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE EXTENSION IF NOT EXISTS pg_trgm`.execute(db)
  await sql`
    CREATE TABLE store (
      id integer PRIMARY KEY CHECK (id = 1),
      tenant text NOT NULL,
      recorded_at bigint NOT NULL
    )`.execute(db)
}
