import type { Picklist, Row } from './field.ts'
import type { GoalStore } from './goal-store.ts'
import { removeRow, type Table } from './table.ts'

/** Everything that one tenant holds. Tables by their API name, in lower case. */
export interface Tenant {
  tables: Map<string, Table>
  goals: GoalStore
  /** The person whose name stands on what is written through the API. */
  keyOwner: Row
  /** The day on which the data was generated, YYYY-MM-DD. */
  anchor: string
  /** Every picklist by its id, goal statuses among them. */
  picklists: Map<string, Picklist>
  goalStatuses: Picklist
}

/** Object names are read in any case, as the tenant does (reference 6.1). */
export function findTable(tenant: Tenant, name: string): Table | undefined {
  return tenant.tables.get(name.toLowerCase())
}

/** The table that must exist because the tenant was built with it. */
export function tableOf(tenant: Tenant, name: string): Table {
  const table = tenant.tables.get(name)
  if (!table) throw new Error(`The tenant has no object ${name}.`)
  return table
}

/** Deletes a goal or any other record; false when there is none of that id. */
export function removeRecord(tenant: Tenant, gsid: string): boolean {
  if (tenant.goals.remove(gsid)) return true
  return [...tenant.tables.values()].some((table) => removeRow(table, gsid))
}
