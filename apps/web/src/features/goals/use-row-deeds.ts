import { useLayoutEffect, useMemo, useRef } from 'react'

/** What a row can ask of the list, by its place. */
export type RowDeeds = {
  open: (row: number) => void
  toggle: (row: number) => void
  extend: (row: number) => void
}

/** The newest deeds behind one object that never changes, so that rows which stay the same are not drawn again. A touched row becomes the active one. */
export function useRowDeeds(deeds: RowDeeds & { activate: (row: number) => void }): RowDeeds {
  const latest = useRef(deeds)
  useLayoutEffect(() => {
    latest.current = deeds
  })
  return useMemo(() => {
    const activating = (deed: keyof RowDeeds) => (row: number) => {
      latest.current.activate(row)
      latest.current[deed](row)
    }
    return { open: activating('open'), toggle: activating('toggle'), extend: activating('extend') }
  }, [])
}
