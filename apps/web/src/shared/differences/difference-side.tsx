import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { shortDate, type CalendarDate } from '#web/shared/time/calendar-date.ts'
import { StatusLabel } from '#web/shared/ui/status-label.tsx'
import { valueText } from '#web/shared/ui/value-text.ts'
import classes from './difference.module.css'

/** What values are read by. */
export type Known = { fields: readonly Field[]; statuses: readonly Status[]; today: CalendarDate }

type Props = { name: string; value: FieldValue; known: Known }

/** One side of a difference: the value as every screen shows it. */
export function DifferenceSide({ name, value, known: { fields, statuses, today } }: Props) {
  if (isEmpty(value)) return <span className={classes.empty}>{common.empty}</span>
  if (name === 'StatusName' && typeof value === 'string') {
    const status = statuses.find((each) => each.name === value)
    return <StatusLabel name={value} meaning={status?.meaning ?? null} color={status?.color ?? null} />
  }
  const field = fields.find((each) => each.name === name)
  if (field?.type === 'date' && typeof value === 'string') return <time title={value}>{shortDate(value, today)}</time>
  return <>{field ? valueText(value, field) : String(value)}</>
}

const isEmpty = (value: FieldValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What a field is called over its values. */
export function fieldLabel(name: string, fields: readonly Field[]): string {
  const own = { StatusName: common.status, CTA: common.ctas, SP: common.successPlans }[name]
  return own ?? fields.find((field) => field.name === name)?.label ?? name
}
