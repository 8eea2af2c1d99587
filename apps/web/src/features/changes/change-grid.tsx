import * as texts from '@goalkeeper/texts/changes-rows'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { RowGrid } from '#web/shared/table/row-grid.tsx'
import { useRowRange } from '#web/shared/table/use-row-virtualizer.ts'
import { useWindows } from '#web/shared/table/use-windows.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { sheetMedia, useMedia } from '#web/shared/ui/use-media.ts'
import { changeRowsQuery, changeTotalQuery, type RowList } from './change-queries.ts'
import { ChangeGridRow } from './change-row.tsx'
import { differenceColumns } from './row-columns.ts'

type Props = {
  set: ChangeSet
  list: RowList
  fields: Field[]
  statuses: Status[]
  openRow: number | null
  onOpen: (row: number) => void
  onClose: () => void
  /** Takes a goal out of the draft or in again; null where that is not possible. */
  onInclude: ((row: number, included: boolean) => void) | null
  /** Stands where there is no goal. */
  empty: ReactNode
}

/** The goals of a change set: their order stays while it runs. */
export function ChangeGrid({ set, list, fields, statuses, openRow, onInclude, ...props }: Props) {
  const isPhone = useMedia(sheetMedia)
  const today = useToday()
  const known = useMemo(() => ({ fields, statuses, today }), [fields, statuses, today])
  const columns = differenceColumns(set, fields)
  const isDraft = set.state === 'draft'
  const first = useQuery(changeTotalQuery(list))
  const total = first.data?.total ?? 0
  const [range, onRange] = useRowRange()
  const rows = useWindows((window) => changeRowsQuery(list, window), range, total)
  const lead = isDraft ? 40 : 116
  const template = `${lead}px minmax(200px, 1.6fr) minmax(110px, 0.7fr) ${columns.map(({ width }) => width).join(' ')} minmax(150px, 1fr)`

  return (
    <RowGrid
      label={texts.goalsOfThisChangeSet}
      scope={JSON.stringify(list)}
      total={total}
      isPhone={isPhone}
      headers={[
        { label: isDraft ? texts.included : common.state, isHidden: isDraft },
        { label: common.goal },
        { label: common.company },
        ...columns.map(({ label }) => ({ label })),
        { label: common.note },
      ]}
      columns={template}
      narrowest={lead + 460 + columns.reduce((sum, { narrowest }) => sum + narrowest, 0)}
      isBusy={first.isPending || first.isPlaceholderData}
      error={rows.error ?? first.error}
      onRetry={() => (first.error ? void first.refetch() : rows.retry())}
      empty={first.isSuccess && !first.isPlaceholderData && props.empty}
      hasOpen={openRow !== null}
      onRange={onRange}
      onOpen={(index) => {
        const row = rows.rowAt(index)
        if (row) props.onOpen(row.row)
      }}
      onClose={props.onClose}
      onToggle={(index) => {
        const row = rows.rowAt(index)
        if (row && onInclude) onInclude(row.row, !row.included)
      }}
      row={(place) => (
        <ChangeGridRow
          key={place.index}
          place={place}
          row={rows.rowAt(place.index)}
          columns={columns}
          known={known}
          isDraft={isDraft}
          isPhone={isPhone}
          isOpen={openRow !== null && rows.rowAt(place.index)?.row === openRow}
          onOpen={props.onOpen}
          onInclude={onInclude}
        />
      )}
    />
  )
}
