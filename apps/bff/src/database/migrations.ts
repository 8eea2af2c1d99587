import type { Migration } from 'kysely/migration'
import * as store from './migrations/000-store.ts'

/** Every migration by its name; they run in the order of their names. Each room's owner writes its own. */
export const migrations: Record<string, Migration> = {
  '000-store': store,
}
