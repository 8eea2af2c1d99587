import { type Kysely, sql } from 'kysely'

/**
 * Who did what, by names that stay, and kept so that nothing can be taken back: the database itself refuses to change or
 * remove what happened (docs/decisions).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE gateway_write ADD COLUMN actor_id text, ADD COLUMN screen text`.execute(db)
  await sql`ALTER TABLE goal_change ADD COLUMN write_id uuid, ADD COLUMN by_id text, ADD COLUMN screen text`.execute(db)
  await sql`
    CREATE TABLE activity_deed (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('write', 'deed')),
      at bigint NOT NULL,
      actor text NOT NULL,
      actor_id text,
      screen text,
      words text NOT NULL,
      gsid text COLLATE "C"
    )`.execute(db)

  // In the order in which Activity reads, alone and for each of its filters.
  await sql`CREATE INDEX goal_change_at ON goal_change (seen_at, id)`.execute(db)
  await sql`CREATE INDEX goal_change_of_goal_at ON goal_change (gsid, seen_at, id)`.execute(db)
  await sql`CREATE INDEX goal_change_by ON goal_change (by, seen_at, id)`.execute(db)
  await sql`CREATE INDEX goal_change_field ON goal_change (field, seen_at, id)`.execute(db)
  await sql`CREATE INDEX goal_change_source ON goal_change (source, seen_at, id)`.execute(db)
  await sql`CREATE INDEX goal_change_write ON goal_change (write_id) WHERE write_id IS NOT NULL`.execute(db)
  // What goals were called that have left.
  await sql`
    CREATE INDEX goal_change_last_name ON goal_change (gsid, id) WHERE field = 'Name' AND after = 'null'`.execute(db)
  const inVain = sql`state IN ('refused', 'cancelled', 'unknown')`
  await sql`
    CREATE INDEX gateway_write_in_vain ON gateway_write ((coalesce(settled_at, doubted_at)), id) WHERE ${inVain}`.execute(
    db,
  )
  await sql`CREATE INDEX gateway_write_actor ON gateway_write (actor)`.execute(db)
  await sql`CREATE INDEX activity_deed_at ON activity_deed (at, id)`.execute(db)
  await sql`CREATE INDEX activity_deed_actor ON activity_deed (actor, at, id)`.execute(db)

  await sql`
    CREATE FUNCTION refuse_to_forget() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
    END $$`.execute(db)
  for (const table of ['goal_change', 'activity_deed']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget()`.execute(db)
  }
  await sql`
    CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON gateway_write
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget()`.execute(db)
  // A cancelled write may be taken up again under its own id; what the tenant has decided is decided.
  await sql`
    CREATE FUNCTION keep_what_was_written() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state IN ('confirmed', 'refused') THEN
        RAISE EXCEPTION 'The write % is settled', OLD.id USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF (NEW.id, NEW.kind, NEW.actor, NEW.actor_id, NEW.screen, NEW.body, NEW.body_digest)
        IS DISTINCT FROM (OLD.id, OLD.kind, OLD.actor, OLD.actor_id, OLD.screen, OLD.body, OLD.body_digest)
      THEN
        RAISE EXCEPTION 'What the write % asks for, and who asks, cannot be changed', OLD.id
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER kept_as_written BEFORE UPDATE ON gateway_write
    FOR EACH ROW EXECUTE FUNCTION keep_what_was_written()`.execute(db)

  // Of each taking of the lease: whoever held it before cannot store anything any more.
  await sql`ALTER TABLE goal_sync_lease ADD COLUMN fencing bigint NOT NULL DEFAULT 0`.execute(db)
}
