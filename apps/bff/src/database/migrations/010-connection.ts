import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE connection_setting (
      name text COLLATE "C" PRIMARY KEY,
      value jsonb NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE connection_capability (
      name text COLLATE "C" PRIMARY KEY,
      state text NOT NULL CHECK (state IN ('yes', 'no', 'unknown')),
      found text NOT NULL,
      value jsonb NOT NULL,
      checked_at bigint NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE connection_meaning (
      name text COLLATE "C" PRIMARY KEY,
      id text COLLATE "C" UNIQUE,
      meaning text NOT NULL CHECK (meaning IN ('planned', 'on track', 'at risk', 'achieved', 'dropped')),
      sort_order double precision NOT NULL,
      color text
    )`.execute(db)
  await sql`
    CREATE TABLE connection_write_check (
      id uuid PRIMARY KEY,
      gsid text COLLATE "C" NOT NULL,
      actor text NOT NULL,
      started_at bigint NOT NULL,
      running boolean NOT NULL,
      finished_at bigint,
      passed boolean,
      plan jsonb NOT NULL,
      steps jsonb NOT NULL
    )`.execute(db)
  // One goal is checked at a time, however many processes share the store.
  await sql`CREATE UNIQUE INDEX connection_write_check_open ON connection_write_check ((1)) WHERE finished_at IS NULL`.execute(
    db,
  )
}
