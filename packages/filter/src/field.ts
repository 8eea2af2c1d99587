import type { Operator } from './tree.ts'

/**
 * What a field holds, as far as filtering and sorting care.
 * `html` filters on its text; `date` is a calendar date (YYYY-MM-DD), `datetime` an instant (epoch milliseconds on the wire);
 * `picklist` one label, `multipicklist` several; `gsid` an id of another record; `ids` a set of associated Gsids.
 */
export const fieldTypes = [
  'text',
  'html',
  'number',
  'boolean',
  'date',
  'datetime',
  'picklist',
  'multipicklist',
  'gsid',
  'ids',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** The little a filter has to know of a field; the catalogue's fields satisfy it. */
export type FilterField = { name: string; label: string; type: FieldType }

const equality = ['EQ', 'NE', 'IN', 'IS_NULL', 'IS_NOT_NULL'] as const
const order = ['GT', 'GTE', 'LT', 'LTE', 'BTW'] as const
const words = ['CONTAINS', 'DOES_NOT_CONTAINS', 'STARTS_WITH', 'ENDS_WITH'] as const
const sets = ['INCLUDES', 'EXCLUDES'] as const

/** Which operators a field of a type takes. */
export const operatorsOf: Record<FieldType, readonly Operator[]> = {
  text: [...equality, ...words, ...order],
  html: ['CONTAINS', 'DOES_NOT_CONTAINS', 'STARTS_WITH', 'ENDS_WITH', 'EQ', 'NE', 'IS_NULL', 'IS_NOT_NULL'],
  number: [...equality, ...order],
  boolean: ['EQ', 'NE', 'IS_NULL', 'IS_NOT_NULL'],
  date: [...equality, ...order],
  datetime: [...equality, ...order],
  picklist: [...equality, ...words, ...sets],
  multipicklist: [...sets, 'IS_NULL', 'IS_NOT_NULL'],
  gsid: [...equality, ...sets],
  ids: [...sets, 'IS_NULL', 'IS_NOT_NULL'],
}

const fieldsByName = new WeakMap<readonly FilterField[], Map<string, FilterField>>()

/** The field of a name, or undefined. The names of one list are looked up once, however often it is asked. */
export function fieldNamed<Field extends FilterField>(fields: readonly Field[], name: string): Field | undefined {
  let byName = fieldsByName.get(fields) as Map<string, Field> | undefined
  if (!byName) {
    byName = new Map(fields.map((field) => [field.name, field]))
    fieldsByName.set(fields, byName)
  }
  return byName.get(name)
}
