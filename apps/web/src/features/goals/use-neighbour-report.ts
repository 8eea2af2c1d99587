import { useEffect } from 'react'
import type { Neighbours } from './neighbours.tsx'
import type { GoalRows } from './use-goal-rows.ts'

/** Tells the page which goals stand before and after the open one, whenever they become others. */
export function useNeighbourReport(
  rows: GoalRows,
  openGsid: string | null,
  onNeighbours: (neighbours: Neighbours) => void,
): void {
  const row = openGsid === null ? null : rows.indexOf(openGsid)
  const previous = row === null || row === 0 ? null : (rows.rowAt(row - 1)?.gsid ?? null)
  const next = row === null ? null : (rows.rowAt(row + 1)?.gsid ?? null)
  useEffect(() => onNeighbours({ previous, next }), [previous, next, onNeighbours])
}
