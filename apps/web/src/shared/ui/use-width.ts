import { useLayoutEffect, useState, type RefObject } from 'react'

/** How wide an element is inside, in whole pixels; 0 before it is on the page. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element.current) return
    const measure = ([entry]: ResizeObserverEntry[]) => entry && setWidth(Math.round(entry.contentRect.width))
    const observer = new ResizeObserver(measure)
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
