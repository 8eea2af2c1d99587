import type { FieldValue, GoalChange } from '@goalkeeper/contract/goals'
import type { Write } from '@goalkeeper/contract/writes'
import { type Difference, differencesBetween, isStampedAnew } from './differences.ts'
import { type FieldTypes, type GoalRecord, readFields } from './goal-record.ts'
import { columnsOf, type GoalRow, recordOf } from './goal-row.ts'
import type { Known } from './goal-statements.ts'
import type { Resolve } from './resolved-names.ts'
import type { Occasion, Sighting } from './sighting.ts'

/** A goal as the index has it; null when it has none. */
export type Before = { row: GoalRow | null; known: Known | null }

/** What a sighting makes of a goal: the row to write, and what is other than before. */
export type Outcome = { row: GoalRow; changes: Omit<GoalChange, 'id'>[] }

/** A write of ours that is sent and not settled, with what it makes of its goal. */
export type OnItsWay = { write: Write; merge: Sighting['merge'] }

type Means = { types: FieldTypes; resolve: Resolve; occasion: Occasion; onTheirWay: OnItsWay[] }

/** Null when the sighting says too little to make a goal of. */
export function outcomeOf(sighting: Sighting, { row, known }: Before, means: Means): Outcome | null {
  const { types, resolve, occasion, onTheirWay } = means
  const before = row && readAnew(recordOf(row), types)
  const after = sighting.merge(before)
  if (!after) return null
  const columns = columnsOf(after)
  const now: GoalRow = { ...columns, ...resolve(columns, row), hash: sighting.hash ?? '' }
  const stampedBy = !before ? now.created_by_name : isStampedAnew(before, after) ? now.modified_by_name : null
  const sighted = {
    gsid: after.gsid,
    seenBefore: latest(known?.seenAt ?? null, occasion.agreedAt ?? null),
    seenAt: occasion.askedAt,
  }
  const differences = before ? differencesBetween(before, after, occasion.wasAsked) : arrivalOf(after, occasion)
  const expected = onTheirWay.map(({ write, merge }) => ({ write, makes: merge(before) }))
  const changes = differences.map((difference) => {
    const write = occasion.write ?? expected.find(({ makes }) => makes && isMadeBy(makes, difference))?.write
    return { ...difference, ...sighted, ...(write ? writtenBy(write) : { ...nobodyHere, by: stampedBy }) }
  })
  return { row: now, changes }
}

/** A sync may see what a write of ours did before its reply is in: that is the write's doing all the same. */
function isMadeBy(makes: GoalRecord, { field, after }: Difference): boolean {
  const value: FieldValue = field === 'CTA' || field === 'SP' ? makes[field] : (makes.fields[field] ?? null)
  return JSON.stringify(value) === JSON.stringify(after)
}

const writtenBy = ({ id, actor, actorId, screen }: Write) =>
  ({ by: actor, source: 'write', writeId: id, byId: actorId, screen }) as const
const nobodyHere = { source: 'sync', writeId: null, byId: null, screen: null } as const

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
