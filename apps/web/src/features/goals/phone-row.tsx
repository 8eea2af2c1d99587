import * as texts from '@goalkeeper/texts/goals-first'
import * as common from '@goalkeeper/texts/common'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { EditableCell } from '#web/shared/form/editable-cell.tsx'
import { DueDate } from '#web/shared/ui/due-date.tsx'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'
import { useChangedFields } from './changed-fields.ts'
import { meaningOf, openOf, textOf } from '#web/shared/ui/field-values.ts'
import { Marked } from '#web/shared/ui/marked.tsx'
import { FoundText, foundElsewhere } from './found-text.tsx'
import { GoalName, type Stray } from './goal-name.tsx'
import { changedBy, isForRow } from './goal-row.tsx'
import { rowId } from './grid-ids.ts'
import classes from './phone-row.module.css'
import { SelectBox } from '#web/shared/table/select-box.tsx'
import type { GridRow } from './use-goal-table.ts'
import type { RowDeeds } from './use-row-deeds.ts'

type Props = {
  row: GridRow
  top: number
  place: number
  isGrouped: boolean
  isActive: boolean
  isOpen: boolean
  isSelected: boolean
  stray: Stray | null
  /** A tap selects the goal instead of opening it. */
  isSelecting: boolean
  deeds: RowDeeds
  hrefOf: (gsid: string) => string
}

/** A goal on a narrow screen: status shape and name, below them company and due date. Status and due date are edited where they stand. */
export function PhoneRow({ row: { goal }, top, place, isSelecting, deeds, hrefOf, ...props }: Props) {
  const changed = useChangedFields(goal)
  const tint = (...names: string[]) =>
    goal && names.some((name) => changed.has(name)) ? { 'data-changed': true, title: changedBy(goal) } : {}
  return (
    <div
      role="row"
      id={rowId(place)}
      aria-rowindex={place + 2}
      aria-level={props.isGrouped ? 2 : undefined}
      aria-selected={props.isSelected}
      aria-busy={goal === null || undefined}
      className={classes.row}
      data-active={props.isActive || undefined}
      data-open={props.isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => deeds.activate(place)}
      onClick={(event) => goal && isForRow(event) && (isSelecting ? deeds.toggle(place) : deeds.open(place))}
    >
      <div role="gridcell" className={classes.lead} {...tint('StatusName')}>
        {goal && isSelecting && (
          <SelectBox
            label={texts.select(textOf(goal.fields['Name']))}
            isSelected={props.isSelected}
            onSelect={() => deeds.toggle(place)}
          />
        )}
        {goal && !isSelecting && (
          <EditableCell place="list" goal={goal} field="StatusName" label={common.status}>
            {(fields) => (
              <>
                <StatusShape meaning={meaningOf(fields['StatusMeaning'])} />
                <span className={classes.hidden}>{textOf(fields['StatusName'])}</span>
              </>
            )}
          </EditableCell>
        )}
      </div>
      <div role="gridcell" className={classes.name} {...tint('Name')}>
        {goal && <GoalName goal={goal} href={hrefOf(goal.gsid)} stray={props.stray} elsewhere={null} />}
      </div>
      <div role="gridcell" className={classes.company} {...tint('CompanyName')}>
        {goal && <PhoneCompany goal={goal} />}
      </div>
      <div role="gridcell" className={classes.due} {...tint('DueDate')}>
        {goal && (
          <EditableCell place="list" goal={goal} field="DueDate" label={common.dueDate}>
            {(fields) => (
              <DueDate due={textOf(fields['DueDate']) || null} isOpen={openOf(fields['Open'])} empty={texts.noDate} />
            )}
          </EditableCell>
        )}
      </div>
    </div>
  )
}

/** The company, or in its place where a search found the goal, if it was neither there nor in the name. */
function PhoneCompany({ goal }: { goal: GoalRow }) {
  const elsewhere = foundElsewhere(goal, (field) => field === 'CompanyName')
  const company = textOf(goal.fields['CompanyName'])
  if (!elsewhere) return company ? <FoundText goal={goal} field="CompanyName" text={company} /> : '–'
  return (
    <>
      {elsewhere.label}: <Marked text={elsewhere.text} marks={elsewhere.marks} />
    </>
  )
}
