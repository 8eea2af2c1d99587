import { type Kysely, sql } from 'kysely'

/** Reviews: goals that people look at one by one, and what they decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE review (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      filter jsonb,
      notes_to_description boolean NOT NULL,
      created_by text NOT NULL,
      created_by_id text NOT NULL,
      created_at bigint NOT NULL,
      previous uuid
    )`.execute(db)
  await sql`
    CREATE TABLE review_item (
      review_id uuid NOT NULL REFERENCES review,
      place integer NOT NULL,
      gsid text NOT NULL COLLATE "C",
      name text NOT NULL,
      company_id text,
      company_name text,
      csm text,
      gone boolean NOT NULL DEFAULT false,
      claimed_session text,
      claimed_by text,
      claimed_at bigint,
      claimed_until bigint NOT NULL DEFAULT 0,
      decision jsonb,
      decided_by text,
      decided_by_id text,
      decided_at bigint,
      change_set uuid,
      PRIMARY KEY (review_id, place),
      UNIQUE (review_id, gsid)
    )`.execute(db)
  await sql`CREATE INDEX review_item_of_goal ON review_item (gsid)`.execute(db)
}
