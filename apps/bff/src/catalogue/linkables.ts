import * as texts from '@goalkeeper/texts/server/catalogue'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { Connection } from '../connection/connection.ts'
import type { Database } from '../database/connect.ts'
import type { Caller } from '../http/caller.ts'
import { ages } from './ages.ts'
import { createCoalesce } from './coalesce.ts'
import type { GoalsSeen } from './goals-seen.ts'
import { linkedItem, type LinkedKind, linkedKinds, withCounts } from './linked-items.ts'
import { isNoAnswer } from './no-answer.ts'
import { absentNotice } from './notices.ts'
import { partsOf, type RecordFetcher } from './record-fetcher.ts'
import { type FoundInStore, searchRecords } from './record-search.ts'
import { readList } from './record-store.ts'
import type { Turn } from './row-source.ts'
import type { Search } from './search.ts'

export type LinkablesRequest = {
  companyId?: string | undefined
  search: string
  closed: boolean
  fresh: boolean
  caller: Caller
}
export type Linkables = {
  items: LinkedItem[]
  closedHidden: number
  truncated: boolean
  asOf: number | null
  notice: string | null
}

/** More are no help in a picker: people search instead. */
const mostItems = 500
/** As many as are read of one company, closed ones among them. */
const mostOfCompany = 10_000

type LinkablesParts = {
  database: Database
  fetcher: RecordFetcher
  connection: Pick<Connection, 'known'>
  goalsSeen: Pick<GoalsSeen, 'linkCounts'>
  search: Search
  turns: { people: (caller: Caller) => Turn; background: Turn }
  now: () => number
  onFailure: (error: unknown) => void
}

/** CTAs and plans that a goal can be linked to. Of a company all are read at once, when somebody asks for them; of the tenant never. */
export function createLinkables(parts: LinkablesParts): (request: LinkablesRequest) => Promise<Linkables> {
  const { database, fetcher, connection, now, turns } = parts
  const coalesce = createCoalesce()

  const read = (kind: LinkedKind, companyId: string, turn: Turn) =>
    coalesce(partsOf(companyId, kind), () => fetcher.ofCompany(kind, companyId, turn))

  /** Gives when the older of both lists was read; null when one never was. Old lists are refreshed behind. */
  async function refresh(companyId: string, { fresh, caller }: LinkablesRequest) {
    const lists: { fetchedAt: number; complete: boolean }[] = []
    for (const kind of linkedKinds) {
      const scope = partsOf(companyId, kind)
      const list = await readList(database, scope)
      if (!list || fresh) await read(kind, companyId, turns.people(caller))
      else if (now() - list.fetchedAt > ages.shown) read(kind, companyId, turns.background).catch(parts.onFailure)
      const known = await readList(database, scope)
      if (known) lists.push(known)
    }
    return lists
  }

  async function ofCompany(companyId: string, request: LinkablesRequest): Promise<Linkables> {
    let notice = absentNotice(linkedKinds, connection.known)
    let lists: Awaited<ReturnType<typeof refresh>> = []
    try {
      lists = await refresh(companyId, request)
    } catch (error) {
      if (!isNoAnswer(error)) throw error
      notice = texts.gainsightDidNotAnswerJustNow
    }
    const records = await searchRecords(database, linkedKinds, {
      words: request.search,
      companyId,
      limit: mostOfCompany,
    })
    return toLinkables(records, request.closed, {
      truncated: lists.some(({ complete }) => !complete),
      asOf: lists.length > 0 ? Math.min(...lists.map(({ fetchedAt }) => fetchedAt)) : null,
      notice,
    })
  }

  async function byName({ search, closed, caller }: LinkablesRequest): Promise<Linkables> {
    if (search.trim() === '') {
      return {
        items: [],
        closedHidden: 0,
        truncated: false,
        asOf: null,
        notice: texts.chooseACompanyOrSearchBy,
      }
    }
    const found = await parts.search(linkedKinds, { words: search, limit: mostItems + 1 }, caller)
    return toLinkables(found.records, closed, { truncated: false, asOf: null, notice: found.notice })
  }

  async function toLinkables(
    records: readonly FoundInStore[],
    withClosed: boolean,
    about: Pick<Linkables, 'truncated' | 'asOf' | 'notice'>,
  ): Promise<Linkables> {
    const all = records.map((record) => linkedItem(record.kind === 'SP' ? 'SP' : 'CTA', record.gsid, record))
    const shown = withClosed ? all : all.filter(({ closed }) => closed !== true)
    return {
      ...about,
      items: await withCounts(parts, shown.toSorted(byUse).slice(0, mostItems)),
      closedHidden: all.length - shown.length,
      truncated: about.truncated || shown.length > mostItems,
    }
  }

  return (request) => (request.companyId === undefined ? byName(request) : ofCompany(request.companyId, request))
}

/** Open ones first, then by due date, those without one last. */
function byUse(one: LinkedItem, other: LinkedItem): number {
  const due = ({ dueDate }: LinkedItem) => dueDate ?? '9999-12-31'
  return Number(one.closed ?? false) - Number(other.closed ?? false) || due(one).localeCompare(due(other))
}
