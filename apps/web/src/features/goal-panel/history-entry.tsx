import * as texts from '@goalkeeper/texts/goal-panel'
import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue, GoalChange } from '@goalkeeper/contract/goals'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { useRef, useState } from 'react'
import { useNamedField } from '#web/shared/names/use-names.ts'
import { duration, exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { changeWords } from './change-words.ts'
import type { Chosen } from './goal-detail-queries.ts'
import classes from './history-entry.module.css'
import { PutBack } from './put-back.tsx'

type Props = {
  gsid: string
  /** Made or found together, newest first; never empty. */
  changes: GoalChange[]
  fields: Field[]
  /** Nothing came after it. */
  isNewest: boolean
}

/** What was changed together, by whom and when, and the ways to put it back. */
export function HistoryEntry({ gsid, changes, fields, isNewest }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const open = (next: Chosen, button: HTMLElement) => {
    opener.current = button
    setChosen(next)
  }
  const close = () => {
    setChosen(null)
    opener.current?.focus()
  }
  const [first] = changes
  if (!first) return null
  const possible = changes.filter(({ field }) => field !== 'Gsid')
  const isMany = possible.length > 1
  return (
    <li className={classes.entry}>
      {changes.map((change) => (
        <div key={change.id} className={classes.line}>
          <ChangeLine change={change} fields={fields} />
          {isMany && change.field !== 'Gsid' && (
            <ToolButton
              data-quiet
              aria-label={texts.putBack(fieldWords(change, fields))}
              onClick={(event) => open({ changes: [change.id] }, event.currentTarget)}
            >
              {common.putBack}
            </ToolButton>
          )}
        </div>
      ))}
      <div className={classes.foot}>
        <Occasion change={first} />
        {possible.length > 0 && (
          <ToolButton onClick={(event) => open({ changes: possible.map(({ id }) => id) }, event.currentTarget)}>
            {isMany ? texts.putAllBack(possible.length) : common.putBack}
          </ToolButton>
        )}
        {!isNewest && (
          <ToolButton
            title={texts.putsBackEverythingThatCame}
            onClick={(event) => open({ at: first.seenAt }, event.currentTarget)}
          >
            {texts.backToHere}
          </ToolButton>
        )}
      </div>
      {chosen && <PutBack key={JSON.stringify(chosen)} gsid={gsid} chosen={chosen} fields={fields} onClose={close} />}
    </li>
  )
}

const fieldWords = (change: GoalChange, fields: Field[]) =>
  changeWords(
    change,
    fields.find(({ name }) => name === change.field),
  ).what

function ChangeLine({ change, fields }: { change: GoalChange; fields: Field[] }) {
  const field = fields.find(({ name }) => name === change.field)
  const { what, before, after } = changeWords(change, useNamedField(field, [change.before, change.after]))
  return (
    <div>
      <span className={classes.what}>{what}</span>
      {before !== null && (
        <span className={classes.before} title={idIn(change.before)}>
          {before}
        </span>
      )}
      {before !== null && after !== null && ' → '}
      {after !== null && <span title={idIn(change.after)}>{after}</span>}
    </div>
  )
}

function Occasion({ change: { by, seenBefore, seenAt, source } }: { change: GoalChange }) {
  const now = useNowRoughly()
  const between =
    seenBefore === null ? exactInstant(seenAt) : texts.betweenAnd(exactInstant(seenBefore), exactInstant(seenAt))
  return (
    <span className={classes.meta} title={between}>
      {texts.ago(duration((now - seenAt) / 1000))}
      {by && `, ${by}`}
      {source === 'write' ? texts.throughGoalkeeper : texts.inGainsight}
    </span>
  )
}

/** An id that may be shown by its name stays within reach. */
const idIn = (value: FieldValue) => (isGsid(value) ? value : undefined)
