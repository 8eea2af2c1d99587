import type { Call } from '../call.ts'
import { readerOf, type FieldReader } from '../tenant/path.ts'
import type { Table } from '../tenant/table.ts'

/** How to read a field of an object, or one behind it, by its name in any case; null where the tenant does not tell. */
export function visibleField({ tenant, switches }: Call, table: Table, path: string): FieldReader | null {
  const isStatusName = table === tenant.goals.table && /^statusid__gr\./i.test(path)
  if (isStatusName && switches.absent.includes('status-name-of-goals')) return null
  return readerOf(tenant, table, path)
}
