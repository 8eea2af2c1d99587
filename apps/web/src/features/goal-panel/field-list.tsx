import * as texts from '@goalkeeper/texts/goal-panel'
import { useState } from 'react'
import type { Field } from '@goalkeeper/contract/catalogue'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { RecordName } from '#web/shared/names/record-name.tsx'
import { shownKind } from '#web/shared/names/shown-kind.ts'
import { shortDate } from '#web/shared/time/calendar-date.ts'
import { exactDay } from '#web/shared/time/relative-words.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { valueText } from '#web/shared/ui/value-text.ts'
import classes from './field-list.module.css'
import type { FilledField } from './field-groups.ts'
import { RichText } from '#web/shared/rich-text/rich-text.tsx'

type Props = { title: string; filled: FilledField[]; empty?: Field[] }

/** Labels and values, two columns; empty fields are folded into their number. Nothing when there is nothing to say. */
export function FieldList({ title, filled, empty = [] }: Props) {
  const [showsEmpty, setShowsEmpty] = useState(false)
  if (filled.length + empty.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <dl className={classes.fields}>
        {filled.map((each) => (
          <div key={each.field.name} className={classes.field} data-wide={each.field.type === 'html' || undefined}>
            <dt title={each.field.name}>{each.field.label}</dt>
            <dd>
              <Value {...each} />
            </dd>
          </div>
        ))}
        {showsEmpty &&
          empty.map((field) => (
            <div key={field.name} className={classes.field}>
              <dt title={field.name}>{field.label}</dt>
              <dd className={classes.none}>–</dd>
            </div>
          ))}
      </dl>
      {empty.length > 0 && (
        <button
          type="button"
          className={classes.more}
          aria-expanded={showsEmpty}
          onClick={() => setShowsEmpty(!showsEmpty)}
        >
          {showsEmpty ? texts.hideEmptyFields : texts.empty(empty.length)}
        </button>
      )}
    </section>
  )
}

function Value({ field, value }: FilledField) {
  const today = useToday()
  const text = valueText(value, field)
  if (field.type === 'html' && typeof value === 'string') return <RichText html={value} />
  if (field.type === 'date' && typeof value === 'string')
    return <time title={exactDay(value, today)}>{shortDate(value, today)}</time>
  if (field.type === 'gsid' || field.name === 'Gsid') {
    // Ids that a field lists have labels.
    if (text !== value) return <span title={String(value)}>{text}</span>
    const code = <code className={classes.code}>{text}</code>
    const kind = shownKind(field)
    return kind && isGsid(value) ? <RecordName kind={kind} id={value} unnamed={code} /> : code
  }
  if (field.dataType === 'EMAIL') return <a href={`mailto:${text}`}>{text}</a>
  if (field.dataType === 'URL' && /^https?:\/\//i.test(text))
    return (
      <a href={text} target="_blank" rel="noopener noreferrer nofollow">
        {text}
      </a>
    )
  return text
}
