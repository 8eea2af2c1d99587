import * as says from '@goalkeeper/texts/reviews'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { GoalChange } from '@goalkeeper/contract/goals'
import { Ago } from '#web/shared/ui/ago.tsx'
import { valueText } from '#web/shared/ui/value-text.ts'
import classes from './change-lines.module.css'

/** Changes of a goal, newest first, a line each. */
export function ChangeLines({ changes, fields }: { changes: readonly GoalChange[]; fields: readonly Field[] }) {
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={change.id}>
          <span className={classes.words}>{changeWords(change, fields)}</span>
          <span className={classes.meta}>
            {change.by ?? says.somebody}, <Ago instant={change.seenAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Long texts and links are told as changed, not shown. */
function changeWords({ field, before, after }: GoalChange, fields: readonly Field[]): string {
  if (field === 'Gsid') return after === null ? says.leftGainsight : says.appeared
  if (field === 'CTA' || field === 'SP') return field === 'CTA' ? says.linkedCtasChanged : says.linkedPlansChanged
  const known = fields.find(({ name }) => name === field)
  if (!known || known.type === 'html' || known.type === 'gsid') return says.changed(known?.label ?? field)
  return `${known.label}: ${valueText(before, known)} → ${valueText(after, known)}`
}
