import type { ChangeRow, ChangeSet } from '@goalkeeper/contract/changes'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { fieldsOfDeeds } from './deed-words.ts'
import { fieldValueOf } from '#web/shared/form/field-value-of.ts'
import { isLinkField } from '#web/shared/differences/link-sides.ts'

/** The fields of a goal that a person may give another value: those that the deeds touch, or that the goal has a difference in. */
export function alterableFields(row: Pick<ChangeRow, 'differences'>, set: Pick<ChangeSet, 'deeds'>): string[] {
  const touched = [...fieldsOfDeeds(set.deeds), ...row.differences.map(({ field }) => field)]
  return [...new Set(touched)].filter((name) => !isLinkField(name))
}

/** What these fields will hold as things stand. */
export function alteredValues({ differences, altered }: Pick<ChangeRow, 'differences' | 'altered'>) {
  const values: Record<string, FieldValue> = {}
  for (const { field, after } of differences) values[field] = after
  for (const [field, value] of Object.entries(altered)) values[field] = fieldValueOf(value)
  return values
}
