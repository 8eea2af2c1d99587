import type { Status } from '@goalkeeper/contract/catalogue'
import { sql } from 'kysely'
import { meaningOf, type StatusMeaning } from '../connection/status-meanings.ts'
import type { Database } from '../database/connect.ts'
import type { FoundStatus } from './status-sources.ts'

export async function readStatuses({ db }: Database): Promise<FoundStatus[]> {
  const rows = await db.selectFrom('catalogue_status').selectAll().orderBy('sort_order').orderBy('name').execute()
  return rows.map(({ id, name, color, sort_order, active, source }) => ({
    id,
    name,
    color,
    order: sort_order,
    active,
    source,
  }))
}

/** Keeps statuses by their id. A pair that was only seen does not replace what the tenant's metadata says. */
export async function storeStatuses({ db }: Database, statuses: readonly FoundStatus[], now: number): Promise<void> {
  if (statuses.length === 0) return
  await db
    .insertInto('catalogue_status')
    .values(statuses.map(({ order, ...status }) => ({ ...status, sort_order: order, learned_at: now })))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          color: row.ref('excluded.color'),
          sort_order: row.ref('excluded.sort_order'),
          active: row.ref('excluded.active'),
          source: row.ref('excluded.source'),
          learned_at: row.ref('excluded.learned_at'),
        }))
        .where(sql<boolean>`excluded.source = 'tenant' OR catalogue_status.source = 'seen'`),
    )
    .execute()
}

/** After the tenant listed them all: what it does not list any more cannot be chosen, but stays for the goals that have it. */
export async function retireStatuses({ db }: Database, listed: readonly string[]): Promise<void> {
  await db
    .updateTable('catalogue_status')
    .set({ active: false })
    .where('source', '=', 'tenant')
    .where('id', 'not in', [...listed, ''])
    .execute()
}

/**
 * Statuses as people see them: what the tenant tells, with the meaning given here; then those that an admin typed in; then ids
 * on goals whose name nobody knows, which have the id for a name.
 */
export function mergeStatuses(parts: {
  known: readonly FoundStatus[]
  meanings: readonly StatusMeaning[]
  seenIds: readonly string[]
}): Status[] {
  const { known, meanings, seenIds } = parts
  const used = new Set<StatusMeaning>()
  const withMeaning = known.map(({ id, name, color, order, active, source }, index): Status => {
    const meant = meaningOf(meanings, { id, name })
    if (meant) used.add(meant)
    return {
      id,
      name,
      meaning: meant?.meaning ?? null,
      order: meant?.order ?? order ?? index,
      color: meant ? meant.color : color,
      active,
      source,
    }
  })
  const typed = meanings
    .filter((meant) => !used.has(meant))
    .map((meant): Status => ({ ...meant, active: true, source: 'typed' }))
  const named = new Set([...withMeaning, ...typed].map(({ id }) => id))
  const nameless = seenIds
    .filter((id) => !named.has(id))
    .map((id, index): Status => ({
      id,
      name: id,
      meaning: null,
      order: 10_000 + index,
      color: null,
      active: true,
      source: 'seen',
    }))
  return [...withMeaning, ...typed, ...nameless].toSorted((one, other) => one.order - other.order)
}

/** Whether a name is known for it, so that it can be chosen: the write side takes names only (reference 6.4). */
export const hasName = ({ id, name }: Pick<Status, 'id' | 'name'>) => name !== id
