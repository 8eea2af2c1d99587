import { type KeyboardEvent, type FocusEvent, useState } from 'react'

/** Where a bar stands in its chart: which column or row of bars, and which part of it. */
export type ChartPlace = { column: number; row: number }

const keyOf = ({ column, row }: ChartPlace) => `${column},${row}`
const placeOf = (link: HTMLElement): ChartPlace => {
  const [column = 0, row = 0] = (link.dataset['at'] ?? '').split(',').map(Number)
  return { column, row }
}

const steps: Partial<Record<string, [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Makes a chart one stop of the Tab key, within which the arrows go from bar to bar: a hundred stops would keep everybody who uses a
 * keyboard from what follows. `places` are those that have a bar.
 */
export function useChartCursor(places: readonly ChartPlace[]) {
  const [active, setActive] = useState<string | null>(null)
  const keys = places.map(keyOf)
  const current = active !== null && keys.includes(active) ? active : keys[0]

  function handleKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = steps[event.key]
    const from = event.target instanceof HTMLElement && event.target.dataset['at'] !== undefined && event.target
    if (!step || !from || event.ctrlKey || event.metaKey || event.altKey) return
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-at]')]
    const next = nearest(placeOf(from), step, links)
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return {
    /** What the element around the bars carries. */
    chart: {
      onKeyDown: handleKeyDown,
      onFocus: (event: FocusEvent<HTMLElement>) => setActive(event.target.dataset['at'] ?? active),
    },
    /** What each bar carries. */
    bar: (place: ChartPlace) => ({ 'data-at': keyOf(place), tabIndex: keyOf(place) === current ? 0 : -1 }),
  }
}

/** The bar that comes first in a direction; of several that are as far along it, the one that is least off it. */
function nearest(from: ChartPlace, [columns, rows]: [number, number], links: HTMLElement[]): HTMLElement | undefined {
  const distances = links.flatMap((link) => {
    const { column, row } = placeOf(link)
    const along = columns * (column - from.column) + rows * (row - from.row)
    const off = Math.abs(columns === 0 ? column - from.column : row - from.row)
    // Up and down stay within a column.
    return along > 0 && (columns !== 0 || off === 0) ? [{ link, distance: along * 1000 + off }] : []
  })
  return distances.toSorted((one, other) => one.distance - other.distance)[0]?.link
}
