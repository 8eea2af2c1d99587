import * as texts from '@goalkeeper/texts/goals-columns'
import { ActionIcon } from '@mantine/core'
import { ArrowDown, ArrowUp, Pin } from 'lucide-react'
import classes from './column-line.module.css'
import type { GoalColumn } from './goal-columns.ts'

type Props = {
  column: GoalColumn
  isShown: boolean
  /** Cannot be taken away. */
  isFixed?: boolean
  onToggle: () => void
  onMove?: (places: number) => void
  isPinned?: boolean
  onPin?: (isPinned: boolean) => void
}

/** One column of the menu: shown or not, pinned or not, and where. */
export function ColumnLine({ column: { label, field }, isShown, isFixed = false, onToggle, ...props }: Props) {
  const { onMove, onPin, isPinned = false } = props
  const fullLabel = field && field.label !== label ? field.label : null
  return (
    <li className={classes.line}>
      <label className={classes.label} title={field?.name}>
        <input type="checkbox" className={classes.box} checked={isShown} disabled={isFixed} onChange={onToggle} />
        <span className={classes.words}>
          {label} {fullLabel && <span className={classes.full}>{fullLabel}</span>}
        </span>
      </label>
      {onMove && (
        <span className={classes.moves}>
          {onPin && (
            <ActionIcon
              size={24}
              aria-label={texts.pinToTheLeft(label)}
              aria-pressed={isPinned}
              className={classes.pin}
              onClick={() => onPin(!isPinned)}
            >
              <Pin size={12} fill={isPinned ? 'currentColor' : 'none'} />
            </ActionIcon>
          )}
          <ActionIcon size={24} aria-label={texts.moveToTheLeft(label)} onClick={() => onMove(-1)}>
            <ArrowUp size={12} />
          </ActionIcon>
          <ActionIcon size={24} aria-label={texts.moveToTheRight(label)} onClick={() => onMove(1)}>
            <ArrowDown size={12} />
          </ActionIcon>
        </span>
      )}
    </li>
  )
}
