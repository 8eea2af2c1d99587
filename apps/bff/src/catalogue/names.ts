import type { Database } from '../database/connect.ts'
import type { Caller } from '../http/caller.ts'
import { createCoalesce } from './coalesce.ts'
import type { RecordFetcher } from './record-fetcher.ts'
import { readRecords } from './record-store.ts'
import type { Turn } from './row-source.ts'
import type { StoredKind } from './tables.ts'

/** Names by id. What nobody could name is left out. */
export type ReadNames = (kind: StoredKind, ids: readonly string[], caller: Caller) => Promise<Record<string, string>>

type NamesParts = {
  database: Database
  fetcher: Pick<RecordFetcher, 'byIds'>
  turn: (caller: Caller) => Turn
  onFailure: (error: unknown) => void
}

/** Names as they are stored, however old; the tenant is asked once for ids that nobody has asked for before. */
export function createReadNames({ database, fetcher, turn, onFailure }: NamesParts): ReadNames {
  const coalesce = createCoalesce()
  return async (kind, ids, caller) => {
    const stored = await readRecords(database, kind, ids)
    const unknown = ids.filter((id) => !stored.has(id))
    if (unknown.length === 0) return namesIn(stored.values())
    const fetch = () => fetcher.byIds(kind, unknown, turn(caller))
    await coalesce(`${kind} ${unknown.toSorted().join()}`, fetch).catch(onFailure)
    return namesIn((await readRecords(database, kind, ids)).values())
  }
}

function namesIn(records: Iterable<{ gsid: string; name: string | null }>): Record<string, string> {
  return Object.fromEntries([...records].flatMap(({ gsid, name }) => (name === null ? [] : [[gsid, name]])))
}
