import type { Runtime } from '../runtime.ts'
import type { FieldValue, Row } from '../tenant/field.ts'
import type { Links } from '../tenant/goal-store.ts'
import { tableOf } from '../tenant/tenant.ts'

/** What a person changes in Gainsight itself: stored values by field name and, on a goal, its links as they are to be. */
export interface HandChange {
  record?: Record<string, FieldValue> | undefined
  links?: { CTA?: string[] | undefined; SP?: string[] | undefined } | undefined
}

/** A record as it is stored at the moment. */
export interface StoredRecord {
  object: string
  record: Row
  /** Of a goal. */
  links?: Links
  /** Writes of clients that were applied to it since the start or the last reset. */
  writes: number
}

/** Any record by its id; null when there is none. */
export function readRecord(runtime: Runtime, gsid: string): StoredRecord | null {
  const { goals, tables } = runtime.tenant
  const table = [...tables.values()].find((candidate) => candidate.byGsid.has(gsid))
  const record = table?.byGsid.get(gsid)
  if (!table || !record) return null
  const writes = runtime.report().writes.byGoal[gsid] ?? 0
  return {
    object: table.name,
    record: { ...record },
    ...(table === goals.table && { links: goals.linksOf(gsid) }),
    writes,
  }
}

/** Does what somebody else would do in Gainsight's own screens: the second user's name stands on it, and it counts as no call. */
export async function changeByHand(runtime: Runtime, gsid: string, change: HandChange): Promise<StoredRecord | null> {
  const stored = readRecord(runtime, gsid)
  if (!stored) return null
  const record: Row = { ...stored.record, ModifiedDate: Date.now(), ...change.record, Gsid: gsid }
  if (stored.links) {
    const somebody = tableOf(runtime.tenant, 'gsuser').rows[1]
    const { CTA = stored.links.CTA, SP = stored.links.SP } = change.links ?? {}
    const goal = { record: { ...record, ModifiedById: somebody?.Gsid ?? null, ...change.record }, links: { CTA, SP } }
    await runtime.saveGoal(goal)
  } else {
    await runtime.saveRecord(stored.object, record)
  }
  return readRecord(runtime, gsid)
}
