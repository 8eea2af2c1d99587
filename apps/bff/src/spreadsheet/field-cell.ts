import type { FieldValue } from '@goalkeeper/contract/goals'
import type { FieldType } from '@goalkeeper/filter/field'
import type { Cell } from '#bff/http/csv.ts'

/** A field's value as the cell of an export holds it: lists apart by ";", and instants in ISO where a person may edit them. */
export function fieldCell(value: FieldValue, type: FieldType): Cell {
  if (Array.isArray(value)) return value.join('; ')
  return type === 'datetime' && typeof value === 'number' ? new Date(value).toISOString() : value
}

/** Whether a cell says what a field holds, as an export has written it. */
export function saysTheSame(cell: string, value: FieldValue, type: FieldType): boolean {
  const now = fieldCell(value, type)
  return now !== null && plain(cell) === plain(String(now))
}

/** Programs for spreadsheets have line ends of their own, and drop blanks around a text. */
const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n').trim()
