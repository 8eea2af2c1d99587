import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE person ADD COLUMN scope jsonb`.execute(db)
  await sql`ALTER TABLE script_token ADD COLUMN scope jsonb`.execute(db)
}
