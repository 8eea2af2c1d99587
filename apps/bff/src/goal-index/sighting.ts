import { createHash } from 'node:crypto'
import type { Write } from '@goalkeeper/contract/writes'
import type { GoalRecord } from './goal-record.ts'

/** What was just learned of one goal. */
export type Sighting = {
  gsid: string
  /** Of everything that was said: a goal whose hash is the stored one needs no closer look. Null: look closely. */
  hash: string | null
  /** The records that name what has to be resolved. */
  said: GoalRecord
  /** What the goal is now, from what it was; null when that cannot be told. */
  merge: (before: GoalRecord | null) => GoalRecord | null
}

/** How and when a batch of goals was seen. */
export type Occasion = {
  /** When the tenant was asked. What is known of a goal from a later moment stays as it is. Epoch milliseconds. */
  askedAt: number
  /** The write that made the differences; without it the tenant's own stamp tells who did. */
  write?: Write
  /** The sweep whose page this is. */
  sweep?: number
  /** Until when the index is known to have agreed with the tenant in whatever this batch shows. */
  agreedAt?: number | null
  /** A goal that is not known came into being, rather than being seen for the first time. */
  areUnknownNew: boolean
  /** Whether a field was asked for in earlier sightings too. */
  wasAsked: (field: string) => boolean
}

/** A goal as a fetch showed it. A selected field that did not come is empty; one that was not selected stays as it was. */
export function fetchedSighting(record: GoalRecord, selection: Selection): Sighting {
  return {
    gsid: record.gsid,
    hash: hashOf(record, selection),
    said: record,
    merge: (before) =>
      before ? { ...record, fields: { ...keptFields(before, selection), ...record.fields } } : record,
  }
}

/** The fields that a fetch asked for. */
export type Selection = { fields: ReadonlySet<string>; key: string }

export function selectionOf(fields: Iterable<string>): Selection {
  const sorted = [...fields].toSorted()
  return { fields: new Set(sorted), key: digest(sorted) }
}

function keptFields(before: GoalRecord, selection: Selection): GoalRecord['fields'] {
  return Object.fromEntries(Object.entries(before.fields).filter(([field]) => !selection.fields.has(field)))
}

/** The selection counts too: with another one, the same reply may say more, or less. */
function hashOf({ fields, CTA, SP }: GoalRecord, { key }: Selection): string {
  return digest([key, Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)), CTA, SP])
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url')
}
