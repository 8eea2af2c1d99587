/** What a stored field can hold: dates are YYYY-MM-DD, instants epoch milliseconds, a multi-select its item ids joined by `;`. */
export type FieldValue = string | number | boolean | null

/** A record of any object, by field name. */
export interface Row {
  Gsid: string
  Name: string
  [field: string]: FieldValue
}

/** The tenant's own names for its data types (reference 6.2). */
export type DataType =
  | 'GSID'
  | 'STRING'
  | 'NUMBER'
  | 'BOOLEAN'
  | 'DATE'
  | 'DATETIME'
  | 'CURRENCY'
  | 'PERCENTAGE'
  | 'EMAIL'
  | 'URL'
  | 'LOOKUP'
  | 'PICKLIST'
  | 'MULTISELECTDROPDOWNLIST'
  | 'RICHTEXTAREA'

export interface PicklistItem {
  gsid: string
  name: string
  active: boolean
  isDefault: boolean
  color: string
  order: number
}

/** A picklist: its items share the first 18 characters of their ids (reference 1.6). */
export interface Picklist {
  gsid: string
  name: string
  items: PicklistItem[]
}

export interface Field {
  name: string
  label: string
  type: DataType
  /** The object that a LOOKUP points to. */
  lookup?: string
  /** The choices of a PICKLIST or MULTISELECTDROPDOWNLIST. */
  picklist?: Picklist
  /** A person or a program may set it. */
  editable: boolean
  required: boolean
}

type Extras = Partial<Pick<Field, 'lookup' | 'picklist' | 'editable' | 'required'>>

/** A field that can be set, unless the extras say otherwise. */
export function field(name: string, label: string, type: DataType, extras: Extras = {}): Field {
  return { name, label, type, editable: true, required: false, ...extras }
}

/** The stored items of a multi-select, or the one of a picklist. */
export function itemIds(value: FieldValue): string[] {
  return typeof value === 'string' && value !== '' ? value.split(';') : []
}

/** A field that the tenant's admins added (reference 1.7). */
export const isCustom = (fieldName: string): boolean => fieldName.endsWith('__gc')
