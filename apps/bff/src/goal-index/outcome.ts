import type { GoalChange } from '@goalkeeper/contract/goals'
import { differencesBetween, isStampedAnew } from './differences.ts'
import { type FieldTypes, type GoalRecord, readFields } from './goal-record.ts'
import { columnsOf, type GoalRow, recordOf } from './goal-row.ts'
import type { Known } from './goal-statements.ts'
import type { Resolve } from './resolved-names.ts'
import type { Occasion, Sighting } from './sighting.ts'

/** A goal as the index has it; null when it has none. */
export type Before = { row: GoalRow | null; known: Known | null }

/** What a sighting makes of a goal: the row to write, and what is other than before. */
export type Outcome = { row: GoalRow; changes: Omit<GoalChange, 'id'>[] }

type Means = { types: FieldTypes; resolve: Resolve; occasion: Occasion }

/** Null when the sighting says too little to make a goal of. */
export function outcomeOf(sighting: Sighting, { row, known }: Before, means: Means): Outcome | null {
  const { types, resolve, occasion } = means
  const before = row && readAnew(recordOf(row), types)
  const after = sighting.merge(before)
  if (!after) return null
  const columns = columnsOf(after)
  const now: GoalRow = { ...columns, ...resolve(columns, row), hash: sighting.hash ?? '' }
  const stampedBy = !before ? now.created_by_name : isStampedAnew(before, after) ? now.modified_by_name : null
  const sightedBy = {
    gsid: after.gsid,
    by: occasion.by ?? stampedBy,
    source: occasion.source,
    seenBefore: latest(known?.seenAt ?? null, occasion.agreedAt ?? null),
    seenAt: occasion.askedAt,
  }
  const differences = before ? differencesBetween(before, after, occasion.wasAsked) : arrivalOf(after, occasion)
  return { row: now, changes: differences.map((difference) => ({ ...difference, ...sightedBy })) }
}

/** What was stored before a field's type was known has to be read by it, or the new form of the same value would look like a change. */
function readAnew(record: GoalRecord, types: FieldTypes): GoalRecord {
  return { ...record, fields: readFields(record.fields, types) }
}

function arrivalOf({ gsid }: GoalRecord, { areUnknownNew }: Occasion) {
  return areUnknownNew ? [{ field: 'Gsid', before: null, after: gsid }] : []
}

function latest(one: number | null, other: number | null): number | null {
  return one !== null && other !== null ? Math.max(one, other) : (one ?? other)
}
