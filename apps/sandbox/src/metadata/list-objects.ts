import type { Call } from '../call.ts'
import { success } from '../http/envelope.ts'
import type { Table } from '../tenant/table.ts'

/** GET /v1/meta/services/objects/list: every object with the prefix of its records' ids (reference 6.1). */
export function listObjects({ tenant, switches }: Call): unknown {
  const isGoal = (table: Table) => table === tenant.goals.table
  const listed = [...tenant.tables.values()].filter(
    (table) => !isGoal(table) || !switches.absent.includes('goal-in-object-list'),
  )
  return success(
    listed.map((table) => ({
      objectName: table.name,
      label: table.label,
      objectType: 'STANDARD',
      ...(!switches.absent.includes('key-prefix') && { keyPrefix: table.keyPrefix }),
      transactional: true,
      multiCurrencySupported: true,
      readable: true,
      createable: true,
      schemaUpdateable: true,
    })),
  )
}
