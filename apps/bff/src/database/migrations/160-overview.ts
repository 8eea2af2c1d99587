import { type Kysely, sql } from 'kysely'

/**
 * What the Overview tells of time: how goals stood by day, and in which weeks goals moved later or were achieved. The turns that
 * are known from the kept differences are taken over; what a status means now is the best that is known of what it meant.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE goal_day (day date PRIMARY KEY, counted_at bigint NOT NULL, unnamed integer NOT NULL)`.execute(
    db,
  )
  await sql`
    CREATE TABLE goal_day_count (
      day date NOT NULL REFERENCES goal_day ON DELETE CASCADE,
      csm text COLLATE "C" NOT NULL,
      status_id text COLLATE "C" NOT NULL,
      goals integer NOT NULL,
      PRIMARY KEY (day, csm, status_id)
    )`.execute(db)
  await sql`
    CREATE TABLE goal_turn (
      gsid text COLLATE "C" NOT NULL,
      kind text COLLATE "C" NOT NULL CHECK (kind IN ('later', 'achieved')),
      week text COLLATE "C" NOT NULL,
      PRIMARY KEY (gsid, kind, week)
    )`.execute(db)
  await sql`CREATE INDEX goal_turn_of_week ON goal_turn (kind, week, gsid)`.execute(db)

  const week = sql`to_char(date_trunc('week', to_timestamp(seen_at / 1000.0) AT TIME ZONE 'UTC'), 'YYYY-MM-DD')`
  await sql`
    INSERT INTO goal_turn (gsid, kind, week)
    SELECT DISTINCT gsid, 'later', ${week} FROM goal_change
    WHERE field = 'DueDate' AND before #>> '{}' < after #>> '{}'`.execute(db)
  await sql`
    INSERT INTO goal_turn (gsid, kind, week)
    SELECT DISTINCT goal_change.gsid, 'achieved', ${week}
    FROM goal_change
    JOIN (SELECT DISTINCT status_id FROM goal WHERE status_meaning = 'achieved') AS achieved
      ON achieved.status_id = goal_change.after #>> '{}'
    LEFT JOIN (SELECT DISTINCT status_id FROM goal WHERE status_meaning = 'achieved') AS earlier
      ON earlier.status_id = goal_change.before #>> '{}'
    WHERE goal_change.field = 'StatusId' AND earlier.status_id IS NULL`.execute(db)
}
