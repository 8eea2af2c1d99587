import { calendarDay, dayMs, startOfDay } from '../tenant/calendar.ts'
import { itemIds, type Field, type FieldValue } from '../tenant/field.ts'
import type { Dialect } from './dialect.ts'
import { kindOf } from './kind.ts'

/** A stretch of time in epoch milliseconds, the end not included: a day counts whole, an instant for its millisecond. */
export interface Span {
  from: number
  to: number
}
/** What a condition asks for, and what a field holds, in the forms in which they are compared. */
export type Operand = string | number | boolean | Span
export type Held = string | number | boolean

const fold = (text: string) => text.toLowerCase()

/** Reads one value of a condition; null when it is not of the field's type. */
export function readOperand(value: unknown, field: Field, dialect: Dialect): Operand | null {
  switch (kindOf[field.type]) {
    case 'number':
      return readNumber(value)
    case 'boolean':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : null
    case 'day':
      return readSpan(value, 'any')
    case 'instant':
      return readSpan(value, dialect.instants)
    case 'id':
      return typeof value === 'string' && value !== '' ? value : null
    case 'choice':
    case 'text':
      return readText(value)
  }
}

/** The item of a picklist that a condition names by id or by label, in any case; what names none is met by nothing. */
export function choiceId(field: Field, wanted: Operand): Operand {
  const item = field.picklist?.items.find(({ gsid, name }) => fold(gsid) === wanted || fold(name) === wanted)
  return item?.gsid ?? wanted
}

function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? fold(value) : null
}

/** Reads the forms of dates that samples show: epoch, YYYY-MM-DD, MM-DD-YYYY, with a time behind (reference 5.1). Bare ones are UTC. */
function readSpan(value: unknown, accepted: Dialect['instants']): Span | null {
  const isEpoch = typeof value === 'number' || (typeof value === 'string' && /^-?\d{9,}$/.test(value))
  if (isEpoch) return accepted === 'iso' ? null : momentSpan(Number(value))
  if (typeof value !== 'string' || accepted === 'epoch') return null
  const american = /^(\d\d)-(\d\d)-(\d{4})$/.exec(value)
  const day = startOfDay(american ? `${american[3]}-${american[1]}-${american[2]}` : value)
  if (day !== null) return { from: day, to: day + dayMs }
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return null
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(value)
  return momentSpan(Date.parse(value.replace(' ', 'T') + (hasZone ? '' : 'Z')))
}

function momentSpan(instant: number): Span | null {
  return Number.isNaN(instant) ? null : { from: instant, to: instant + 1 }
}

const literalDays: Record<string, number> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 }

/** The UTC day that a date literal such as TODAY stands for; null for one that is not known, or on a field without dates. */
export function readLiteral(literal: string, field: Field, now: number): Span | null {
  const shift = literalDays[literal]
  const kind = kindOf[field.type]
  if (shift === undefined || (kind !== 'day' && kind !== 'instant')) return null
  const from = Date.parse(calendarDay(now, shift))
  return { from, to: from + dayMs }
}

/** What a field holds; nothing when it is empty, several ids in a multi-select. */
export function heldIn(field: Field, value: FieldValue): Held[] {
  if (value === null || value === '') return []
  switch (kindOf[field.type]) {
    case 'day':
      return [Date.parse(String(value))]
    case 'choice':
      return itemIds(value)
    case 'text':
      return [fold(String(value))]
    default:
      return [value]
  }
}

/** What the word operators look at: labels in place of the ids of a picklist's items. */
export function wordsIn(field: Field, value: FieldValue): string[] {
  const held = heldIn(field, value).map(String)
  if (!field.picklist) return held
  return held.map((id) => fold(field.picklist?.items.find(({ gsid }) => gsid === id)?.name ?? id))
}
