import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations.ts'
import type { Schema } from './schema.ts'

/** Runs the migrations that this store has not seen. Of several processes that start at once, one runs them. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  if (await isUpToDate(db)) return
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

/** Answered without the migrator, which first reads the description of the whole database: longer than all else at a start. */
async function isUpToDate(db: Kysely<Schema>): Promise<boolean> {
  try {
    const { rows } = await sql<{ known: string | null }>`SELECT to_regclass('kysely_migration')::text AS known`.execute(
      db,
    )
    if (!rows[0]?.known) return false
    const ran = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db)
    const names = new Set(ran.rows.map(({ name }) => name))
    return Object.keys(migrations).every((name) => names.has(name)) && names.size === Object.keys(migrations).length
  } catch (error) {
    throw new Error(`The store cannot be used: ${reasonOf(error)}.`, { cause: error })
  }
}

/** PostgreSQL's and the system's own words: those of a connection name its address or user, never the password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // A host with several addresses fails with one error for each, and none of its own.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error.message
}
