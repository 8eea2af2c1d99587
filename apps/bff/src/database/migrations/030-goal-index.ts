import { type Kysely, sql } from 'kysely'

/**
 * Ids sort by bytes and names by "und-x-icu", so that embedded storage and a server sort alike.
 * `goal_sighting` leaves room in its pages, so that a sweep's updates stay where they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE goal (
      gsid text COLLATE "C" PRIMARY KEY,
      name text COLLATE "und-x-icu",
      status_id text COLLATE "C",
      status_name text COLLATE "und-x-icu",
      status_meaning text COLLATE "C",
      due_date date,
      description text COLLATE "und-x-icu",
      description_text text COLLATE "und-x-icu",
      entity_type text COLLATE "und-x-icu",
      company_id text COLLATE "C",
      company_name text COLLATE "und-x-icu",
      relationship_id text COLLATE "C",
      relationship_name text COLLATE "und-x-icu",
      opportunity_id text COLLATE "C",
      opportunity_name text COLLATE "und-x-icu",
      goal_type_id text COLLATE "C",
      goal_category text COLLATE "und-x-icu",
      currency_iso_code text COLLATE "und-x-icu",
      created_by_id text COLLATE "C",
      created_by_name text COLLATE "und-x-icu",
      created_date bigint,
      modified_by_id text COLLATE "C",
      modified_by_name text COLLATE "und-x-icu",
      modified_date bigint,
      template_id text COLLATE "C",
      relationship_type_id text COLLATE "C",
      custom jsonb NOT NULL DEFAULT '{}',
      custom_text jsonb NOT NULL DEFAULT '{}',
      company jsonb NOT NULL DEFAULT '{}',
      cta_ids text[] COLLATE "C" NOT NULL DEFAULT '{}',
      sp_ids text[] COLLATE "C" NOT NULL DEFAULT '{}',
      hash text COLLATE "C" NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE goal_sighting (
      gsid text COLLATE "C" PRIMARY KEY,
      sweep integer NOT NULL,
      seen_at bigint NOT NULL
    ) WITH (fillfactor = 50)`.execute(db)
  await sql`
    CREATE TABLE goal_change (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      gsid text COLLATE "C" NOT NULL,
      field text COLLATE "C" NOT NULL,
      before jsonb NOT NULL,
      after jsonb NOT NULL,
      by text,
      source text NOT NULL CHECK (source IN ('sync', 'write')),
      seen_before bigint,
      seen_at bigint NOT NULL
    )`.execute(db)
  await sql`CREATE INDEX goal_change_of_goal ON goal_change (gsid, id DESC)`.execute(db)
  await sql`CREATE TABLE goal_sync (id integer PRIMARY KEY CHECK (id = 1), state jsonb NOT NULL)`.execute(db)
  await sql`
    CREATE TABLE goal_sync_lease (
      id integer PRIMARY KEY CHECK (id = 1),
      holder text NOT NULL,
      held_until timestamptz NOT NULL
    )`.execute(db)
}
