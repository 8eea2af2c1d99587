/** A column of the grid, in the order drawn. `isFlexible` takes what width is left. */
export type LaidColumn = { id: string; width: number; isPinned: boolean; isFlexible: boolean; isNumeric: boolean }

/** Where the columns of a grid lie: the CSS track list, the width below which it scrolls, where pinned columns stick, and which end at the right. */
export type ColumnLayout = {
  template: string
  minWidth: number
  stickAt: ReadonlyMap<string, number>
  /** What the checkbox and the pinned columns cover at the left; 0 where nothing is scrolled sideways. */
  stuckWidth: number
  numeric: ReadonlySet<string>
}

export const checkboxWidth = 36

/** Pinned columns leave this much for the others to be scrolled in; those that would not stay where they are. */
const leastForOthers = 120

export function columnLayout(columns: LaidColumn[], tableWidth: number): ColumnLayout {
  const tracks = columns.map(({ width, isFlexible }) => (isFlexible ? `minmax(${width}px, 1fr)` : `${width}px`))
  // Without a flexible column the last track takes up what is left, so that hairlines reach the edge.
  if (!columns.some(({ isFlexible }) => isFlexible)) tracks.push('minmax(0, 1fr)')
  const stickAt = new Map<string, number>()
  const minWidth = columns.reduce((sum, { width }) => sum + width, checkboxWidth)
  // Each cell that may stick is a layer of its own to the browser, and a hundred of these take longer to paint than all rows.
  const isScrolled = minWidth > tableWidth
  let [left, stuckWidth] = [checkboxWidth, isScrolled ? checkboxWidth : 0]
  for (const { id, width, isPinned } of columns) {
    if (isScrolled && isPinned && left + width + leastForOthers <= tableWidth) {
      stickAt.set(id, left)
      stuckWidth = left + width
    }
    left += width
  }
  return {
    template: [`${checkboxWidth}px`, ...tracks].join(' '),
    minWidth,
    stickAt,
    stuckWidth,
    numeric: new Set(columns.filter(({ isNumeric }) => isNumeric).map(({ id }) => id)),
  }
}
