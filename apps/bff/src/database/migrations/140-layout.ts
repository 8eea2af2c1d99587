import { type Kysely, sql } from 'kysely'

/** How people have laid out the goals list. Without a key to `person`: where nobody is asked who they are, everyone is one who stands in no table. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE layout (person text COLLATE "C" PRIMARY KEY, layout jsonb NOT NULL)`.execute(db)
}
