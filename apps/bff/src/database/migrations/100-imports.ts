import { type Kysely, sql } from 'kysely'

/** Imports: files with their rows, how their columns are read, and what the rows come to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE import_file (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('text', 'workbook')),
      sheets text[] NOT NULL,
      sheet text,
      columns jsonb NOT NULL,
      rows integer NOT NULL,
      notices jsonb NOT NULL,
      shape text NOT NULL,
      mapping jsonb NOT NULL,
      remembered boolean NOT NULL,
      mapping_problems jsonb NOT NULL,
      checked boolean NOT NULL DEFAULT false,
      created_by text NOT NULL,
      created_by_id text NOT NULL,
      created_at bigint NOT NULL,
      change_set uuid
    )`.execute(db)
  await sql`
    CREATE TABLE import_row (
      import_id uuid NOT NULL REFERENCES import_file ON DELETE CASCADE,
      row integer NOT NULL,
      cells jsonb NOT NULL,
      corrected integer[] NOT NULL DEFAULT '{}',
      gsid text COLLATE "C",
      PRIMARY KEY (import_id, row)
    )`.execute(db)
  await sql`
    CREATE TABLE import_result (
      import_id uuid NOT NULL REFERENCES import_file ON DELETE CASCADE,
      row integer NOT NULL,
      place integer NOT NULL,
      outcome text NOT NULL CHECK (outcome IN ('create', 'update', 'unchanged', 'ambiguous', 'invalid')),
      gsid text COLLATE "C",
      name text,
      parent_name text,
      company_name text,
      differences jsonb NOT NULL,
      problems jsonb NOT NULL,
      goal_key text COLLATE "C",
      twin integer,
      kind text NOT NULL CHECK (kind IN ('create', 'update')),
      body jsonb,
      before jsonb NOT NULL,
      not_undoable text,
      PRIMARY KEY (import_id, row, place)
    )`.execute(db)
  await sql`
    CREATE TABLE import_decision (
      import_id uuid NOT NULL REFERENCES import_file ON DELETE CASCADE,
      column_at integer NOT NULL,
      value text NOT NULL COLLATE "C",
      decided text NOT NULL,
      PRIMARY KEY (import_id, column_at, value)
    )`.execute(db)
  // Whoever brings a file of the same columns again finds it read as last time.
  await sql`
    CREATE TABLE import_mapping (shape text PRIMARY KEY, mapping jsonb NOT NULL, saved_at bigint NOT NULL)`.execute(db)
}
