import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/table'
import { useRef, type ReactNode } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import type { InlineField } from '#web/shared/form/cell-focus.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './row-grid.module.css'
import type { RowRange } from './row-windows.ts'
import { useFocusBack } from './use-focus-back.ts'
import { useGridCursor } from './use-grid-cursor.ts'
import { useRowVirtualizer } from './use-row-virtualizer.ts'

export type RowPlace = {
  index: number
  /** How far below the top of the rows, in pixels. */
  top: number
  /** For the element of the row, by which the grid says which is active. */
  id: string
  isActive: boolean
  onActivate: () => void
}

type Header = { label: string; isHidden?: boolean }

type Props = {
  label: string
  /** Names the list: another one starts at its top, with no row active. */
  scope: string
  total: number
  /** Two lines a row and no header. */
  isPhone: boolean
  headers: readonly Header[]
  /** The columns, as CSS lays out a grid, and the pixels below which the table scrolls sideways. */
  columns: string
  narrowest: number
  isBusy: boolean
  error: Error | null
  onRetry: () => void
  /** Stands where there is no row; null while that is not known. */
  empty: ReactNode
  /** Something that was opened from here stands beside the table. */
  hasOpen: boolean
  onRange: (range: RowRange) => void
  onOpen: (index: number) => void
  onClose: () => void
  onToggle?: (index: number) => void
  onEdit?: (index: number, field: InlineField) => void
  row: (place: RowPlace) => ReactNode
}

const headerHeight = 32
const rowHeights = { wide: 32, phone: 64 }

/** A table of any length of which only the rows on screen are drawn and read. One tab stop; the keys of the goals list move in it. */
export function RowGrid(props: Props) {
  const { label, scope, total, isPhone, headers, columns, narrowest, error, hasOpen, onRange } = props
  const scroller = useRef<HTMLDivElement>(null)
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
    onOpen: props.onOpen,
    onToggle: (index) => props.onToggle?.(index),
    ...(hasOpen && { onEscape: props.onClose }),
    ...(props.onEdit && { onEdit: props.onEdit }),
  })
  useFocusBack(scroller, hasOpen)
  const idOf = (index: number) => `row-${index}`
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={headers.length}
      aria-busy={props.isBusy}
      aria-activedescendant={cursor.active === null ? undefined : idOf(cursor.active)}
      style={{ '--columns': columns }}
      onKeyDown={cursor.handleKey}
    >
      {!isPhone && (
        <div role="rowgroup" className={classes.head} style={{ minWidth: narrowest }}>
          <div role="row" aria-rowindex={1} className={classes.header}>
            {headers.map((header, place) => (
              <div
                // Columns of a file may be called alike.
                key={place}
                role="columnheader"
                aria-colindex={place + 1}
                className={classes.label}
                title={header.isHidden ? undefined : header.label}
              >
                {header.isHidden ? <span className={classes.hidden}>{header.label}</span> : header.label}
              </div>
            ))}
          </div>
        </div>
      )}
      {error && (
        <Band
          tone="red"
          action={
            <ToolButton tone="outlined" onClick={props.onRetry}>
              {common.tryAgain}
            </ToolButton>
          }
        >
          {texts.theseRowsCouldNotBeRead(asApiError(error).detail)}
        </Band>
      )}
      {total === 0 && props.empty}
      <div
        role="rowgroup"
        className={classes.rows}
        style={{ height: total === 0 ? 0 : virtual.height, minWidth: isPhone ? undefined : narrowest }}
      >
        {virtual.rows.map(({ index, top }) =>
          props.row({
            index,
            top,
            id: idOf(index),
            isActive: index === cursor.active,
            onActivate: () => cursor.setActive(index),
          }),
        )}
      </div>
    </div>
  )
}
