import { aheadRows, placeOf, type RowRange } from '#web/shared/table/row-windows.ts'
import type { GridPlaces } from './grid-places.ts'

/** The windows that hold the rows drawn around a range of places, and that of one place besides, wherever it is; null: none. */
export function windowsOfPlaces(places: GridPlaces, { first, last }: RowRange, besides: number | null): number[] {
  const windows = new Set<number>()
  const look = (place: number) => {
    const found = places.at(place)
    if (found.kind === 'goal') windows.add(placeOf(found.row).window)
  }
  const end = Math.min(places.total - 1, last + aheadRows)
  for (let place = Math.max(0, first - aheadRows); place <= end; place += 1) look(place)
  if (besides !== null && besides >= 0 && besides < places.total) look(besides)
  return [...windows].toSorted((a, b) => a - b)
}
