import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue, GoalChange } from '@goalkeeper/contract/goals'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { useQuery } from '@tanstack/react-query'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useNamedField } from '#web/shared/names/use-names.ts'
import { duration, exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { changeWords } from './change-words.ts'
import { goalChangesQuery } from './goal-detail-queries.ts'
import classes from './history-tab.module.css'

/** What is known to have changed, newest first. Gainsight keeps no history, so it begins with the first sync. */
export function HistoryTab({ gsid, fields }: { gsid: string; fields: Field[] }) {
  const { data, error } = useQuery(goalChangesQuery(gsid))
  if (error) return <p role="alert">{asApiError(error).detail}</p>
  if (!data) return null
  if (data.changes.length === 0)
    return (
      <p className={classes.none}>
        Nothing has changed since Goalkeeper first saw this goal. Gainsight keeps no history, so earlier changes are not
        known.
      </p>
    )
  return (
    <ol className={classes.changes}>
      {data.changes.map((change) => (
        <Change key={change.id} change={change} fields={fields} />
      ))}
    </ol>
  )
}

function Change({ change, fields }: { change: GoalChange; fields: Field[] }) {
  const now = useNowRoughly()
  const field = fields.find(({ name }) => name === change.field)
  const { what, before, after } = changeWords(change, useNamedField(field, [change.before, change.after]))
  const between =
    change.seenBefore === null
      ? exactInstant(change.seenAt)
      : `between ${exactInstant(change.seenBefore)} and ${exactInstant(change.seenAt)}`
  return (
    <li className={classes.change}>
      <div>
        <span className={classes.what}>{what}</span>
        {before !== null && (
          <span className={classes.before} title={idIn(change.before)}>
            {before}
          </span>
        )}
        {before !== null && after !== null && ' → '}
        {after !== null && (
          <span className={classes.after} title={idIn(change.after)}>
            {after}
          </span>
        )}
      </div>
      <div className={classes.meta} title={between}>
        {duration((now - change.seenAt) / 1000)} ago
        {change.by && `, ${change.by}`}
        {change.source === 'write' ? ', through Goalkeeper' : ', in Gainsight'}
      </div>
    </li>
  )
}

/** An id that may be shown by its name stays within reach. */
const idIn = (value: FieldValue) => (isGsid(value) ? value : undefined)
