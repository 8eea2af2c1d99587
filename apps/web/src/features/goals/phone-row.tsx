import { DueDate } from '#web/shared/ui/due-date.tsx'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'
import { meaningOf, openOf, textOf } from './goal-cell.tsx'
import { rowId } from './goal-row.tsx'
import classes from './phone-row.module.css'
import type { GridRow } from './use-goal-table.ts'
import type { RowDeeds } from './use-row-deeds.ts'
import { WriteMark } from './write-mark.tsx'

type Props = {
  row: GridRow
  top: number
  isActive: boolean
  isOpen: boolean
  isSelected: boolean
  isStray: boolean
  deeds: RowDeeds
  hrefOf: (gsid: string) => string
}

/** A goal on a narrow screen: status shape and name, below them company and due date. */
export function PhoneRow({ row: { index, goal }, top, isActive, isOpen, isSelected, isStray, deeds, hrefOf }: Props) {
  const fields = goal?.fields ?? {}
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className={classes.cell}>
        {goal && (
          <a
            className={classes.link}
            href={hrefOf(goal.gsid)}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return
              event.preventDefault()
              deeds.open(index)
            }}
          >
            <span className={classes.line}>
              <StatusShape meaning={meaningOf(fields['StatusMeaning'])} />
              <span className={classes.hidden}>{textOf(fields['StatusName'])}</span>
              <span className={classes.name}>{textOf(fields['Name'])}</span>
              {isStray && <span className={classes.stray}>no longer matches</span>}
              {goal.write && <WriteMark state={goal.write.state} />}
            </span>
            <span className={classes.meta}>
              <span className={classes.company}>{textOf(fields['CompanyName']) || '–'}</span>
              <DueDate due={textOf(fields['DueDate']) || null} isOpen={openOf(fields['Open'])} empty="no date" />
            </span>
          </a>
        )}
      </div>
    </div>
  )
}
