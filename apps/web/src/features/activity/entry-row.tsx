import * as texts from '@goalkeeper/texts/activity'
import type { ActivityEntry } from '@goalkeeper/contract/activity'
import type { Field } from '@goalkeeper/contract/catalogue'
import { Link } from '@tanstack/react-router'
import { shortId } from '#web/shared/names/shown-kind.ts'
import { useNamedField } from '#web/shared/names/use-names.ts'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import classes from './entry-row.module.css'
import { betweenWords, changeWords, clockTime, screenWords, whoWords } from './entry-words.ts'

/** One thing that happened: when, who, and what with which goal. */
export function EntryRow({ entry, fields }: { entry: ActivityEntry; fields: Field[] }) {
  const { at, gsid, goalName, screen, kind, words } = entry
  const aside = [screen && screenWords[screen], betweenWords(entry)].filter(Boolean).join(', ')
  return (
    <li className={classes.entry}>
      <time className={classes.time} dateTime={new Date(at).toISOString()} title={exactInstant(at)}>
        {clockTime(at)}
      </time>
      <span className={classes.who}>{whoWords(entry)}</span>
      <div className={classes.what}>
        {gsid !== null && (
          <Link
            to="/goals/$gsid"
            params={{ gsid }}
            // There it can be put back.
            search={kind === 'change' ? { tab: 'history' } : {}}
            className={classes.goal}
          >
            {goalName ?? texts.goal(shortId(gsid))}
          </Link>
        )}
        {kind === 'change' ? <Change entry={entry} fields={fields} /> : words}
        {aside && <span className={classes.aside}>{aside}</span>}
      </div>
    </li>
  )
}

function Change({ entry, fields }: { entry: ActivityEntry; fields: Field[] }) {
  const field = fields.find(({ name }) => name === entry.field)
  const { what, before, after } = changeWords(entry, useNamedField(field, [entry.before, entry.after]))
  return (
    <>
      <span className={classes.field}>{what}</span>
      {before !== null && <span className={classes.before}>{before}</span>}
      {before !== null && after !== null && ' → '}
      {after}
    </>
  )
}
