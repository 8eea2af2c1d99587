/** A column of the grid, in the order drawn. `isFlexible` takes what width is left. */
export type LaidColumn = { id: string; width: number; isPinned: boolean; isFlexible: boolean; isNumeric: boolean }

/** Where the columns of a grid lie: the CSS track list, the width below which it scrolls, where pinned columns stick, and which end at the right. */
export type ColumnLayout = {
  template: string
  minWidth: number
  stickAt: ReadonlyMap<string, number>
  /** What the pinned columns cover at the left. */
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
  let [left, stuckWidth] = [checkboxWidth, checkboxWidth]
  for (const { id, width, isPinned } of columns) {
    if (isPinned && left + width + leastForOthers <= tableWidth) {
      stickAt.set(id, left)
      stuckWidth = left + width
    }
    left += width
  }
  return {
    template: [`${checkboxWidth}px`, ...tracks].join(' '),
    minWidth: left,
    stickAt,
    stuckWidth,
    numeric: new Set(columns.filter(({ isNumeric }) => isNumeric).map(({ id }) => id)),
  }
}
