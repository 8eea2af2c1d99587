import * as texts from '@goalkeeper/texts/changes-rows'
import * as common from '@goalkeeper/texts/common'
import type { ChangeRow } from '@goalkeeper/contract/changes'
import { Link } from '@tanstack/react-router'
import { GridRow } from '#web/shared/table/grid-row.tsx'
import type { RowPlace } from '#web/shared/table/row-grid.tsx'
import { SelectBox } from '#web/shared/table/select-box.tsx'
import classes from './change-row.module.css'
import { noteOf, type Note } from './change-words.ts'
import { DifferenceCell } from '#web/shared/differences/difference-cell.tsx'
import { fieldLabel, type Known } from '#web/shared/differences/difference-side.tsx'
import type { RowColumn } from './row-columns.ts'
import { RowStateLabel } from './row-state.tsx'

type Props = {
  place: RowPlace
  /** Null while it is on its way. */
  row: ChangeRow | null
  columns: readonly RowColumn[]
  known: Known
  isDraft: boolean
  isPhone: boolean
  isOpen: boolean
  onOpen: (row: number) => void
  onInclude: ((row: number, included: boolean) => void) | null
}

/** One goal of a change set: before and after, and what there is to say about it. */
export function ChangeGridRow({ place, row, columns, known, isPhone, ...props }: Props) {
  // A phone has room for one line beneath the name: the first difference, or what went wrong.
  const shown = isPhone ? columns.slice(0, 1) : columns
  return (
    <GridRow
      place={place}
      isPending={row === null}
      isOpen={props.isOpen}
      isPhone={isPhone}
      isOut={row !== null && !row.included}
      className={isPhone ? classes.phone : classes.row}
      onOpen={() => row && props.onOpen(row.row)}
    >
      <div role="gridcell" aria-colindex={1} className={classes.lead}>
        {row &&
          (props.isDraft ? <Include row={row} onInclude={props.onInclude} /> : <RowStateLabel state={row.state} />)}
      </div>
      <div role="gridcell" aria-colindex={2} className={classes.name}>
        {row ? <GoalName row={row} /> : <span className={classes.ghost} />}
      </div>
      <div role="gridcell" aria-colindex={3} className={classes.company} title={row?.companyName ?? undefined}>
        {row && (row.companyName ?? '–')}
      </div>
      {shown.map((column, at) => (
        <div key={column.id} role="gridcell" aria-colindex={at + 4} className={classes.difference}>
          {row &&
            ((isPhone && hasNews(row)) || (at === 0 && isStuck(row)) ? (
              <NoteText note={noteOf(row)} />
            ) : (
              <Differences row={row} column={column} known={known} />
            ))}
        </div>
      ))}
      {!isPhone && (
        <div role="gridcell" aria-colindex={columns.length + 4} className={classes.note}>
          {row && (
            <NoteText note={isStuck(row) && row.remedy !== null ? { words: row.remedy, tone: 'quiet' } : noteOf(row)} />
          )}
        </div>
      )}
    </GridRow>
  )
}

function Include({ row, onInclude }: { row: ChangeRow; onInclude: Props['onInclude'] }) {
  if (!onInclude) return <span className={classes.quiet}>{row.included ? texts.within : texts.out}</span>
  return (
    <SelectBox
      label={texts.include(row.name)}
      isSelected={row.included}
      onSelect={() => onInclude(row.row, !row.included)}
    />
  )
}

function GoalName({ row: { kind, gsid, name } }: { row: ChangeRow }) {
  const words = name || common.withoutAName
  if (gsid === null)
    return (
      <span className={classes.text} title={name}>
        {kind === 'create' && <span className={classes.quiet}>{texts.newGoal}</span>}
        {words}
      </span>
    )
  return (
    <Link to="/goals/$gsid" params={{ gsid }} className={classes.link} tabIndex={-1} title={name}>
      {words}
    </Link>
  )
}

function Differences({ row, column, known }: { row: ChangeRow; column: RowColumn; known: Known }) {
  const isNew = row.kind === 'create'
  if (column.field !== null) {
    const difference = row.differences.find(({ field }) => field === column.field)
    return difference ? <DifferenceCell difference={difference} isNew={isNew} known={known} /> : null
  }
  // The name of a new goal stands in its own column.
  const told = isNew ? row.differences.filter(({ field }) => field !== 'Name') : row.differences
  return told.map((difference, place) => (
    <span key={difference.field}>
      {place > 0 && ' · '}
      <span className={classes.quiet}>{fieldLabel(difference.field, known.fields)} </span>
      <DifferenceCell difference={difference} isNew={isNew} known={known} />
    </span>
  ))
}

const hasNews = (row: ChangeRow) => row.problem !== null || row.reason !== null

/** Where nothing can be said of before and after, the problem has their place, and the remedy that of the note. */
const isStuck = (row: ChangeRow) => row.problem !== null && row.differences.length === 0

function NoteText({ note: { words, tone } }: { note: Note }) {
  return (
    <span className={classes.noteText} data-tone={tone} title={words}>
      {words}
    </span>
  )
}
