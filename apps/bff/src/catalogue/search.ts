import * as texts from '@goalkeeper/texts/server/catalogue'
import type { Connection } from '../connection/connection.ts'
import type { Database } from '../database/connect.ts'
import type { Caller } from '../http/caller.ts'
import { ages } from './ages.ts'
import { createCoalesce } from './coalesce.ts'
import { isNoAnswer } from './no-answer.ts'
import { absentNotice } from './notices.ts'
import { allOf, partsOf, type RecordFetcher } from './record-fetcher.ts'
import { type FoundInStore, type RecordSearch, searchRecords } from './record-search.ts'
import { readList } from './record-store.ts'
import type { Turn } from './row-source.ts'
import type { StoredKind } from './tables.ts'

export type Found = { records: FoundInStore[]; notice: string | null }

/** Searches by name: in the store, and at the tenant what the store may not hold. */
export type Search = (kinds: readonly StoredKind[], wanted: RecordSearch, caller: Caller) => Promise<Found>

type SearchParts = {
  database: Database
  fetcher: RecordFetcher
  connection: Pick<Connection, 'known'>
  turn: (caller: Caller) => Turn
  now: () => number
}

/** Fewer letters find half the tenant. */
const fewestLetters = 2
const rememberedSearches = 1000

export function createSearch({ database, fetcher, connection, turn, now }: SearchParts): Search {
  const coalesce = createCoalesce()
  /** Words that the tenant was asked for, with the instant. */
  const asked = new Map<string, number>()

  /** Asks the tenant, unless its whole list is stored or it was asked a moment ago. */
  async function complete(kind: StoredKind, { words, companyId }: RecordSearch, caller: Caller): Promise<void> {
    if ((await readList(database, allOf(kind)))?.complete) return
    if (companyId !== undefined) {
      const list = await readList(database, partsOf(companyId, kind))
      if (list && now() - list.fetchedAt < ages.searched) return
      await coalesce(partsOf(companyId, kind), () => fetcher.ofCompany(kind, companyId, turn(caller)))
      return
    }
    const phrase = words.trim().toLowerCase()
    const key = `${kind} ${phrase}`
    if (phrase.length < fewestLetters || now() - (asked.get(key) ?? 0) < ages.searched) return
    await coalesce(key, () => fetcher.named(kind, words.trim(), turn(caller)))
    remember(key)
  }

  function remember(key: string): void {
    asked.delete(key)
    asked.set(key, now())
    const [oldest] = asked.keys()
    if (asked.size > rememberedSearches && oldest !== undefined) asked.delete(oldest)
  }

  return async (kinds, wanted, caller) => {
    let notice = absentNotice(kinds, connection.known)
    try {
      for (const kind of kinds) await complete(kind, wanted, caller)
    } catch (error) {
      if (!isNoAnswer(error)) throw error
      notice = texts.gainsightDidNotAnswerJustNow
    }
    return { records: await searchRecords(database, kinds, wanted), notice }
  }
}
