import type { Field, Row } from './field.ts'

/** One object of the tenant with its records, in the order in which they were created. */
export interface Table {
  name: string
  label: string
  labelPlural: string
  keyPrefix: string
  fields: Field[]
  rows: Row[]
  byGsid: Map<string, Row>
}

export function createTable(object: Omit<Table, 'byGsid'>): Table {
  return { ...object, byGsid: new Map(object.rows.map((row) => [row.Gsid, row])) }
}

/** Gives a record that is there new values; one that is not stays away. */
export function replaceRow(table: Table, row: Row): void {
  Object.assign(table.byGsid.get(row.Gsid) ?? {}, row)
}

export function removeRow(table: Table, gsid: string): boolean {
  const row = table.byGsid.get(gsid)
  if (!row) return false
  table.byGsid.delete(gsid)
  table.rows.splice(table.rows.indexOf(row), 1)
  return true
}
