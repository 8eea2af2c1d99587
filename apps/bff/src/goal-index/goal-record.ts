import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { readCalendarDate, readInstant } from '@goalkeeper/gainsight/dates'
import { associatedIds, type GoalEntry } from '@goalkeeper/gainsight/goals'
import { readText, type Row } from '@goalkeeper/gainsight/rows'
import { isDay } from '@goalkeeper/filter/dates'
import type { FieldValues } from './tables.ts'

/** A goal as the tenant tells it, whatever shape it came in: its own fields by the tenant's name, empty ones left out, and its links. */
export type GoalRecord = { gsid: string; fields: FieldValues; CTA: string[]; SP: string[] }

/** What is known of the fields, by name: their types, and the labels behind picklist ids. */
export type FieldTypes = ReadonlyMap<string, Pick<Field, 'type' | 'options'>>

export function fieldTypesOf(fields: readonly Field[]): FieldTypes {
  return new Map(fields.map((field) => [field.name, field]))
}

/** A fetched goal; null for an entry without a Gsid, which is none. */
export function readGoal(entry: GoalEntry, types: FieldTypes): GoalRecord | null {
  const gsid = readText(entry.dataList, 'Gsid')
  if (gsid === null) return null
  const { CTA, SP } = associatedIds(entry)
  return {
    gsid: storable(gsid),
    fields: readFields(entry.dataList, types),
    CTA: CTA.map(storable).toSorted(),
    SP: SP.map(storable).toSorted(),
  }
}

/** PostgreSQL takes neither a NUL nor half a surrogate pair in a text. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** The fields of a record as the tenant sends it. Related records (`StatusId__gr`) are no fields of the goal. */
export function readFields(row: Row, types: FieldTypes): FieldValues {
  const fields: FieldValues = {}
  for (const [name, raw] of Object.entries(row)) {
    if (name.includes('__gr')) continue
    const value = readValue(raw, types.get(name))
    if (value !== null) fields[name] = value
  }
  return fields
}

/** A value of the tenant in the one form that its type has here; null when it is empty, or is none of that type. */
function readValue(raw: unknown, field: Pick<Field, 'type' | 'options'> | undefined): FieldValue {
  if (raw === null || raw === undefined || raw === '') return null
  switch (field?.type) {
    case 'date':
      return readDay(raw)
    case 'datetime':
      return readWholeInstant(raw)
    case 'number':
      return readNumber(raw)
    case 'boolean':
      return raw === true || raw === 'true' ? true : raw === false || raw === 'false' ? false : null
    case 'picklist':
      return labelOf(field, raw)
    case 'multipicklist':
      return readLabels(field, raw)
    default:
      return readUntyped(raw)
  }
}

/** The store holds days from the year 1 on. */
function readDay(raw: unknown): string | null {
  const day = readCalendarDate(raw)
  return isDay(day) ? day : null
}

function readWholeInstant(raw: unknown): number | null {
  const instant = readInstant(raw)
  return instant === null ? null : Math.trunc(instant)
}

function readNumber(raw: unknown): number | null {
  const number = typeof raw === 'string' ? Number(raw) : raw
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** Tenants send the chosen items as a list or joined by `;`, and each as its label or as its id. */
function readLabels(field: Pick<Field, 'options'>, raw: unknown): string[] | null {
  const items: unknown[] = Array.isArray(raw) ? raw : String(raw).split(';')
  const labels = items.map((item) => labelOf(field, item)).filter((label) => label !== null)
  return labels.length > 0 ? labels : null
}

function labelOf({ options }: Pick<Field, 'options'>, raw: unknown): string | null {
  const text = typeof raw === 'string' ? storable(raw).trim() : typeof raw === 'number' ? String(raw) : ''
  return options.find(({ value }) => value === text)?.label ?? (text || null)
}

function readUntyped(raw: unknown): FieldValue {
  if (typeof raw === 'string') return storable(raw) || null
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw
  if (!Array.isArray(raw)) return null
  const items = raw
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map((item) => storable(String(item)))
  return items.length > 0 ? items : null
}
