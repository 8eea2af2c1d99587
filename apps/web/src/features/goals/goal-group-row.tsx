import type { GoalGroup } from '@goalkeeper/contract/goal-groups'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { grouped } from '@goalkeeper/texts/counted'
import classes from './goal-group-row.module.css'
import { rowId } from './grid-ids.ts'

type Props = {
  group: GoalGroup
  place: number
  top: number
  columns: number
  isFolded: boolean
  isActive: boolean
  onToggle: () => void
  onActivate: () => void
}

/** The header of a group, as a row of the grid: its value, how many goals have it, and whether they are shown. */
export function GoalGroupRow({ group, place, top, columns, isFolded, isActive, onToggle, onActivate }: Props) {
  return (
    <div
      role="row"
      id={rowId(place)}
      aria-rowindex={place + 2}
      aria-level={1}
      aria-expanded={!isFolded}
      className={classes.row}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={onActivate}
      onClick={onToggle}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={columns} className={classes.cell}>
        <GroupWords group={group} isFolded={isFolded} />
      </div>
    </div>
  )
}

/** The header of the group whose rows are at the top of the list, while its own is scrolled away. Its row says all of this to a screen reader. */
export function StuckGroup({ group, isFolded, onClick }: Pick<Props, 'group' | 'isFolded'> & { onClick: () => void }) {
  return (
    <div className={classes.stuck} aria-hidden="true">
      <div className={classes.bar} onClick={onClick}>
        <div className={classes.cell}>
          <GroupWords group={group} isFolded={isFolded} />
        </div>
      </div>
    </div>
  )
}

function GroupWords({ group, isFolded }: Pick<Props, 'group' | 'isFolded'>) {
  const Sign = isFolded ? ChevronRight : ChevronDown
  return (
    <>
      <Sign size={14} aria-hidden="true" />
      <span className={classes.label}>{group.label}</span>
      {group.hint && <span className={classes.hint}>{group.hint}</span>}
      <span className={classes.count}>{grouped(group.count)}</span>
    </>
  )
}
