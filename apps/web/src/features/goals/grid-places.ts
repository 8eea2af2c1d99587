/** What is drawn at a place of the grid: a goal, by its row in the list, or the header of a group, by its number. */
export type GridPlace = { kind: 'goal'; row: number } | { kind: 'group'; group: number }

/** Where the rows of a list and the headers of its groups are drawn. Places are counted from 0, from the top of the grid. */
export type GridPlaces = {
  total: number
  at: (place: number) => GridPlace
  /** Where a row of the list is drawn; where the header of its group is, when the group is folded. */
  ofRow: (row: number) => number
  ofGroup: (group: number) => number
  /** The group that a place belongs to; null in a list without groups. */
  groupAt: (place: number) => number | null
  /** The rows of a group in the list, the last one counted in. */
  rowsOf: (group: number) => { first: number; last: number }
}

/** A list without groups: every row is drawn at its own place. */
export function flatPlaces(total: number): GridPlaces {
  return {
    total,
    at: (row) => ({ kind: 'goal', row }),
    ofRow: (row) => row,
    ofGroup: () => 0,
    groupAt: () => null,
    rowsOf: () => ({ first: 0, last: total - 1 }),
  }
}

/** A list whose rows stand group by group, each below its header; a folded group has its header alone. `sizes` are the rows of each group. */
export function groupedPlaces(sizes: readonly number[], isFolded: (group: number) => boolean): GridPlaces {
  const headers: number[] = []
  const firstRows: number[] = []
  let [total, rows] = [0, 0]
  for (const [group, size] of sizes.entries()) {
    headers.push(total)
    firstRows.push(rows)
    total += 1 + (isFolded(group) ? 0 : size)
    rows += size
  }
  const headerOf = (group: number) => headers[group] ?? 0
  const firstOf = (group: number) => firstRows[group] ?? 0
  return {
    total,
    at: (place) => {
      const group = lastUpTo(headers, place)
      const below = place - headerOf(group)
      return below === 0 ? { kind: 'group', group } : { kind: 'goal', row: firstOf(group) + below - 1 }
    },
    ofRow: (row) => {
      const group = lastUpTo(firstRows, row)
      return headerOf(group) + (isFolded(group) ? 0 : 1 + row - firstOf(group))
    },
    ofGroup: headerOf,
    groupAt: (place) => (sizes.length === 0 ? null : lastUpTo(headers, place)),
    rowsOf: (group) => ({ first: firstOf(group), last: firstOf(group) + (sizes[group] ?? 0) - 1 }),
  }
}

/** The last of ascending numbers that is not above a value. */
function lastUpTo(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((ascending[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
