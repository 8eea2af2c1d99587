import type { FieldValue } from '@goalkeeper/contract/goals'
import type { GoalRecord } from './goal-record.ts'

export type Difference = { field: string; before: FieldValue; after: FieldValue }

/** What the tenant writes with every change: who and when are told beside a difference, and are none themselves. */
const stamps = new Set(['Gsid', 'ModifiedDate', 'ModifiedById'])

/**
 * What two sightings of one goal differ in, CTAs and success plans by the fields CTA and SP. A field that came empty before
 * counts only if it `wasAsked` for then: otherwise nobody knows what it held.
 */
export function differencesBetween(
  before: GoalRecord,
  after: GoalRecord,
  wasAsked: (field: string) => boolean,
): Difference[] {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])
  const fields = [...names]
    .filter((field) => !stamps.has(field) && (Object.hasOwn(before.fields, field) || wasAsked(field)))
    .map((field) => ({ field, before: before.fields[field] ?? null, after: after.fields[field] ?? null }))
  const links = (['CTA', 'SP'] as const).map((field) => ({ field, before: before[field], after: after[field] }))
  return [...fields, ...links].filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after))
}

/** Whether the tenant put its stamp on the goal in between, so that its modifier is who made the differences. */
export function isStampedAnew(before: GoalRecord, after: GoalRecord): boolean {
  return before.fields['ModifiedDate'] !== after.fields['ModifiedDate']
}
