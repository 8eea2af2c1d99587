import { type Kysely, sql } from 'kysely'

/**
 * The list opens with open goals first, by due date: read in this order, its first rows cost as little with 100,000 goals as with ten. The
 * expression is that of goal-index/field-sql.ts. And what is narrowed by status is put in that order without a look at the goals themselves,
 * of which only those of the window are read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX goal_in_first_order ON goal ((CASE
      WHEN status_meaning = ANY ('{planned,"on track","at risk"}'::text[]) THEN 0
      WHEN status_meaning = ANY ('{achieved,dropped}'::text[]) THEN 1
      WHEN coalesce(status_meaning, '') = '' THEN NULL
    END), due_date, gsid)`.execute(db)
  await sql`DROP INDEX goal_of_status_name`.execute(db)
  await sql`
    CREATE INDEX goal_of_status_name
    ON goal (lower(status_name COLLATE "und-x-icu"), status_name, due_date, status_meaning, gsid)`.execute(db)
}
