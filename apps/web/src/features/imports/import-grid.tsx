import * as texts from '@goalkeeper/texts/imports-rows'
import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { Import, ImportOutcome, ImportRow } from '@goalkeeper/contract/imports'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { fieldLabel } from '#web/shared/differences/difference-side.tsx'
import { RowGrid } from '#web/shared/table/row-grid.tsx'
import { useRowRange } from '#web/shared/table/use-row-virtualizer.ts'
import { useWindows } from '#web/shared/table/use-windows.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { sheetMedia, useMedia } from '#web/shared/ui/use-media.ts'
import { columnForKey, shownColumns } from './grid-columns.ts'
import { ImportGridRow } from './import-grid-row.tsx'
import { importRowsQuery, importTotalQuery, type useSaveImportRow } from './import-queries.ts'

type Place = Pick<ImportRow, 'row' | 'place'>

type Props = {
  file: Import
  /** Which rows; null: all. */
  outcome: ImportOutcome | null
  fields: Field[]
  reason: string | null
  save: ReturnType<typeof useSaveImportRow>
  open: Place | null
  onOpen: (place: Place) => void
  onClose: () => void
}

/** A cell that is being corrected: of the row at a place of the list, in a column of the file. */
type Editing = { index: number; column: number }

const leadWidth = 56 + 104
const noteWidth = 240
const cellWidth = 160

/** The rows of the file as they were handed in and corrected, with what each comes to. Cells are corrected where they stand. */
export function ImportGrid({ file, outcome, fields, reason, save, open, ...props }: Props) {
  const list = { id: file.id, outcome }
  const isPhone = useMedia(sheetMedia)
  const first = useQuery(importTotalQuery(list))
  const total = first.data?.total ?? 0
  const [range, onRange] = useRowRange()
  const rows = useWindows((window) => importRowsQuery(list, window), range, total)
  const [editing, setEditing] = useState<Editing | null>(null)
  const columns = shownColumns(file)
  const canEdit = reason === null && file.changeSet === null && !isPhone
  const labelOf = (field: string) => fieldLabel(field, fields)
  const openAt = (index: number) => {
    const row = rows.rowAt(index)
    if (row) props.onOpen(row)
  }
  return (
    <>
      {save.error && save.variables.row !== open?.row && (
        <Band tone="red">{texts.rowCouldNotBeCorrected(save.variables.row, asApiError(save.error).detail)}</Band>
      )}
      <RowGrid
        label={texts.rowsOfThisImport}
        scope={JSON.stringify(list)}
        total={total}
        isPhone={isPhone}
        headers={[
          { label: texts.row },
          { label: texts.comesTo },
          { label: common.note },
          ...columns.map((column) => ({ label: file.columns[column]?.name || texts.column(column + 1) })),
        ]}
        columns={`56px 104px minmax(${noteWidth}px, 1.5fr) repeat(${columns.length}, minmax(${cellWidth}px, 1fr))`}
        narrowest={leadWidth + noteWidth + columns.length * cellWidth}
        isBusy={first.isPending || first.isPlaceholderData}
        error={rows.error ?? first.error}
        onRetry={() => (first.error ? void first.refetch() : rows.retry())}
        empty={
          first.isSuccess && !first.isPlaceholderData && <NoRows outcome={outcome} isChecked={file.counts !== null} />
        }
        hasOpen={open !== null}
        onRange={onRange}
        onOpen={openAt}
        onClose={props.onClose}
        onEdit={(index, field) => {
          const row = rows.rowAt(index)
          const column = row && columnForKey(file, row, field)
          if (canEdit && column !== null) setEditing({ index, column })
        }}
        row={(place) => {
          const row = rows.rowAt(place.index)
          return (
            <ImportGridRow
              key={place.index}
              place={place}
              row={row}
              columns={columns}
              names={file.columns}
              labelOf={labelOf}
              isPhone={isPhone}
              isOpen={row !== null && row.row === open?.row && row.place === open.place}
              editing={editing?.index === place.index ? editing.column : null}
              onEdit={canEdit ? (column) => setEditing({ index: place.index, column }) : null}
              onEnd={() => setEditing(null)}
              onCorrect={(cells) => row && save.mutate({ row: row.row, cells })}
              onOpen={() => openAt(place.index)}
            />
          )
        }}
      />
    </>
  )
}

function NoRows({ outcome, isChecked }: { outcome: ImportOutcome | null; isChecked: boolean }) {
  if (!isChecked) return <EmptyState title={texts.noRowIsCheckedYet}>{texts.sayWhatTheColumnsHoldFirst}</EmptyState>
  return <EmptyState title={outcome === null ? texts.theFileHasNoRows : emptyWords[outcome]} />
}

const emptyWords: Record<ImportOutcome, string> = {
  create: texts.noRowCreatesAGoal,
  update: texts.noRowChangesAGoalThat,
  unchanged: texts.noGoalIsAsTheFile,
  ambiguous: texts.noRowCouldMeanSeveralGoals,
  invalid: texts.everyRowCanBeRead,
}
