import * as texts from '@goalkeeper/texts/goals-first'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { FlexRender, type Row } from '@tanstack/react-table'
import { memo, type MouseEvent } from 'react'
import type { appFeatures } from '#web/shared/table/app-table.ts'
import { useChangedFields } from './changed-fields.ts'
import type { ColumnLayout } from './column-layout.ts'
import { EditableGoalCell, isEditableColumn } from './editable-goal-cell.tsx'
import { textOf } from '#web/shared/ui/field-values.ts'
import { foundElsewhere } from './found-text.tsx'
import { GoalName, type Stray } from './goal-name.tsx'
import { cellId, rowId, selectColumn } from './grid-ids.ts'
import classes from './goal-row.module.css'
import { gridSelector } from '#web/shared/table/grid-selector.ts'
import { SelectBox } from '#web/shared/table/select-box.tsx'
import type { GridRow } from './use-goal-table.ts'
import type { RowDeeds } from './use-row-deeds.ts'

type Props = {
  row: Row<typeof appFeatures, GridRow>
  top: number
  layout: ColumnLayout
  /** Where it is drawn: below the headers of groups. */
  place: number
  /** Below the header of a group. */
  isGrouped: boolean
  /** The active cell, if it is one of this row. */
  activeColumn: string | null
  /** The first and last column of a marked range of cells; null when it does not touch this row. */
  marked: readonly [number, number] | null
  isOpen: boolean
  isSelected: boolean
  /** Held in its place, though it does not belong there any more. */
  stray: Stray | null
  deeds: RowDeeds
  hrefOf: (gsid: string) => string
}

/** One goal of the grid, or a placeholder of the same height while it is on its way. */
export const GoalGridRow = memo(DrawnRow, isSameRow)

function DrawnRow({
  row,
  top,
  layout,
  place,
  activeColumn,
  isOpen,
  isSelected,
  stray,
  deeds,
  hrefOf,
  ...props
}: Props) {
  const { goal } = row.original
  const changed = useChangedFields(goal)
  return (
    <div
      role="row"
      id={rowId(place)}
      aria-rowindex={place + 2}
      aria-level={props.isGrouped ? 2 : undefined}
      aria-selected={isSelected}
      aria-busy={goal === null || undefined}
      className={classes.row}
      data-current={activeColumn !== null || undefined}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={(event) => activeColumn !== columnOf(event) && deeds.activate(place, columnOf(event))}
      onMouseDown={(event) => {
        keepFocusOnGrid(event)
        deeds.activate(place, columnOf(event), event.shiftKey && columnOf(event) !== selectColumn)
      }}
      onClick={(event) => goal && isForRow(event) && deeds.open(place)}
    >
      <div
        role="gridcell"
        id={cellId(place, selectColumn)}
        aria-colindex={1}
        className={classes.check}
        data-column={selectColumn}
        data-pinned={layout.stuckWidth > 0 || undefined}
        data-active={activeColumn === selectColumn || undefined}
      >
        {goal && (
          <SelectBox
            label={texts.select(textOf(goal.fields['Name']))}
            isSelected={isSelected}
            onSelect={(isRange) => (isRange ? deeds.extend(place) : deeds.toggle(place))}
          />
        )}
      </div>
      {row.getVisibleCells().map((cell, at) => {
        const { id } = cell.column
        const left = layout.stickAt.get(id)
        const isMarked = props.marked !== null && at + 1 >= props.marked[0] && at + 1 <= props.marked[1]
        return (
          <div
            key={id}
            role="gridcell"
            id={cellId(place, id)}
            aria-colindex={at + 2}
            aria-selected={isMarked || undefined}
            className={classes.cell}
            data-column={id}
            data-active={activeColumn === id || undefined}
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
                stray={stray}
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

/** A link that is pressed would take the focus, and with it the keys of the grid. */
function keepFocusOnGrid(event: MouseEvent<HTMLElement>): void {
  if (event.button !== 0 || !(event.target instanceof Element) || !event.target.closest('a')) return
  event.preventDefault()
  event.currentTarget.closest<HTMLElement>(gridSelector)?.focus({ preventScroll: true })
}

/** The column that something in a row belongs to; nothing for what only hangs on it, such as an open list. */
export function columnOf({ target, currentTarget }: Pick<MouseEvent, 'target' | 'currentTarget'>): string | undefined {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return undefined
  return target.closest<HTMLElement>('[data-column]')?.dataset['column']
}

/** The columns that show something else than the field of their name. */
const hasChanged = (column: string, changed: ReadonlySet<string>) =>
  changed.has(column) || (column === 'Links' && (changed.has('CTA') || changed.has('SP')))

export const changedBy = ({ fields }: GoalRow) => texts.changedBy(textOf(fields['ModifiedByName']) || texts.someoneElse)

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
    before.place === after.place &&
    before.isGrouped === after.isGrouped &&
    before.top === after.top &&
    before.layout === after.layout &&
    before.activeColumn === after.activeColumn &&
    before.marked?.[0] === after.marked?.[0] &&
    before.marked?.[1] === after.marked?.[1] &&
    before.isOpen === after.isOpen &&
    before.isSelected === after.isSelected &&
    before.stray === after.stray &&
    before.deeds === after.deeds &&
    before.hrefOf === after.hrefOf
  )
}
