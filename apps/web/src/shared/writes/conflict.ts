import { goalDetailSchema, type FieldValue, type GoalDetail } from '@goalkeeper/contract/goals'
import type { EditContent } from './edit-store.ts'
import type { ApiError } from '../api/api-error.ts'

/** A field that somebody else changed while a person edited it. */
export type FieldConflict = { field: string; theirs: FieldValue; yours: FieldValue }

/** Both versions of what an edit and somebody else changed, who that was, and when (epoch milliseconds). */
export type Conflict = { fields: FieldConflict[]; links: boolean; by: string | null; at: number | null }

/** What a refusal with `changed-elsewhere` says about both versions; null for any other problem. */
export function conflictOf(problem: ApiError | null, content: EditContent): Conflict | null {
  if (problem?.code !== 'changed-elsewhere') return null
  const current = goalDetailSchema.safeParse(problem.problem?.current).data
  const moved = Object.keys(problem.fields)
  const touched = Object.keys(content.record ?? {})
  return {
    fields: touched
      .filter((field) => moved.includes(field))
      .map((field) => ({ field, theirs: current?.fields[field] ?? null, yours: yoursOf(content, field) })),
    links: moved.includes('CTA') || moved.includes('SP'),
    by: textOf(current, 'ModifiedByName'),
    at: numberOf(current, 'ModifiedDate'),
  }
}

function yoursOf({ record = {} }: EditContent, field: string): FieldValue {
  const value = new Map<string, unknown>(Object.entries(record)).get(field)
  return Array.isArray(value) ? value.map(String) : ((value ?? null) as FieldValue)
}

function textOf(goal: GoalDetail | undefined, field: string): string | null {
  const value = goal?.fields[field]
  return typeof value === 'string' ? value : null
}

function numberOf(goal: GoalDetail | undefined, field: string): number | null {
  const value = goal?.fields[field]
  return typeof value === 'number' ? value : null
}
