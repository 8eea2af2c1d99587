import { type Kysely, sql } from 'kysely'

/** Change sets with their ledger, and leases by name in the place of the one of the sync. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE lease (
      name text PRIMARY KEY,
      holder text NOT NULL,
      session text,
      held_until timestamptz NOT NULL,
      fencing bigint NOT NULL
    )`.execute(db)
  await sql`
    INSERT INTO lease (name, holder, held_until, fencing)
    SELECT 'sync', holder, held_until, fencing FROM goal_sync_lease`.execute(db)
  await sql`DROP TABLE goal_sync_lease`.execute(db)

  await sql`
    CREATE TABLE change_set (
      id uuid PRIMARY KEY,
      state text NOT NULL CHECK (state IN ('draft', 'scheduled', 'running', 'paused', 'done', 'cancelled')),
      title text NOT NULL,
      deeds jsonb NOT NULL,
      origin text NOT NULL,
      origin_id uuid,
      filter jsonb,
      reason text NOT NULL,
      unchanged integer NOT NULL,
      created_by text NOT NULL,
      created_by_id text NOT NULL,
      created_at bigint NOT NULL,
      started_by text,
      started_by_id text,
      started_at bigint,
      start_at bigint,
      ended_at bigint,
      stop_after integer NOT NULL,
      first integer,
      paused_because text,
      undone_by uuid
    )`.execute(db)
  await sql`CREATE INDEX change_set_newest ON change_set (created_at, id)`.execute(db)
  await sql`CREATE INDEX change_set_to_run ON change_set (state) WHERE state IN ('scheduled', 'running')`.execute(db)

  // The goals that were chosen, which stay so whatever becomes of the deeds.
  await sql`CREATE TABLE change_choice (set_id uuid PRIMARY KEY, gsids text[] NOT NULL, made_at bigint NOT NULL)`.execute(
    db,
  )

  // Rows are written before their set, which makes them visible at once; those without one were left behind by a crash.
  await sql`
    CREATE TABLE change_row (
      set_id uuid NOT NULL,
      row integer NOT NULL,
      kind text NOT NULL CHECK (kind IN ('update', 'create')),
      gsid text COLLATE "C",
      name text NOT NULL,
      company_name text,
      differences jsonb NOT NULL,
      body jsonb,
      before jsonb NOT NULL,
      included boolean NOT NULL DEFAULT true,
      problem text,
      remedy text,
      choices jsonb NOT NULL DEFAULT '[]',
      choice text,
      altered jsonb NOT NULL DEFAULT '{}',
      not_undoable text,
      state text CHECK (state IN ('queued', 'sent', 'confirmed', 'failed', 'unknown', 'skipped')),
      attempts integer NOT NULL DEFAULT 0,
      write_id uuid,
      reason text,
      meanwhile jsonb NOT NULL DEFAULT '[]',
      request_id text,
      settled_at bigint,
      PRIMARY KEY (set_id, row)
    )`.execute(db)
  await sql`CREATE INDEX change_row_of_state ON change_row (set_id, state, row)`.execute(db)

  // What a run has done to a goal can be taken back by another one, and not be made undone here.
  await sql`
    CREATE FUNCTION refuse_change_of_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'Row % of change set % is confirmed', OLD.row, OLD.set_id USING ERRCODE = 'insufficient_privilege';
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER change_row_stays BEFORE UPDATE OR DELETE ON change_row
    FOR EACH ROW WHEN (OLD.state = 'confirmed') EXECUTE FUNCTION refuse_change_of_confirmed()`.execute(db)
}
