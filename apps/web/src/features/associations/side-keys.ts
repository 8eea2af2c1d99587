import type { KeyboardEvent } from 'react'

/**
 * Arrow keys among the Link and Unlink buttons of the editor: up and down within a side, left and right to the other side. Space and
 * Enter are the button's own. `sides` marks the two lists by data-side.
 */
export function moveAmongItems(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item-deed]') : null
  const side = from?.closest<HTMLElement>('[data-side]')
  if (!from || !side) return
  const deeds = (within: Element) => [...within.querySelectorAll<HTMLElement>('[data-item-deed]')]
  const here = deeds(side)
  const target = () => {
    switch (event.key) {
      case 'ArrowDown':
        return here[here.indexOf(from) + 1]
      case 'ArrowUp':
        return here[here.indexOf(from) - 1]
      case 'ArrowLeft':
      case 'ArrowRight': {
        const wanted = event.key === 'ArrowLeft' ? 'linked' : 'available'
        const other = event.currentTarget.querySelector(`[data-side='${wanted}']`)
        return other && other !== side ? deeds(other)[0] : undefined
      }
      default:
        return undefined
    }
  }
  const next = target()
  if (!next) return
  event.preventDefault()
  next.focus()
}
