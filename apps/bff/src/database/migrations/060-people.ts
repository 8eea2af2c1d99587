import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const role = sql`text CHECK (role IN ('viewer', 'editor', 'operator', 'admin'))`
  await sql`
    CREATE TABLE person (
      id uuid PRIMARY KEY,
      issuer text COLLATE "C" NOT NULL,
      subject text COLLATE "C" NOT NULL,
      name text NOT NULL,
      email text,
      role ${role},
      claimed_role text CHECK (claimed_role IN ('viewer', 'editor', 'operator', 'admin')),
      first_seen_at bigint NOT NULL,
      last_seen_at bigint NOT NULL,
      UNIQUE (issuer, subject)
    )`.execute(db)
  await sql`
    CREATE TABLE person_session (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      secret_hash text COLLATE "C" NOT NULL UNIQUE,
      way text COLLATE "C" NOT NULL,
      browser text NOT NULL,
      id_token text,
      started_at bigint NOT NULL,
      last_used_at bigint NOT NULL,
      ends_at bigint NOT NULL
    )`.execute(db)
  await sql`CREATE INDEX person_session_person ON person_session (person_id)`.execute(db)
  await sql`
    CREATE TABLE sign_in (
      state_hash text COLLATE "C" PRIMARY KEY,
      browser_hash text COLLATE "C" NOT NULL,
      nonce text NOT NULL,
      verifier text NOT NULL,
      return_path text,
      replaces uuid,
      ends_at bigint NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE script_token (
      id uuid PRIMARY KEY,
      secret_hash text COLLATE "C" NOT NULL,
      name text NOT NULL,
      role ${role} NOT NULL,
      routes jsonb,
      created_by text NOT NULL,
      created_at bigint NOT NULL,
      expires_at bigint NOT NULL,
      last_used_at bigint,
      revoked_at bigint
    )`.execute(db)
}
