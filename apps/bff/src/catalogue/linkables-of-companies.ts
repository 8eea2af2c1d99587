import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { Database } from '../database/connect.ts'
import { ages } from './ages.ts'
import { linkedItem, type LinkedKind } from './linked-items.ts'
import { isNoAnswer } from './no-answer.ts'
import { partsOf, type RecordFetcher } from './record-fetcher.ts'
import { readList, readRecordsOfCompanies } from './record-store.ts'
import type { Turn } from './row-source.ts'

export type LinkablesOfCompanies = (
  kind: LinkedKind,
  companyIds: readonly string[],
  asker: Turn,
) => Promise<Map<string, LinkedItem[]>>

type Parts = {
  database: Database
  fetcher: Pick<RecordFetcher, 'ofCompanies'>
  stopping: AbortSignal
  now: () => number
  onFailure: (error: unknown) => void
}

/** As many companies as are asked for in one call. */
const mostCompanies = 100
/** A preview waits no longer than this for what its rules look for. */
const patienceMs = 60_000

export function createLinkablesOfCompanies({
  database,
  fetcher,
  stopping,
  now,
  onFailure,
}: Parts): LinkablesOfCompanies {
  return async (kind, companyIds, asker) => {
    const known = new Set<string>()
    const old: string[] = []
    for (const id of new Set(companyIds)) {
      const list = await readList(database, partsOf(id, kind))
      if (list && now() - list.fetchedAt <= ages.shown) known.add(id)
      else old.push(id)
    }
    const turn = { ...asker, signal: AbortSignal.any([stopping, AbortSignal.timeout(patienceMs)]) }
    for (let from = 0; from < old.length; from += mostCompanies) {
      const asked = old.slice(from, from + mostCompanies)
      try {
        if (await fetcher.ofCompanies(kind, asked, turn)) for (const id of asked) known.add(id)
      } catch (error) {
        if (!isNoAnswer(error)) throw error
        onFailure(error)
        break
      }
    }
    const records = await readRecordsOfCompanies(database, kind, [...known])
    const byCompany = Map.groupBy(records, ({ companyId }) => companyId ?? '')
    return new Map(
      [...known].map((id) => [id, (byCompany.get(id) ?? []).map((each) => linkedItem(kind, each.gsid, each))] as const),
    )
  }
}
