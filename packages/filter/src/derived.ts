import { holds } from './condition.ts'
import type { FieldType } from './field.ts'
import type { Condition, FilterTree, FilterValue } from './tree.ts'
import { foldCase } from './values.ts'

/** A value that a derived field can have, and the goals that have it. `null` is empty. */
export type DerivedCase = { value: FilterValue | null; when: FilterTree }

const meaning = (...value: string[]): FilterTree => ({ field: 'StatusMeaning', op: 'IN', value })
const open = meaning('planned', 'on track', 'at risk')
const closed = meaning('achieved', 'dropped')
const meaningless: FilterTree = { field: 'StatusMeaning', op: 'IS_NULL' }

const due = (op: 'LT' | 'BTW' | 'GT', ...value: string[]): FilterTree => ({ field: 'DueDate', op, value })
const overdue: FilterTree = { and: [open, due('LT', 'TODAY')] }

/** How long ago an instant was, by whole days. What lies ahead of the viewer's day is as new as can be. */
const ages = (field: string): DerivedCase[] => [
  { value: 'week', when: { field, op: 'GTE', value: ['TODAY-7'] } },
  { value: 'month', when: { field, op: 'BTW', value: ['TODAY-30', 'TODAY-8'] } },
  { value: 'quarter', when: { field, op: 'BTW', value: ['TODAY-90', 'TODAY-31'] } },
  { value: 'older', when: { field, op: 'LT', value: ['TODAY-90'] } },
  { value: null, when: { field, op: 'IS_NULL' } },
]

export const derivedFields = ['Open', 'Overdue', 'DueBucket', 'CreatedAge', 'ChangedAge'] as const
export type DerivedField = (typeof derivedFields)[number]

export function isDerivedField(name: string): name is DerivedField {
  return derivedFields.some((field) => field === name)
}

/**
 * The fields that Goalkeeper works out from others, as the filters that they stand for. The one definition:
 * conditions, columns and facets are all made from it. The cases of a field cover every goal and never overlap.
 * A status without a meaning makes nothing open, closed or overdue.
 */
export const derivedCases: Record<DerivedField, DerivedCase[]> = {
  Open: [
    { value: true, when: open },
    { value: false, when: closed },
    { value: null, when: meaningless },
  ],
  Overdue: [
    { value: true, when: overdue },
    { value: false, when: { not: overdue } },
  ],
  DueBucket: [
    { value: 'overdue', when: overdue },
    { value: 'week', when: { and: [open, due('BTW', 'TODAY', 'TODAY+7')] } },
    { value: 'month', when: { and: [open, due('BTW', 'TODAY+8', 'TODAY+30')] } },
    { value: 'later', when: { and: [open, due('GT', 'TODAY+30')] } },
    { value: 'none', when: { and: [open, { field: 'DueDate', op: 'IS_NULL' }] } },
    { value: 'closed', when: closed },
    { value: null, when: meaningless },
  ],
  CreatedAge: ages('CreatedDate'),
  ChangedAge: ages('ModifiedDate'),
}

/** The filter that a condition on a derived field stands for, in conditions on stored fields; null for a condition on any other field. */
export function withoutDerived(condition: Condition, type: FieldType, today: string): FilterTree | null {
  if (!isDerivedField(condition.field)) return null
  const cases = derivedCases[condition.field]
  return { or: cases.filter(({ value }) => holds(condition, type, heldBy(value), today)).map(({ when }) => when) }
}

function heldBy(value: FilterValue | null) {
  if (value === null) return []
  return [typeof value === 'string' ? foldCase(value) : value]
}
