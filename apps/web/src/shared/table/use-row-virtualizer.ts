import { defaultRangeExtractor, observeElementOffset, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useCallback, useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react'
import { offsetShowing, scrollHeight, scrollRatio, type RowRange } from './row-windows.ts'

const overscanRows = 8

/** A row to draw, and how far below the top of the scrolled element. */
export type PlacedRow = { index: number; top: number }

type Options = {
  scroller: RefObject<HTMLDivElement | null>
  /** Names the list and its order: another one starts at its top. */
  scope: string
  count: number
  rowHeight: number
  /** What covers the top of the scroller: the column header. */
  headerHeight: number
  /** Below the header, what covers the first rows once the list has been scrolled. */
  coverHeight?: number
  /** A row that is drawn wherever the scroller stands, for it has the focus; null: none. */
  keep?: number | null
  /** Told when the rows on screen have moved on; in steps, not at every pixel. */
  onRange: (range: RowRange) => void
}

/**
 * Which rows to draw for where the scroller stands. Lists taller than a browser can scroll are scaled:
 * the scroll bar then moves faster than the rows, and rows are placed relative to where it stands.
 */
export function useRowVirtualizer(options: Options) {
  const { scroller, scope, count, rowHeight, headerHeight, coverHeight = 0, keep = null, onRange } = options
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not in use, and nothing here memoizes what the virtualizer returns
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: overscanRows,
    rangeExtractor: (range) => withKept(defaultRangeExtractor(range), keep, count),
    observeElementOffset: (instance, tell) =>
      observeElementOffset(instance, (offset, isScrolling) => {
        tell(offset * scrollRatio(instance.getTotalSize(), instance.scrollRect?.height ?? 0), isScrolling)
      }),
    onChange: ({ range }) => range && onRange(inSteps(range)),
  })

  const toTop = useEffectEvent(() => {
    // To set it has the page laid out at once, also where it stands there already.
    if (scroller.current && virtualizer.scrollOffset) scroller.current.scrollTop = 0
  })
  useLayoutEffect(() => toTop(), [scope])
  const remeasure = useEffectEvent(() => virtualizer.measure())
  useLayoutEffect(() => remeasure(), [rowHeight])

  const total = virtualizer.getTotalSize()
  const viewportPx = virtualizer.scrollRect?.height ?? 0
  const ratio = scrollRatio(total, viewportPx)
  const offset = virtualizer.scrollOffset ?? 0
  const shift = offset / ratio - offset
  const place = ({ index, start }: VirtualItem): PlacedRow => ({ index, top: start + shift })
  return {
    rows: virtualizer.getVirtualItems().map(place),
    height: scrollHeight(total),
    /** How many whole rows fit on the screen. */
    page: Math.max(1, Math.floor((viewportPx - headerHeight - coverHeight) / rowHeight)),
    /** The first row that is seen whole. */
    firstInSight: Math.min(count - 1, Math.ceil((offset + (offset > 0 ? coverHeight : 0)) / rowHeight)),
    /** How far the list is scrolled, in its own pixels. */
    offset,
    // Not the virtualizer's own way, which knows nothing of the scale.
    scrollToRow: (row: number) => {
      const place = { rowHeight, headerPx: headerHeight, coverPx: coverHeight, viewportPx, offsetPx: offset }
      if (scroller.current) scroller.current.scrollTop = offsetShowing(row, place) / ratio
    },
  }
}

const withKept = (rows: number[], keep: number | null, count: number) =>
  keep === null || keep < 0 || keep >= count || rows.includes(keep) ? rows : [...rows, keep].toSorted((a, b) => a - b)

const step = 10
const inSteps = ({ startIndex, endIndex }: { startIndex: number; endIndex: number }): RowRange => ({
  first: Math.floor(startIndex / step) * step,
  last: Math.ceil(endIndex / step) * step,
})

/** The rows on screen as state, changed only when they differ. */
export function useRowRange(): [RowRange, (range: RowRange) => void] {
  const [range, setRange] = useState<RowRange>({ first: 0, last: 30 })
  const update = useCallback((next: RowRange) => {
    setRange((last) => (last.first === next.first && last.last === next.last ? last : next))
  }, [])
  return [range, update]
}
