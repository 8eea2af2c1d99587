import * as texts from '@goalkeeper/texts/imports-rows'
import type { Import, ImportRow } from '@goalkeeper/contract/imports'
import { GridRow } from '#web/shared/table/grid-row.tsx'
import type { RowPlace } from '#web/shared/table/row-grid.tsx'
import { CellBox } from './cell-box.tsx'
import classes from './import-grid-row.module.css'
import { noteOfRow, outcomeWords } from './import-words.ts'

type Props = {
  place: RowPlace
  /** Null while it is on its way. */
  row: ImportRow | null
  /** Places of the columns that are shown. */
  columns: readonly number[]
  names: Import['columns']
  labelOf: (field: string) => string
  isPhone: boolean
  isOpen: boolean
  /** The column whose cell is being corrected. */
  editing: number | null
  /** Null where nothing can be corrected. */
  onEdit: ((column: number) => void) | null
  onEnd: () => void
  onCorrect: (cells: Record<string, string>) => void
  onOpen: () => void
}

/** One row of the file: its number, what it comes to, and its cells. */
export function ImportGridRow({ place, row, columns, names, isPhone, editing, onEdit, ...props }: Props) {
  const note = row ? noteOfRow(row, props.labelOf) : ''
  const hasProblem = row !== null && row.problems.length > 0
  return (
    <GridRow
      place={place}
      isPending={row === null}
      isOpen={props.isOpen}
      isPhone={isPhone}
      className={isPhone ? classes.phone : classes.row}
      onOpen={props.onOpen}
    >
      <div role="gridcell" aria-colindex={1} className={classes.number}>
        {row?.row}
      </div>
      <div role="gridcell" aria-colindex={2} className={classes.outcome} data-outcome={row?.outcome ?? undefined}>
        {row?.outcome ? outcomeWords[row.outcome] : row ? '–' : ''}
      </div>
      <div
        role="gridcell"
        aria-colindex={3}
        className={classes.note}
        data-problem={hasProblem || undefined}
        title={note || undefined}
      >
        {isPhone && row ? `${row.name ?? row.cells.find((cell) => cell !== '') ?? ''}${note && ` · ${note}`}` : note}
      </div>
      {!isPhone &&
        columns.map((column, at) => (
          <CellBox
            key={column}
            label={texts.ofRow(names[column]?.name, column + 1, row?.row ?? '')}
            at={at + 4}
            value={row?.cells[column] ?? ''}
            problem={row?.problems.find((problem) => problem.column === column)?.reason ?? null}
            isCorrected={row?.corrected.includes(column) ?? false}
            isEditing={row !== null && editing === column}
            onEdit={row && onEdit && (() => onEdit(column))}
            onEnd={props.onEnd}
            onStep={(by) => {
              const next = columns[at + by]
              if (next === undefined || !onEdit) return false
              onEdit(next)
              return true
            }}
            onCorrect={(cell) => props.onCorrect({ [column]: cell })}
          />
        ))}
    </GridRow>
  )
}
