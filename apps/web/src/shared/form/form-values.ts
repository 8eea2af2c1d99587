import * as texts from '@goalkeeper/texts/form'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { ClearBy } from '@goalkeeper/contract/status'
import type { FieldValue } from '@goalkeeper/contract/goals'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import type { GoalEdit } from '@goalkeeper/gainsight/goal-update'
import { calendarDateAt } from '#web/shared/time/calendar-date.ts'
import { parseDay } from '#web/shared/time/parse-day.ts'
import { canClear, cannotClear } from '#web/shared/writes/update-body.ts'

/** A field of the form. `stays`: the tenant does not let it be emptied. */
export type FormField = Field & { stays?: true }

/** A field while it is edited: what stands in its box. Several labels are a list; everything else is text, empty for none. */
export type Draft = string | string[]
export type Drafts = Record<string, Draft>

/** What a draft means for its field, or why it means nothing. */
export type ReadDraft = { value: CustomValue } | { problem: string }

const standard = ['Name', 'StatusName', 'DueDate', 'Description']

/** The fields that a person can set on a goal: name, status, due date and description, then the custom ones. */
export function editableFields(fields: readonly Field[]): Field[] {
  const named = standard.flatMap((name) => fields.find((field) => field.name === name && field.editable) ?? [])
  return [...named, ...fields.filter(({ editable, group }) => editable && group === 'custom')]
}

/** The same fields, with those marked that this tenant does not let be emptied. */
export function markStays(fields: readonly Field[], clearBy: ClearBy): FormField[] {
  return fields.map((field) => (canClear(field.name, clearBy) ? field : { ...field, stays: true }))
}

/** What stands in the boxes for a goal's values. */
export function draftsOf(fields: readonly Field[], values: Record<string, FieldValue>): Drafts {
  return Object.fromEntries(fields.map((field) => [field.name, draftOf(field, values[field.name] ?? null)]))
}

export function draftOf({ type }: Pick<Field, 'type'>, value: FieldValue): Draft {
  if (type === 'multipicklist') return Array.isArray(value) ? value : value === null ? [] : [String(value)]
  if (value === null) return ''
  if (type === 'datetime' && typeof value === 'number') return localMinute(value)
  return Array.isArray(value) ? value.join('; ') : String(value)
}

/** What the goal is called in the form. */
export const nameIn = ({ Name }: Drafts) => (typeof Name === 'string' ? Name.trim() : '')

/** Reads a draft by its field's type. `today` is the viewer's date, from which typed days are read. */
export function readDraft(field: FormField, draft: Draft, today: string): ReadDraft {
  if (Array.isArray(draft)) return draft.length === 0 ? readEmpty(field) : { value: draft }
  const text = draft.trim()
  if (text === '') return readEmpty(field)
  switch (field.type) {
    case 'number':
      return readNumber(field, text)
    case 'boolean':
      return { value: text === 'true' }
    case 'date': {
      const typed = parseDay(text, today)
      return typed.kind === 'day' ? { value: typed.day } : { problem: texts.notADay }
    }
    case 'datetime': {
      const instant = new Date(text).getTime()
      return Number.isNaN(instant) ? { problem: texts.notADateAndTime } : { value: instant }
    }
    case 'html':
      return { value: draft }
    default:
      return readText(field, text)
  }
}

function readEmpty({ required, label, stays }: FormField): ReadDraft {
  if (required) return { problem: texts.mustNotBeEmpty(label) }
  return stays ? { problem: cannotClear } : { value: null }
}

function readNumber({ decimalPlaces }: Field, text: string): ReadDraft {
  const plain = text.replaceAll(/[\s']/g, '').replace(/,(?=\d{3}(?:\D|$))/g, '')
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return { problem: texts.notANumberWriteItLike }
  const places = plain.split('.')[1]?.length ?? 0
  if (decimalPlaces !== null && places > decimalPlaces)
    return { problem: decimalPlaces === 0 ? texts.wholeNumbersOnly : texts.atMostDigitsAfterThePoint(decimalPlaces) }
  return { value: Number(plain) }
}

function readText({ label, dataType, maxLength }: Field, text: string): ReadDraft {
  if (maxLength && text.length > maxLength) return { problem: texts.takesAtMostCharacters(label, maxLength) }
  if (dataType === 'EMAIL' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { problem: texts.notAnEMailAddress }
  if (dataType === 'URL' && !/^https?:\/\/\S+$/i.test(text)) return { problem: texts.anAddressBeginsWithHttpOr }
  return { value: text }
}

/** The drafts that mean something else than the values they began with, as an update sends them. Drafts that cannot be read are left out. */
export function changedRecord(fields: readonly FormField[], before: Drafts, after: Drafts, today: string): GoalEdit {
  const record: Record<string, CustomValue> = {}
  for (const field of fields) {
    const [old, now] = [before[field.name] ?? '', after[field.name] ?? '']
    if (isSameDraft(old, now)) continue
    const read = readDraft(field, now, today)
    const was = readDraft(field, old, today)
    if ('value' in read && !('value' in was && isSameValue(read.value, was.value))) record[field.name] = read.value
  }
  return record as GoalEdit
}

/** How many fields differ from what they began with. */
export function changedFields(fields: readonly Field[], before: Drafts, after: Drafts): string[] {
  return fields.filter(({ name }) => !isSameDraft(before[name] ?? '', after[name] ?? '')).map(({ name }) => name)
}

const isSameDraft = (one: Draft, other: Draft) => comparable(one) === comparable(other)

const comparable = (draft: Draft) => (Array.isArray(draft) ? draft.toSorted().join('\n') : draft.trim())

const isSameValue = (one: CustomValue, other: CustomValue) => JSON.stringify(one) === JSON.stringify(other)

/** An instant on the viewer's clock, as a datetime box takes it. */
function localMinute(instant: number): string {
  const date = new Date(instant)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${calendarDateAt(date)}T${two(date.getHours())}:${two(date.getMinutes())}`
}
