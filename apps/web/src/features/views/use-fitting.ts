import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { fitting } from './fitting.ts'

type Measured = { widths: number[]; room: number }

/**
 * Which tabs of a list have room beside what else stands in the box; all before anything is measured. `signature` changes with
 * the number of tabs and their neighbours. Tabs without room stay in the page, out of sight, so that they can be measured.
 */
export function useFitting(
  box: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  must: number,
  signature: string,
): (place: number) => boolean {
  const [measured, setMeasured] = useState<Measured | null>(null)
  const wasMeasured = useRef(false)
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, list.current]
    if (!outer || !inner) return
    const widthOf = (element: Element) => element.getBoundingClientRect().width
    const others = [...outer.children].filter((child) => child !== inner)
    const measure = () => {
      const room = Math.floor(widthOf(outer) - others.reduce((sum, child) => sum + widthOf(child), 0))
      const widths = [...inner.children].map(widthOf)
      setMeasured((last) => (last?.room === room && String(last.widths) === String(widths) ? last : { widths, room }))
    }
    const observer = new ResizeObserver(measure)
    // Tells what it observes once, too, when the page has been laid out anyway. To ask for it here has that done one more time, and is worth
    // it before the first paint alone, at which tabs without room would be seen.
    for (const element of [outer, ...others, ...inner.children]) observer.observe(element)
    if (!wasMeasured.current) measure()
    wasMeasured.current = true
    return () => observer.disconnect()
  }, [box, list, signature])

  const shown = measured && fitting(measured.widths, measured.room, must)
  return (place) => shown === null || place >= (measured?.widths.length ?? 0) || shown.has(place)
}
