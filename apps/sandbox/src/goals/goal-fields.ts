import type { Call } from '../call.ts'
import { isCustom, itemIds, type Field, type FieldValue } from '../tenant/field.ts'
import { readerOf, type FieldReader } from '../tenant/path.ts'
import type { Switches } from '../switches.ts'

/** A field of goals that may be selected or filtered by; null where this tenant does not let it. */
export function goalReader({ tenant, switches }: Call, path: string, refused: readonly string[]): FieldReader | null {
  if (refused.includes(path)) return null
  if (path.startsWith('StatusId__gr.') && switches.absent.includes('status-name-in-fetch')) return null
  return readerOf(tenant, tenant.goals.table, path, true)
}

/** A stored value as the goal API sends it: days as YYYY-MM-DD, instants as epoch milliseconds, custom picklists by label. */
export function goalValue(field: Field, value: FieldValue, switches: Switches): FieldValue | string[] {
  if (value === null || !field.picklist || !isCustom(field.name)) return value
  const items = itemIds(value).map((id) => (switches.customPicklists === 'gsid' ? id : labelOf(field, id)))
  return field.type === 'MULTISELECTDROPDOWNLIST' && switches.multiSelects === 'array' ? items : items.join(';')
}

function labelOf(field: Field, id: string): string {
  return field.picklist?.items.find((item) => item.gsid === id)?.name ?? id
}
