import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations.ts'
import type { Schema } from './schema.ts'

/** Runs the migrations that this store has not seen. Of several processes that start at once, one runs them. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  // Rooms number their own migrations, so a new one may sort before another room's that has already run.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results?.find((result) => result.status === 'Error')
  throw new Error(`The store could not be brought up to date${failed ? ` (${failed.migrationName})` : ''}.`, {
    cause: error,
  })
}
