/** What a measured step waits for. */
export type Sight = { cells: { column: string; value: string } } | { filled: string } | { shown: string }

/** What stands in the page while it is measured, as `window.bench`. Times are milliseconds since the page began to load. */
export type Probe = {
  /** The end of the frame that showed the first filled row. */
  firstRow: Promise<number>
  /** The end of the frame in which something is true first. */
  frameWith: (isTrue: () => boolean) => Promise<number>
  isThere: (awaited: Sight) => boolean
  /** Measures from the next event of a type to what is awaited. */
  arm: (type: string, awaited: Sight) => void
  /** Of what was armed last. */
  took: Promise<number>
  longTasks: number[]
}

/** Runs in the page before any of its own scripts, and so stands on nothing of this module. */
export function installProbe(): void {
  type Row = { cell: (column: string) => string }
  const rows = (): Row[] =>
    [...document.querySelectorAll('[role=grid] [role=row]:not([aria-rowindex="1"])')].map((row) => ({
      cell: (column) => row.querySelector(`[data-column="${column}"]`)?.textContent ?? '',
    }))
  const frameWith = (isTrue: () => boolean) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (!isTrue()) return void requestAnimationFrame(look)
        // The task after the frame's: by then it is painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    })
  const isThere = (awaited: Sight): boolean => {
    if ('filled' in awaited) return Boolean(document.querySelector<HTMLInputElement>(awaited.filled)?.value)
    if ('shown' in awaited) return document.querySelector(awaited.shown) !== null
    const { column, value } = awaited.cells
    const found = rows()
    return found.length > 5 && found.every(({ cell }) => cell(column).includes(value))
  }
  const probe: Probe = {
    firstRow: frameWith(() => {
      const [first] = rows()
      return Boolean(first?.cell('Name') && first.cell('StatusName'))
    }),
    frameWith,
    isThere,
    arm(type, awaited) {
      const { promise, resolve } = Promise.withResolvers<number>()
      const began = (event: Event) => {
        const from = event.timeStamp
        void frameWith(() => isThere(awaited)).then((until) => resolve(until - from))
      }
      addEventListener(type, began, { capture: true, once: true })
      probe.took = promise
    },
    took: Promise.resolve(0),
    longTasks: [],
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) probe.longTasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  Object.assign(globalThis, { bench: probe })
}

declare global {
  var bench: Probe
}
