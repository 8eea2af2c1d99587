import type { Status } from '@goalkeeper/contract/catalogue'
import type { FieldValue, GoalRow } from '@goalkeeper/contract/goals'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { Edit } from './edit-store.ts'

type Fields = GoalRow['fields']

/** The fields of a goal with what was asked for here laid over them, and what follows from it: meaning, open, overdue. */
export function withEdits(
  fields: Fields,
  edits: readonly Edit[],
  { statuses, today }: { statuses: readonly Status[]; today: CalendarDate },
): Fields {
  if (edits.length === 0) return fields
  const edited: Fields = { ...fields }
  for (const { content } of edits)
    for (const [name, value] of Object.entries(content.record ?? {})) edited[name] = asFieldValue(value)
  const status = edits.some(({ content }) => content.record?.StatusName !== undefined)
    ? statuses.find(({ name }) => name === edited['StatusName'])
    : undefined
  if (status) {
    edited['StatusId'] = status.id
    edited['StatusMeaning'] = status.meaning
    edited['Open'] = status.meaning && openMeanings.has(status.meaning)
  }
  const due = edited['DueDate']
  if (edited['Open'] !== undefined)
    edited['Overdue'] = edited['Open'] === true && typeof due === 'string' && due < today
  return edited
}

/** The newest edit of a goal that touches a field. */
export function editTouching(edits: readonly Edit[], field: string): Edit | undefined {
  return edits.findLast(({ content }) => content.record && Object.hasOwn(content.record, field))
}

const openMeanings: ReadonlySet<string> = new Set(['planned', 'on track', 'at risk'])

const asFieldValue = (value: unknown): FieldValue =>
  Array.isArray(value) ? value.map(String) : ((value ?? null) as FieldValue)
