import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, type ReactNode } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useGridCursor } from '#web/shared/table/use-grid-cursor.ts'
import { useRowRange, useRowVirtualizer } from '#web/shared/table/use-row-virtualizer.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { sheetMedia, useMedia } from '#web/shared/ui/use-media.ts'
import classes from './change-grid.module.css'
import { changeTotalQuery, type RowList } from './change-queries.ts'
import { ChangeGridRow, rowId } from './change-row.tsx'
import { differenceColumns } from './row-columns.ts'
import { useChangeRows } from './use-change-rows.ts'
import { useFocusBack } from './use-focus-back.ts'

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

const headerHeight = 32
const rowHeights = { wide: 32, phone: 64 }

/** The goals of a change set, of which only those on screen are drawn and read: their order stays while it runs. */
export function ChangeGrid(props: Props) {
  const { set, list, fields, statuses, openRow, onInclude } = props
  const scroller = useRef<HTMLDivElement>(null)
  const isPhone = useMedia(sheetMedia)
  const today = useToday()
  const known = useMemo(() => ({ fields, statuses, today }), [fields, statuses, today])
  const columns = differenceColumns(set, fields)
  const isDraft = set.state === 'draft'
  const first = useQuery(changeTotalQuery(list))
  const total = first.data?.total ?? 0
  const scope = JSON.stringify(list)
  const [range, onRange] = useRowRange()
  const rows = useChangeRows(list, range, total)
  const virtual = useRowVirtualizer({
    scroller,
    scope,
    count: total,
    rowHeight: isPhone ? rowHeights.phone : rowHeights.wide,
    headerHeight: isPhone ? 0 : headerHeight,
    onRange,
  })
  const cursor = useGridCursor({
    scope,
    total,
    page: virtual.page,
    scrollToRow: virtual.scrollToRow,
    onOpen: (place) => {
      const row = rows.rowAt(place)
      if (row) props.onOpen(row.row)
    },
    onToggle: (place) => {
      const row = rows.rowAt(place)
      if (row && onInclude) onInclude(row.row, !row.included)
    },
    ...(openRow !== null && { onEscape: props.onClose }),
  })
  useFocusBack(scroller, openRow !== null)
  const lead = isDraft ? '40px' : '116px'
  const template = `${lead} minmax(200px, 1.6fr) minmax(110px, 0.7fr) ${columns.map(({ width }) => width).join(' ')} minmax(150px, 1fr)`
  const narrowest = (isDraft ? 40 : 116) + 460 + columns.reduce((sum, { narrowest: width }) => sum + width, 0)
  const headers = [isDraft ? 'Included' : 'State', 'Goal', 'Company', ...columns.map(({ label }) => label), 'Note']

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      aria-label="Goals of this change set"
      aria-rowcount={total + 1}
      aria-colcount={headers.length}
      aria-busy={first.isPending || first.isPlaceholderData}
      aria-activedescendant={cursor.active === null ? undefined : rowId(cursor.active)}
      style={{ '--columns': template }}
      onKeyDown={cursor.handleKey}
    >
      {!isPhone && (
        <div role="rowgroup" className={classes.head} style={{ minWidth: narrowest }}>
          <div role="row" aria-rowindex={1} className={classes.header}>
            {headers.map((label, place) => (
              <div key={label} role="columnheader" aria-colindex={place + 1} className={classes.label}>
                {isDraft && place === 0 ? <span className={classes.hidden}>{label}</span> : label}
              </div>
            ))}
          </div>
        </div>
      )}
      {(rows.error ?? first.error) && (
        <Band
          tone="red"
          action={
            <ToolButton tone="outlined" onClick={() => (first.error ? void first.refetch() : rows.retry())}>
              Try again
            </ToolButton>
          }
        >
          These goals could not be read. {asApiError(rows.error ?? first.error).detail}
        </Band>
      )}
      {first.isSuccess && !first.isPlaceholderData && total === 0 && props.empty}
      <div
        role="rowgroup"
        className={classes.rows}
        style={{ height: total === 0 ? 0 : virtual.height, minWidth: isPhone ? undefined : narrowest }}
      >
        {virtual.rows.map(({ index, top }) => (
          <ChangeGridRow
            key={index}
            index={index}
            top={top}
            row={rows.rowAt(index)}
            columns={columns}
            known={known}
            isDraft={isDraft}
            isPhone={isPhone}
            isActive={index === cursor.active}
            isOpen={openRow !== null && rows.rowAt(index)?.row === openRow}
            onActivate={cursor.setActive}
            onOpen={props.onOpen}
            onInclude={onInclude}
          />
        ))}
      </div>
    </div>
  )
}
