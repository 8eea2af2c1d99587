import type { Field, FieldValue, Row } from './field.ts'
import { findTable, type Tenant } from './tenant.ts'
import type { Table } from './table.ts'

/** How to read one field of a row, here or on a record that it points to. */
export interface FieldReader {
  field: Field
  read: (row: Row) => FieldValue
}

const picklistName: Field = { name: 'Name', label: 'Name', type: 'STRING', editable: false, required: false }

/**
 * Reads a field by its name, or along a chain such as `CompanyId__gr.Csm__gr.Name` (reference 1.7); null when it leads nowhere.
 * Takes names in any case, as the tenant's object queries do.
 */
export function readerOf(tenant: Tenant, table: Table, path: string): FieldReader | null {
  const dot = path.indexOf('__gr.')
  if (dot === -1) {
    const own = fieldOf(table, path)
    return own ? { field: own, read: (row) => row[own.name] ?? null } : null
  }
  const through = fieldOf(table, path.slice(0, dot))
  const rest = path.slice(dot + '__gr.'.length)
  if (through?.lookup) return throughLookup(tenant, through, rest)
  if (through?.picklist && rest.toLowerCase() === 'name') return throughPicklist(through)
  return null
}

/** A field by its name, in any case unless the case must be right. */
export function fieldOf(table: Table, name: string, exactCase = false): Field | undefined {
  const own = table.fields.find((candidate) => candidate.name === name)
  if (own || exactCase) return own
  const wanted = name.toLowerCase()
  return table.fields.find((candidate) => candidate.name.toLowerCase() === wanted)
}

function throughLookup(tenant: Tenant, through: Field, rest: string): FieldReader | null {
  const target = through.lookup === undefined ? undefined : findTable(tenant, through.lookup)
  const reader = target && readerOf(tenant, target, rest)
  if (!reader) return null
  return {
    field: reader.field,
    read(row) {
      const record = target.byGsid.get(String(row[through.name]))
      return record ? reader.read(record) : null
    },
  }
}

function throughPicklist(through: Field): FieldReader {
  const names = new Map(through.picklist?.items.map((item) => [item.gsid, item.name]))
  return { field: picklistName, read: (row) => names.get(String(row[through.name])) ?? null }
}
