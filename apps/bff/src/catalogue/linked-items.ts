import { setTimeout as sleep } from 'node:timers/promises'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { Database } from '../database/connect.ts'
import { ages } from './ages.ts'
import { createCoalesce } from './coalesce.ts'
import type { GoalsSeen } from './goals-seen.ts'
import { linkedDataOf } from './record-kinds.ts'
import type { RecordFetcher } from './record-fetcher.ts'
import { readRecords, type StoredRecord } from './record-store.ts'
import type { Turn } from './row-source.ts'

export type LinkedKind = LinkedItem['kind']
export const linkedKinds: readonly LinkedKind[] = ['CTA', 'SP']

/** A goal opens with what is known; for ids that nobody has asked for yet it waits this long. */
const patienceMs = 2500

type LinkedParts = {
  database: Database
  fetcher: RecordFetcher
  goalsSeen: Pick<GoalsSeen, 'linkCounts'>
  /** For people who wait, and for what is refreshed behind them. */
  turns: { people: (asker: Turn) => Turn; background: Turn }
  now: () => number
  onFailure: (error: unknown) => void
}

export type LinkedItems = (
  ids: { ctaIds: Iterable<string>; spIds: Iterable<string> },
  asker: Turn,
) => Promise<LinkedItem[]>

/** CTAs and plans by id, as stored; new ones are waited for a moment, old ones refreshed behind. */
export function createLinkedItems(parts: LinkedParts): LinkedItems {
  const { database, fetcher, turns, now, onFailure } = parts
  const coalesce = createCoalesce()

  async function refresh(kind: LinkedKind, ids: readonly string[], asker: Turn): Promise<void> {
    const stored = await readRecords(database, kind, ids)
    const unknown = ids.filter((id) => !stored.has(id))
    const old = ids.filter((id) => isOld(stored.get(id), now()))
    if (old.length > 0) fetch(kind, old, turns.background).catch(onFailure)
    if (unknown.length === 0) return
    const answer = fetch(kind, unknown, turns.people(asker)).catch(onFailure)
    await Promise.race([answer, sleep(patienceMs, undefined, { ref: false })])
  }

  const fetch = (kind: LinkedKind, ids: readonly string[], turn: Turn) =>
    coalesce(`${kind} ${ids.toSorted().join()}`, () => fetcher.byIds(kind, ids, turn))

  return async ({ ctaIds, spIds }, asker) => {
    const wanted: [LinkedKind, string[]][] = [
      ['CTA', [...ctaIds]],
      ['SP', [...spIds]],
    ]
    await Promise.all(wanted.map(([kind, ids]) => refresh(kind, ids, asker)))
    const items: LinkedItem[] = []
    for (const [kind, ids] of wanted) {
      const stored = await readRecords(database, kind, ids)
      items.push(...ids.map((id) => linkedItem(kind, id, stored.get(id))))
    }
    return withCounts(parts, items)
  }
}

function isOld(record: StoredRecord | undefined, now: number): boolean {
  return record !== undefined && now - record.fetchedAt > (record.found ? ages.shown : ages.missing)
}

/** An item that is not stored is shown as its id, and not as one that the tenant lost. */
export function linkedItem(kind: LinkedKind, gsid: string, record: StoredRecord | undefined): LinkedItem {
  const { ownerId: _, ...data } = linkedDataOf(record?.data)
  return {
    gsid,
    kind,
    found: record?.found ?? true,
    name: record?.name ?? null,
    ...data,
    companyId: record?.companyId ?? null,
    goals: 0,
  }
}

/** Adds the names of companies that did not come along, and the number of goals. */
export async function withCounts(
  { database, goalsSeen }: Pick<LinkedParts, 'database' | 'goalsSeen'>,
  items: LinkedItem[],
): Promise<LinkedItem[]> {
  const counts = await goalsSeen.linkCounts(items.map(({ gsid }) => gsid))
  const nameless = items.flatMap(({ companyId, companyName }) => (companyId && !companyName ? [companyId] : []))
  const companies = await readRecords(database, 'company', nameless)
  return items.map((item) => ({
    ...item,
    companyName: item.companyName ?? companies.get(item.companyId ?? '')?.name ?? null,
    goals: counts.get(item.gsid) ?? 0,
  }))
}
