/** Rows are read in windows of this many: some five screens. */
export const windowSize = 100

/** How far beyond the visible rows is read ahead. */
export const aheadRows = 40

/** The first and last row on screen, counted from 0. */
export type RowRange = { first: number; last: number }

/** The windows that hold a range and a little around it. `total` null: not known yet. */
export function windowsOf({ first, last }: RowRange, total: number | null): number[] {
  const end = total === null ? last : Math.min(last + aheadRows, total - 1)
  const from = Math.floor(Math.max(0, first - aheadRows) / windowSize)
  const to = Math.max(from, Math.floor(Math.max(0, end) / windowSize))
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Which window a row is in, and at which place. */
export function placeOf(row: number): { window: number; place: number } {
  return { window: Math.floor(row / windowSize), place: row % windowSize }
}

/** Browsers give up on elements taller than some 17 million pixels; this stays below with room. */
const tallestPx = 15_000_000

/**
 * How far a scroll bar of limited length moves through a list of any length: list pixels per scroll pixel, 1 for all but huge lists.
 * `viewportPx` is the height of the visible part.
 */
export function scrollRatio(listPx: number, viewportPx: number): number {
  if (listPx <= tallestPx) return 1
  return (listPx - viewportPx) / (tallestPx - viewportPx)
}

/** The height of the scrolled element for a list of that height. */
export function scrollHeight(listPx: number): number {
  return Math.min(listPx, tallestPx)
}

type Viewport = {
  rowHeight: number
  headerPx: number
  /** Below the header, what covers the rows behind it. */
  coverPx: number
  viewportPx: number
  offsetPx: number
}

/** How far the list has to be scrolled for a row to be seen whole below the header; where it stands now when it already is. In list pixels. */
export function offsetShowing(row: number, { rowHeight, headerPx, coverPx, viewportPx, offsetPx }: Viewport): number {
  const top = row * rowHeight
  const lowest = top + rowHeight + headerPx - viewportPx
  return Math.max(0, Math.min(top - coverPx, Math.max(lowest, offsetPx)))
}
