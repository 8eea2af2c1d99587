import * as texts from '@goalkeeper/texts/writes'
import type { ClearBy, ClearWord } from '@goalkeeper/contract/status'
import { updateGoalBody, type GoalEdit, type UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import type { EditContent } from './edit-store.ts'

/** What is sent while nobody has found out what the tenant takes. */
export const assumedClearBy: ClearBy = { DueDate: 'null', Description: 'null', custom: 'null' }

/** The call that an edit becomes. In edits an emptied field is null; in the call it is what empties it on this tenant. */
export function updateBody(gsid: string, { record, ...links }: EditContent, clearBy: ClearBy): UpdateGoalRequest {
  return updateGoalBody({ gsid, ...links, ...(record && { record: asSent(record, clearBy) }) })
}

/** Why a field of an edit cannot be emptied, by field; such an edit is not sent. */
export function stuckFields({ record = {} }: EditContent, clearBy: ClearBy): Record<string, string> {
  const stuck = Object.entries(record).filter(([field, value]) => value === null && !canClear(field, clearBy))
  return Object.fromEntries(stuck.map(([field]) => [field, cannotClear]))
}

export const canClear = (field: string, clearBy: ClearBy) => clearWordOf(field, clearBy) !== 'never'

export const cannotClear = texts.thisTenantDoesNotLetThis

function asSent(record: GoalEdit, clearBy: ClearBy): GoalEdit {
  const values = Object.entries(record).map(([field, value]) => [
    field,
    value === null && clearWordOf(field, clearBy) === 'empty' ? '' : value,
  ])
  return Object.fromEntries(values) as GoalEdit
}

function clearWordOf(field: string, clearBy: ClearBy): ClearWord {
  return field === 'DueDate' || field === 'Description' ? clearBy[field] : clearBy.custom
}
