import type { Database } from '../database/connect.ts'
import { ages } from './ages.ts'
import type { RecordIds } from './catalogue.ts'
import { eachOnItsOwn, isTenantAway } from './no-answer.ts'
import { allOf, type RecordFetcher } from './record-fetcher.ts'
import { readList, staleIds } from './record-store.ts'
import type { Turn } from './row-source.ts'
import type { StoredKind } from './tables.ts'

/**
 * Kinds that are read as a whole: a list of 50,000 costs ten calls, answers every search without one, and names every id.
 * Of CTAs and plans a tenant has too many; they are read by id and by company.
 */
const listedKinds = ['company', 'user', 'relationship', 'opportunity', 'template', 'relationshipType'] as const
/** A list that is too long to be read to its end is not worth ten calls every few hours: its ids are asked for instead. */
const longListAgeMs = 7 * 24 * 60 * 60_000
const idsAtOnce = 5000
const retryMs = 30_000

const kindOfKey = {
  companies: 'company',
  relationships: 'relationship',
  opportunities: 'opportunity',
  templates: 'template',
  relationshipTypes: 'relationshipType',
  users: 'user',
  ctas: 'CTA',
  plans: 'SP',
} as const satisfies Partial<Record<keyof RecordIds, StoredKind>>

type KeeperParts = {
  database: Database
  fetcher: RecordFetcher
  turn: Turn
  now: () => number
  onFailure: (error: unknown) => void
}

/** Keeps what is stored young, in the background and in turn. */
export type RecordKeeper = {
  /** Reads the lists that are too old. */
  refreshLists: () => Promise<void>
  /** Puts ids in the queue; those that are stored and young cost nothing. */
  ensure: (ids: RecordIds) => void
  /** Works on the queue from now on: before the tenant is known, every way to a record would be tried. */
  begin: () => void
  stop: () => Promise<void>
}

export function createRecordKeeper({ database, fetcher, turn, now, onFailure }: KeeperParts): RecordKeeper {
  const waiting = new Map<StoredKind, Set<string>>()
  let working: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined
  let isBegun = false
  let isStopped = false

  async function refreshList(kind: (typeof listedKinds)[number]): Promise<void> {
    const list = await readList(database, allOf(kind))
    const age = list?.complete === false ? longListAgeMs : ages[kind]
    if (!list || now() - list.fetchedAt > age) await fetcher.all(kind, turn)
  }

  const refreshLists = () => eachOnItsOwn(listedKinds.map((kind) => () => refreshList(kind)))

  const isListed = (kind: StoredKind): kind is (typeof listedKinds)[number] =>
    listedKinds.some((listed) => listed === kind)

  async function resolve(kind: StoredKind, ids: string[]): Promise<void> {
    const stale = () => staleIds(database, kind, ids, { found: now() - ages[kind], missing: now() - ages.missing })
    let todo = await stale()
    if (todo.length > 0 && isListed(kind)) {
      await refreshList(kind)
      todo = await stale()
    }
    if (todo.length > 0) await fetcher.byIds(kind, todo, turn)
  }

  const nextKind = () => [...waiting].find(([, ids]) => ids.size > 0)

  /** What only one kind fails at must not keep the others waiting: these ids come again with the next sweep. */
  function passOver(error: unknown): void {
    if (isTenantAway(error)) throw error
    onFailure(error)
  }

  /** Works until nothing waits. False when the tenant gave no answer: what waits then waits on. */
  async function work(): Promise<boolean> {
    try {
      for (let next = nextKind(); next && !isStopped; next = nextKind()) {
        const [kind, ids] = next
        const some = [...ids].slice(0, idsAtOnce)
        await resolve(kind, some).catch(passOver)
        for (const id of some) ids.delete(id)
      }
      return true
    } catch (error) {
      onFailure(error)
      return false
    }
  }

  function start(): void {
    if (!isBegun || isStopped || working || !nextKind()) return
    clearTimeout(retry)
    working = work().then((isDone) => {
      working = undefined
      // What came in since the last look, or what has to wait.
      if (isDone) start()
      else if (!isStopped) retry = setTimeout(start, retryMs).unref()
    })
  }

  return {
    refreshLists,
    ensure(wanted) {
      for (const [key, kind] of Object.entries(kindOfKey)) {
        const ids = waiting.get(kind) ?? new Set()
        for (const id of wanted[key as keyof typeof kindOfKey] ?? []) ids.add(id)
        waiting.set(kind, ids)
      }
      start()
    },
    begin() {
      isBegun = true
      start()
    },
    async stop() {
      isStopped = true
      clearTimeout(retry)
      await working
    },
  }
}
