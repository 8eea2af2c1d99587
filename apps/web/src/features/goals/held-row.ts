/**
 * Where the rows of a list stand while one goal is held at a place of its own: it stays where it was edited, though the list
 * now has it elsewhere, or not at all. `listRow` is its place in the list, null where it is not among the rows that are here.
 */
export type Hold = { row: number; listRow: number | null }

/** The row of the list to draw at a place; 'held' for the goal that is held there. */
export function listRowAt(place: number, { row, listRow }: Hold): number | 'held' {
  if (place === row) return 'held'
  const withoutHeld = place < row ? place : place - 1
  return listRow !== null && withoutHeld >= listRow ? withoutHeld + 1 : withoutHeld
}
