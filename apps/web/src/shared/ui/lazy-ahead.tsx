import { lazy, useEffect, useState, type ComponentType } from 'react'

/**
 * As React's `lazy`, for what is often loaded before it is drawn: `load` does that. Then it is drawn at once. A lazy component would show
 * its fallback first, and React keeps a fallback that has been seen for 300 ms, so that nothing flickers.
 */
export function lazyAhead<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null
  const loadNow = async () => {
    loaded = await load()
    return loaded
  }
  const Late = lazy(async () => ({ default: await loadNow() })) as ComponentType<Props>
  function Drawn(props: Props) {
    // The same one for as long as it is on the screen.
    const [Part] = useState(() => loaded ?? Late)
    return <Part {...props} />
  }
  // What cannot be loaded is told to whoever wants to see it.
  return Object.assign(Drawn, { load: () => loadNow().then(nothing, nothing) })
}

/** Loads what may be wanted next, once what is on its way to the screen has had `afterMs` to get there. */
export function useLoadedAhead({ load }: { load: () => Promise<unknown> }, afterMs: number): void {
  useEffect(() => {
    const timer = setTimeout(() => void load(), afterMs)
    return () => clearTimeout(timer)
  }, [load, afterMs])
}

const nothing = () => undefined
