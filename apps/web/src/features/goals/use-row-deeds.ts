import { useLayoutEffect, useMemo, useRef } from 'react'

/** What a row can ask of the list, by its place. */
export type RowDeeds = {
  /** Makes it the active one; the other deeds do so too. */
  activate: (row: number) => void
  open: (row: number) => void
  toggle: (row: number) => void
  extend: (row: number) => void
}

/** The newest deeds behind one object that never changes, so that rows which stay the same are not drawn again.  */
export function useRowDeeds(deeds: RowDeeds): RowDeeds {
  const latest = useRef(deeds)
  useLayoutEffect(() => {
    latest.current = deeds
  })
  return useMemo(() => {
    const activating = (deed: keyof RowDeeds) => (row: number) => {
      latest.current.activate(row)
      latest.current[deed](row)
    }
    return {
      activate: (row) => latest.current.activate(row),
      open: activating('open'),
      toggle: activating('toggle'),
      extend: activating('extend'),
    }
  }, [])
}
