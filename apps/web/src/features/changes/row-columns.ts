import * as texts from '@goalkeeper/texts/changes-rows'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import type { Field } from '@goalkeeper/contract/catalogue'
import { fieldsOfDeeds } from './deed-words.ts'
import { fieldLabel } from '#web/shared/differences/difference-side.tsx'

/** A column of the table of goals. `field`: before and after of one field; null of all fields of the goal. */
export type RowColumn = { id: string; label: string; width: string; narrowest: number; field: string | null }

/** More fields than these stand in one column: the table would be wider than any screen. */
const mostFields = 3

/** The columns of differences: one for each field that the deeds touch, or one for all where each goal has its own. */
export function differenceColumns(set: Pick<ChangeSet, 'deeds'>, fields: readonly Field[]): RowColumn[] {
  const touched = fieldsOfDeeds(set.deeds)
  if (touched.length === 0 || touched.length > mostFields)
    return [{ id: 'differences', label: texts.beforeAfter, width: 'minmax(320px, 2fr)', narrowest: 320, field: null }]
  return touched.map((field) => {
    const isShort = field === 'StatusName' || field === 'DueDate'
    const narrowest = isShort ? 196 : 220
    return {
      id: field,
      label: fieldLabel(field, fields),
      width: `minmax(${narrowest}px, ${isShort ? 1 : 1.6}fr)`,
      narrowest,
      field,
    }
  })
}
