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
  if (!failed) throw new Error(`The store cannot be used: ${reasonOf(error)}.`, { cause: error })
  throw new Error(`The store cannot be brought up to date: ${failed.migrationName} failed, ${reasonOf(error)}.`, {
    cause: error,
  })
}

/** PostgreSQL's and the system's own words: those of a connection name its address or user, never the password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // A host with several addresses fails with one error for each, and none of its own.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error.message
}
