import type { Call } from '../call.ts'
import { visibleField } from '../records/visible-field.ts'
import type { Switches } from '../switches.ts'
import { isCustom, itemIds, type Field, type FieldValue } from '../tenant/field.ts'
import { fieldOf, type FieldReader } from '../tenant/path.ts'

/** A field of goals that may be selected or filtered by, in its own spelling; null where this tenant does not let it. */
export function goalReader(call: Call, path: string, refused: readonly string[]): FieldReader | null {
  const { table } = call.tenant.goals
  const isSpelledRight = fieldOf(table, path.replace(/__gr\..*$/, ''), true) !== undefined
  return isSpelledRight && !refused.includes(path) ? visibleField(call, table, path) : null
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
