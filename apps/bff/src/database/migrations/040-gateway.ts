import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE gateway_clock (
      id integer PRIMARY KEY CHECK (id = 1),
      latest bigint NOT NULL,
      stopped boolean NOT NULL DEFAULT false
    ) WITH (fillfactor = 50)`.execute(db)
  await sql`
    CREATE TABLE gateway_limit (
      limit_class text COLLATE "C" PRIMARY KEY,
      day_used integer NOT NULL DEFAULT 0,
      refusals integer NOT NULL DEFAULT 0,
      refused_since bigint,
      paused_until bigint NOT NULL DEFAULT 0,
      pace double precision NOT NULL DEFAULT 1,
      paced_at bigint NOT NULL DEFAULT 0
    ) WITH (fillfactor = 50)`.execute(db)
  await sql`
    CREATE TABLE gateway_call (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      limit_class text COLLATE "C" NOT NULL,
      lane text COLLATE "C" NOT NULL,
      holder uuid NOT NULL,
      admitted_at bigint NOT NULL,
      answered_at bigint
    )`.execute(db)
  await sql`CREATE INDEX gateway_call_answered ON gateway_call (limit_class, answered_at)`.execute(db)
  await sql`CREATE TABLE gateway_process (id uuid PRIMARY KEY, seen_at bigint NOT NULL)`.execute(db)
  await sql`
    CREATE TABLE gateway_write (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('create', 'update')),
      state text NOT NULL CHECK (state IN ('waiting', 'sent', 'confirmed', 'refused', 'cancelled', 'unknown')),
      gsid text COLLATE "C",
      name text,
      actor text NOT NULL,
      holder uuid NOT NULL,
      body jsonb NOT NULL,
      body_digest text NOT NULL,
      create_key text COLLATE "C",
      before jsonb,
      correlation_field text,
      asked_at bigint NOT NULL,
      sent_at bigint,
      doubted_at bigint,
      settled_at bigint,
      finding text CHECK (finding IN ('applied', 'not-applied', 'changed-since')),
      detail text,
      candidates jsonb NOT NULL DEFAULT '[]',
      reply text,
      problem jsonb,
      empty_reads integer NOT NULL DEFAULT 0,
      reads integer NOT NULL DEFAULT 0,
      read_at bigint
    )`.execute(db)
  const open = sql`state IN ('waiting', 'sent', 'unknown')`
  await sql`CREATE UNIQUE INDEX gateway_write_create ON gateway_write (create_key) WHERE ${open}`.execute(db)
  await sql`CREATE INDEX gateway_write_open ON gateway_write (gsid) WHERE ${open}`.execute(db)
  await sql`CREATE INDEX gateway_write_settled ON gateway_write (settled_at) WHERE settled_at IS NOT NULL`.execute(db)
  await sql`CREATE INDEX gateway_write_created ON gateway_write (gsid) WHERE kind = 'create'`.execute(db)
}
