import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { ColumnTarget } from '@goalkeeper/contract/imports'
import { statusChoices } from '#web/shared/form/status-choices.ts'

/** Everything that a value of such a column can stand for, in the order of the tenant; none where that is looked for by name. */
export function valueChoices(target: ColumnTarget, fields: readonly Field[], statuses: readonly Status[]): string[] {
  if (target.kind !== 'field') return []
  if (target.field === 'StatusName') return statusChoices(statuses).map(({ name }) => name)
  const options = fields.find(({ name }) => name === target.field)?.options ?? []
  return options.filter(({ active }) => active).map(({ label }) => label)
}
