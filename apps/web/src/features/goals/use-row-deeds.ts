import { useLayoutEffect, useMemo, useRef } from 'react'

/** What a row can ask of the list, by the place where it is drawn. */
export type RowDeeds = {
  /** Makes it the active one, in a column of it; the other deeds make it so too. `isRange`: with all cells from the one that was active. */
  activate: (place: number, column?: string, isRange?: boolean) => void
  open: (place: number) => void
  toggle: (place: number) => void
  extend: (place: number) => void
}

/** The newest deeds behind one object that never changes, so that rows which stay the same are not drawn again.  */
export function useRowDeeds(deeds: RowDeeds): RowDeeds {
  const latest = useRef(deeds)
  useLayoutEffect(() => {
    latest.current = deeds
  })
  return useMemo(() => {
    const activating = (deed: 'open' | 'toggle' | 'extend') => (place: number) => {
      latest.current.activate(place)
      latest.current[deed](place)
    }
    return {
      activate: (place, column, isRange) => latest.current.activate(place, column, isRange),
      open: activating('open'),
      toggle: activating('toggle'),
      extend: activating('extend'),
    }
  }, [])
}
