import { useLayoutEffect, type RefObject } from 'react'

/** Scrolls the grid sideways until the cell that has become active is seen whole, right of the pinned columns. */
export function useCellInSight(
  scroller: RefObject<HTMLElement | null>,
  activeId: string | undefined,
  stuckWidth: number,
): void {
  useLayoutEffect(() => {
    const cell = activeId === undefined ? null : document.getElementById(activeId)
    if (!cell || !scroller.current || cell.hasAttribute('data-pinned') || cell.getAttribute('role') === 'row') return
    const [box, frame] = [cell.getBoundingClientRect(), scroller.current.getBoundingClientRect()]
    const [left, right] = [frame.left + stuckWidth, frame.left + scroller.current.clientWidth]
    // The column of the checkboxes is pinned always.
    if (box.right <= left && box.left <= frame.left) return
    const far = Math.min(box.right - right, box.left - left)
    if (box.left < left) scroller.current.scrollBy({ left: box.left - left })
    else if (box.right > right) scroller.current.scrollBy({ left: far })
  }, [scroller, activeId, stuckWidth])
}
