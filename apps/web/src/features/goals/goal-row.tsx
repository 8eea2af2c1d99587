import type { GoalRow } from '@goalkeeper/contract/goals'
import { FlexRender, type Row } from '@tanstack/react-table'
import { memo, type MouseEvent } from 'react'
import type { appFeatures } from '#web/shared/table/app-table.ts'
import { useChangedFields } from './changed-fields.ts'
import type { ColumnLayout } from './column-layout.ts'
import { EditableGoalCell, isEditableColumn } from './editable-goal-cell.tsx'
import { textOf } from '#web/shared/ui/field-values.ts'
import { foundElsewhere } from './found-text.tsx'
import { GoalName } from './goal-name.tsx'
import classes from './goal-row.module.css'
import { SelectBox } from '#web/shared/table/select-box.tsx'
import type { GridRow } from './use-goal-table.ts'
import type { RowDeeds } from './use-row-deeds.ts'

type Props = {
  row: Row<typeof appFeatures, GridRow>
  top: number
  layout: ColumnLayout
  isActive: boolean
  isOpen: boolean
  isSelected: boolean
  /** Held in its place, though it does not match the list any more. */
  isStray: boolean
  deeds: RowDeeds
  hrefOf: (gsid: string) => string
}

export const rowId = (index: number) => `goal-row-${index}`

/** One goal of the grid, or a placeholder of the same height while it is on its way. */
export const GoalGridRow = memo(DrawnRow, isSameRow)

function DrawnRow({ row, top, layout, isActive, isOpen, isSelected, isStray, deeds, hrefOf }: Props) {
  const { index, goal } = row.original
  const changed = useChangedFields(goal)
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={goal === null || undefined}
      className={classes.row}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => deeds.activate(index)}
      onClick={(event) => goal && isForRow(event) && deeds.open(index)}
    >
      <div role="gridcell" aria-colindex={1} className={classes.check}>
        {goal && (
          <SelectBox
            label={`Select ${textOf(goal.fields['Name'])}`}
            isSelected={isSelected}
            onSelect={(isRange) => (isRange ? deeds.extend(index) : deeds.toggle(index))}
          />
        )}
      </div>
      {row.getVisibleCells().map((cell, place) => {
        const { id } = cell.column
        const left = layout.stickAt.get(id)
        return (
          <div
            key={id}
            role="gridcell"
            aria-colindex={place + 2}
            className={classes.cell}
            data-column={id}
            data-numeric={layout.numeric.has(id) || undefined}
            {...(goal && hasChanged(id, changed) && { 'data-changed': true, title: changedBy(goal) })}
            {...(left !== undefined && { 'data-pinned': true, style: { left } })}
          >
            {goal === null ? (
              <span className={classes.ghost} />
            ) : id === 'Name' ? (
              <GoalName
                goal={goal}
                href={hrefOf(goal.gsid)}
                isStray={isStray}
                elsewhere={foundElsewhere(goal, (field) =>
                  row.getVisibleCells().some(({ column }) => column.id === field),
                )}
              />
            ) : isEditableColumn(id) ? (
              <EditableGoalCell goal={goal} id={id} />
            ) : (
              <div className={classes.content}>
                <FlexRender cell={cell} />
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** The columns that show something else than the field of their name. */
const hasChanged = (column: string, changed: ReadonlySet<string>) =>
  changed.has(column) || (column === 'Links' && (changed.has('CTA') || changed.has('SP')))

export const changedBy = ({ fields }: GoalRow) => `Changed by ${textOf(fields['ModifiedByName']) || 'someone else'}`

/** Whether a click means the row: not a control in it, not a list that has opened over it, not a link opened aside, not the end of marking text. */
export function isForRow(event: MouseEvent<HTMLElement>): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return false
  if (!(event.target instanceof Element) || event.target.closest('input, button')) return false
  if (!event.currentTarget.contains(event.target)) return false
  event.preventDefault()
  return getSelection()?.isCollapsed ?? true
}

function isSameRow(before: Props, after: Props): boolean {
  return (
    before.row.original.goal === after.row.original.goal &&
    before.row.original.index === after.row.original.index &&
    before.top === after.top &&
    before.layout === after.layout &&
    before.isActive === after.isActive &&
    before.isOpen === after.isOpen &&
    before.isSelected === after.isSelected &&
    before.isStray === after.isStray &&
    before.deeds === after.deeds &&
    before.hrefOf === after.hrefOf
  )
}
