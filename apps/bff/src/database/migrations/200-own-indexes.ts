import { type Kysely, sql } from 'kysely'

/**
 * Embedded storage makes no indexes of its own any more (goal-index/own-indexes.ts), and those that it has would only slow writes down. On a
 * server they come again as soon as they are asked for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indrelid = 'goal'::regclass AND starts_with(relname, 'goal_own_')`.execute(db)
  for (const { name } of rows) await sql`DROP INDEX ${sql.id(name)}`.execute(db)
}
