import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE catalogue_record (
      kind text COLLATE "C" NOT NULL,
      gsid text COLLATE "C" NOT NULL,
      name text COLLATE "und-x-icu",
      found boolean NOT NULL,
      company_id text COLLATE "C",
      data jsonb NOT NULL,
      fetched_at bigint NOT NULL,
      PRIMARY KEY (kind, gsid)
    )`.execute(db)
  // Typeahead looks for words inside names; equal names of one kind are looked up to tell them apart.
  await sql`CREATE INDEX catalogue_record_words ON catalogue_record USING gin (lower(name) gin_trgm_ops)`.execute(db)
  await sql`CREATE INDEX catalogue_record_name ON catalogue_record (kind, lower(name))`.execute(db)
  await sql`CREATE INDEX catalogue_record_company ON catalogue_record (company_id, kind)`.execute(db)
  await sql`
    CREATE TABLE catalogue_list (
      scope text COLLATE "C" PRIMARY KEY,
      fetched_at bigint NOT NULL,
      complete boolean NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE catalogue_object (
      name text COLLATE "C" PRIMARY KEY,
      fields jsonb NOT NULL,
      fetched_at bigint NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE catalogue_seen_field (
      name text COLLATE "C" PRIMARY KEY,
      seen_at bigint NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE catalogue_status (
      id text COLLATE "C" PRIMARY KEY,
      name text COLLATE "und-x-icu" NOT NULL,
      color text,
      sort_order double precision,
      active boolean NOT NULL,
      source text NOT NULL CHECK (source IN ('tenant', 'seen')),
      learned_at bigint NOT NULL
    )`.execute(db)
}
