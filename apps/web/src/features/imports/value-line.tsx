import * as texts from '@goalkeeper/texts/imports-columns'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { Import, OpenDecision } from '@goalkeeper/contract/imports'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { OtherValue } from './other-value.tsx'
import { valueChoices } from './value-choices.ts'
import classes from './value-line.module.css'

type Props = {
  decision: OpenDecision
  file: Import
  fields: Field[]
  statuses: Status[]
  /** Why nothing can be decided; null when it can. */
  lock: string | null
  onDecide: (decided: string | null) => void
}

/** As many choices stand beside a value as can be looked over at once. */
const mostOffered = 8

/** One value of a column, how often it is there, and what it stands for: something near it, or what a person looks for. */
export function ValueLine({ decision, file, fields, statuses, lock, onDecide }: Props) {
  const { column, value, rows, reason, decided } = decision
  const target = file.mapping.columns[column] ?? { kind: 'nothing' }
  // What was near is not told any more once it is decided.
  const [near, setNear] = useState(decision.suggestions)
  if (near.length === 0 && decision.suggestions.length > 0) setNear(decision.suggestions)
  const choices = valueChoices(target, fields, statuses)
  // A few choices are all offered where none of them lies near.
  const offered =
    near.length === 0 && choices.length <= mostOffered
      ? choices.map((each) => ({ value: each, label: each, hint: null }))
      : near
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null)
  const chosen = offered.find((each) => each.value === decided) ?? (picked?.value === decided ? picked : null)
  const columnName = file.columns[column]?.name || texts.column(column + 1)
  return (
    <li className={classes.line} data-decided={decided !== null || undefined}>
      <div className={classes.what}>
        <div className={classes.value}>“{value}”</div>
        <div className={classes.meta}>
          {columnName} · {texts.rows(rows)}
        </div>
      </div>
      <div className={classes.choices}>
        <p className={classes.meta}>{decided === null ? reason : texts.standsFor(chosen?.label ?? decided)}</p>
        <div role="group" aria-label={texts.standsForOf(value)} className={classes.near}>
          {offered.map((suggestion) => (
            <button
              key={suggestion.value}
              type="button"
              className={classes.choice}
              aria-pressed={suggestion.value === decided}
              aria-disabled={lock !== null || undefined}
              title={lock ?? suggestion.value}
              onClick={() => lock === null && onDecide(suggestion.value === decided ? null : suggestion.value)}
            >
              {suggestion.value === decided && <Check size={14} aria-hidden="true" />}
              {suggestion.label}
              {suggestion.hint !== null && <span className={classes.hint}>{suggestion.hint}</span>}
            </button>
          ))}
          <OtherValue
            target={target}
            choices={choices.filter((each) => offered.every((one) => one.value !== each))}
            isLocked={lock !== null}
            onPick={(pick) => {
              setPicked(pick)
              onDecide(pick.value)
            }}
          />
          {decided !== null && lock === null && (
            <ToolButton onClick={() => onDecide(null)}>{common.takeBack}</ToolButton>
          )}
        </div>
      </div>
    </li>
  )
}
