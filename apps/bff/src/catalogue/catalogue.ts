import * as texts from '@goalkeeper/texts/server/catalogue'
import type { Company, Field, LinkedItem, NamedKind, Status } from '@goalkeeper/contract/catalogue'
import type { LinkedKind, LinkedProperties } from '@goalkeeper/filter/linked-fields'
import type { Router } from 'express'
import type { Logger } from 'pino'
import { repeat, type Repeating } from '../connection/background.ts'
import type { Connection } from '../connection/connection.ts'
import type { Database } from '../database/connect.ts'
import type { Events } from '../events/events.ts'
import type { Gateway, SettledWrite } from '../gateway/gateway.ts'
import { AppError } from '../http/app-error.ts'
import type { Caller } from '../http/caller.ts'
import { createCatalogueRouter } from './catalogue-router.ts'
import type { GoalsSeen } from './goals-seen.ts'
import { createNews, type Seen, seenInWrite, storeNames } from './learn.ts'
import { createLinkables } from './linkables.ts'
import { createLinkablesOfCompanies, type LinkablesOfCompanies } from './linkables-of-companies.ts'
import { createLinkedItems, type LinkedItems } from './linked-items.ts'
import { createMetadata } from './metadata.ts'
import { eachOnItsOwn, isNoAnswer } from './no-answer.ts'
import { createReadNames } from './names.ts'
import { storeSeenFields } from './object-store.ts'
import { companyOf } from './presented-records.ts'
import { allOf, createRecordFetcher } from './record-fetcher.ts'
import { companyDataOf, linkedDataOf } from './record-kinds.ts'
import { createRecordKeeper } from './record-keeper.ts'
import { type ListedRecord, readEvery, readFoundData, readList, readRecords, readUsersByEmail } from './record-store.ts'
import type { Turn } from './row-source.ts'
import { createSearch } from './search.ts'
import { hasName, storeStatuses } from './status-list.ts'

/** Ids by kind, as found on goals. */
export type RecordIds = {
  companies?: Iterable<string>
  relationships?: Iterable<string>
  opportunities?: Iterable<string>
  templates?: Iterable<string>
  relationshipTypes?: Iterable<string>
  users?: Iterable<string>
  ctas?: Iterable<string>
  plans?: Iterable<string>
  statuses?: Iterable<string>
}

/** Names behind these ids are new or other than before; `fields`: a field came, left or changed. */
export type CatalogueChange = {
  companies?: string[]
  relationships?: string[]
  opportunities?: string[]
  templates?: string[]
  relationshipTypes?: string[]
  users?: string[]
  ctas?: string[]
  plans?: string[]
  statuses?: string[]
  fields?: boolean
}

/** What goals point to, as last read from the tenant. Nothing here waits for the tenant unless it says so. */
export type Catalogue = {
  /** Every field that a goal can be shown, sorted, filtered or edited by. */
  fields: () => Promise<Field[]>
  /** Whether the tenant was asked for its fields, and gave them or not: until then more may turn up. */
  hasAskedForFields: () => Promise<boolean>
  /** Statuses with meaning and order; one whose name nobody knows has its id for a name. */
  statuses: () => Promise<Status[]>
  /** Resolves when a status or setting that was just saved counts. Not to be waited for inside a transaction: the store may have one connection. */
  rebuilt: () => Promise<void>
  /** Companies that are stored; an id without an entry is not known (yet). One not found any more keeps its last name. */
  companies: (ids: Iterable<string>) => Promise<Map<string, Company>>
  names: (kind: NamedKind, ids: Iterable<string>) => Promise<Map<string, string>>
  /** Users that are stored, by their e-mail address in small letters. */
  usersByEmail: (emails: string[]) => Promise<Map<string, { gsid: string; name: string }>>
  /** Every record of a kind that is stored, by name, with the attributes of companies; `complete`: the tenant has no other. */
  every: (kind: 'company' | 'relationship' | 'opportunity') => Promise<{ records: EveryRecord[]; complete: boolean }>
  /** CTAs or plans that are stored, with what filters ask of them; of an id without an entry nothing is known (yet, or any more). */
  linkedProperties: (kind: LinkedKind, ids: Iterable<string>) => Promise<Map<string, LinkedProperties>>
  /** One item per id, in the order asked for, CTAs first. Waits a moment for ids seen for the first time. */
  linkedItems: LinkedItems
  /** CTAs and plans of a company, open ones first. Waits for the tenant when they have never been read. */
  linkablesOf: (companyId: string, caller: Caller) => Promise<LinkedItem[]>
  /**
   * CTAs or plans of several companies, by company; one that could not be read is left out. Reads those that are old in as few calls as the
   * tenant allows, and waits for them.
   */
  linkablesOfCompanies: LinkablesOfCompanies
  /** Reads in the background what is not stored or too old. */
  ensure: (ids: RecordIds) => void
  /** Custom fields and pairs of id and name that turned up in goals. */
  learn: (seen: Seen) => Promise<void>
  /** What a confirmed write tells besides: pairs of status and name, names of people. */
  learnFromWrite: (settled: Pick<SettledWrite, 'request' | 'data'>) => Promise<void>
  onChanged: (listener: (change: CatalogueChange) => void) => () => void
  start: () => Promise<void>
  stop: () => Promise<void>
  router: Router
}

/** A record that a goal can hang on; `attributes` of a company by their names. */
export type EveryRecord = Omit<ListedRecord, 'data'> & { attributes: Company['attributes'] }

type CatalogueParts = {
  database: Database
  gateway: Pick<Gateway, 'read'>
  connection: Connection
  events: Events
  log: Logger
  /** Of the goal index, which in turn asks for names. */
  goalsSeen: GoalsSeen
  now?: () => number
}

const refreshEveryMs = 60_000
/** People who type into a picker do not wait longer than this; what came until then is theirs. */
const peopleWaitMs = 10_000
/** How long a status that no read could name is left alone. */
const statusRetryMs = 10 * 60_000

export function createCatalogue(parts: CatalogueParts): Catalogue {
  const { database, gateway, connection, events, log, goalsSeen, now = Date.now } = parts
  const stopping = new AbortController()
  const background: Turn = { lane: 'sync', actor: 'sync', signal: stopping.signal }
  const turns = {
    background,
    people: (asker: Turn): Turn => ({
      ...asker,
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(peopleWaitMs)]),
    }),
  }
  const listeners = new Set<(change: CatalogueChange) => void>()
  let refreshing: Repeating | undefined
  const onFailure = (error: unknown) => {
    if (stopping.signal.aborted) return
    log[isNoAnswer(error) ? 'warn' : 'error']({ err: error }, 'The catalogue could not be refreshed')
  }

  function changed(change: CatalogueChange): void {
    for (const listener of listeners) listener(change)
    if (change.fields || change.statuses) events.emit({ type: 'connection' })
    // Company attributes are fields: others may have to be read.
    if (change.fields) refreshing?.wake()
  }

  const metadata = createMetadata({
    database,
    gateway,
    connection,
    goalsSeen,
    turn: background,
    changed,
    now,
  })
  const fetcher = createRecordFetcher({
    database,
    gateway,
    connection,
    attributes: metadata.attributes,
    changed,
    now,
  })
  const keeper = createRecordKeeper({ database, fetcher, turn: background, now, onFailure })
  const shared = { database, fetcher, connection, goalsSeen, turns, now, onFailure }
  const search = createSearch({ ...shared, turn: turns.people })
  const linkedItems = createLinkedItems(shared)
  const linkables = createLinkables({ ...shared, search })

  /** Ids of statuses that goals hold, with the instant at which a name was last looked for. */
  const statusIds = new Map<string, number>()

  /** Looks for names again when goals hold a status that nobody could name. */
  async function nameStatuses(): Promise<void> {
    const { statuses } = await metadata.current()
    const known = new Set(statuses.filter(hasName).map(({ id }) => id))
    const wanted = [...statusIds].filter(([id, triedAt]) => !known.has(id) && now() - triedAt > statusRetryMs)
    if (wanted.length === 0) return
    for (const [id] of wanted) statusIds.set(id, now())
    await metadata.findStatuses()
  }

  async function refresh(): Promise<void> {
    // What the tenant offers is asked first; without it every way would be tried.
    if (!connection.isProbed()) return
    keeper.begin()
    await eachOnItsOwn([metadata.refreshFields, metadata.refreshStatuses, nameStatuses, keeper.refreshLists])
  }

  async function learn(seen: Seen): Promise<void> {
    const { statuses = [], users = [], companies = [], fields = [] } = seen
    await storeStatuses(
      database,
      statuses.map((pair) => ({ ...pair, color: null, order: null, active: true, source: 'seen' })),
      now(),
    )
    const named = {
      users: await storeNames(database, 'user', users),
      companies: await storeNames(database, 'company', companies),
    }
    if (named.users.length + named.companies.length > 0) changed(named)
    const isNews = await storeSeenFields(database, [...fields], now())
    if (isNews || statuses.length > 0) await metadata.rebuild()
  }

  const newsOfWrites = createNews()
  let forgetConnection = () => {}
  const catalogue: Omit<Catalogue, 'router'> = {
    fields: async () => (await metadata.current()).fields,
    hasAskedForFields: async () => (await readList(database, 'fields')) !== null,
    statuses: async () => (await metadata.current()).statuses,
    rebuilt: metadata.rebuilt,
    async companies(ids) {
      const stored = await readRecords(database, 'company', [...ids])
      return new Map([...stored].flatMap(([id, record]) => (record.name === null ? [] : [[id, companyOf(record)]])))
    },
    async names(kind, ids) {
      const stored = await readRecords(database, kind, [...ids])
      return new Map([...stored].flatMap(([id, { name }]) => (name === null ? [] : [[id, name]])))
    },
    async every(kind) {
      const records = (await readEvery(database, kind)).map(({ data, ...record }) => ({
        ...record,
        attributes: kind === 'company' ? companyDataOf(data).attributes : {},
      }))
      return { records, complete: (await readList(database, allOf(kind)))?.complete === true }
    },
    usersByEmail: (emails) => readUsersByEmail(database, emails),
    async linkedProperties(kind, ids) {
      const stored = await readFoundData(database, kind, [...ids])
      return new Map([...stored].map(([id, data]) => [id, linkedDataOf(data)]))
    },
    linkedItems,
    linkablesOf: async (companyId, caller) =>
      (await linkables({ companyId, search: '', closed: true, fresh: false, caller })).items,
    linkablesOfCompanies: createLinkablesOfCompanies({ database, fetcher, stopping: stopping.signal, now, onFailure }),
    ensure(ids) {
      keeper.ensure(ids)
      const unseen = [...(ids.statuses ?? [])].filter((id) => !statusIds.has(id))
      for (const id of unseen) statusIds.set(id, 0)
      if (unseen.length > 0) refreshing?.wake()
    },
    learn,
    learnFromWrite: (settled) => learn(newsOfWrites(seenInWrite(settled))),
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start() {
      await metadata.rebuild()
      refreshing = repeat(refresh, { everyMs: refreshEveryMs, signal: stopping.signal, onFailure })
      let probedAt = connection.probedAt()
      forgetConnection = connection.onChanged(() => {
        metadata.rebuild().catch(onFailure)
        if (connection.probedAt() !== probedAt) refreshing?.wake()
        probedAt = connection.probedAt()
      })
    },
    async stop() {
      forgetConnection()
      stopping.abort()
      await refreshing?.ended
      await keeper.stop()
    },
  }
  const router = createCatalogueRouter({
    database,
    catalogue,
    goalsSeen,
    search,
    linkables,
    readNames: createReadNames({ ...shared, turn: turns.people }),
    async fetchCompany(gsid, caller) {
      const turn = turns.people(caller)
      await fetcher.byIds('company', [gsid], turn).catch((error: unknown) => {
        throw turn.signal?.aborted
          ? new AppError('tenant-timeout', texts.gainsightHasNotToldYetWhether, { cause: error })
          : error
      })
    },
    fieldsNotice: async () =>
      (await metadata.current()).isDescribed || !connection.isProbed() ? null : texts.noFieldsDescribed,
    async statusesNotice() {
      const unknown = (await metadata.current()).statuses.filter((status) => !hasName(status)).length
      return unknown > 0 ? texts.nobodyKnowsTheNamesOfAn(unknown) : null
    },
  })
  return { ...catalogue, router }
}
