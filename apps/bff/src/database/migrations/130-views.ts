import { type Kysely, sql } from 'kysely'

/** Views of the list, how they stand above each person's own, short links to a list, and the frozen lists behind them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE list_view (
      id text COLLATE "C" PRIMARY KEY,
      name text NOT NULL,
      name_key text COLLATE "C" NOT NULL,
      owner text NOT NULL,
      owner_id text COLLATE "C" NOT NULL,
      shared boolean NOT NULL,
      state jsonb NOT NULL,
      version integer NOT NULL,
      changed_by text NOT NULL,
      changed_at bigint NOT NULL,
      UNIQUE (owner_id, name_key)
    )`.execute(db)
  await sql`
    CREATE TABLE view_tabs (
      person_id text COLLATE "C" PRIMARY KEY,
      pins text[] NOT NULL,
      default_view text COLLATE "C"
    )`.execute(db)
  await sql`
    CREATE TABLE list_link (
      id text COLLATE "C" PRIMARY KEY,
      state jsonb NOT NULL,
      frozen_filter jsonb,
      goals integer,
      exact boolean NOT NULL,
      made_by text NOT NULL,
      made_by_id text COLLATE "C" NOT NULL,
      made_at bigint NOT NULL,
      deleted_by text,
      deleted_at bigint
    )`.execute(db)
  await sql`CREATE INDEX list_link_maker ON list_link (made_by_id, made_at)`.execute(db)
  await sql`CREATE TABLE frozen_list (id text COLLATE "C" PRIMARY KEY, gsids text[] NOT NULL)`.execute(db)
}
